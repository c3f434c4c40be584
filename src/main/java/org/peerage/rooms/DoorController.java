package org.peerage.rooms;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.sealing.Card;
import org.peerage.tenancy.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Asking to be let in, and seeing who asks.
@Controller
@RequestMapping(path = "/rooms/{room}/requests", produces = MediaType.APPLICATION_JSON_VALUE)
class DoorController {

    private final Door door;

    DoorController(Door door) {
        this.door = door;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void knock(@PathVariable String room, InputStream body) throws IOException {
        var asked = Optional.of(Wire.body(body))
                .filter(node -> Wire.has(node, "card", "tag"))
                .orElseThrow(() -> new RoomRefused("malformed"));
        var tag = asked.path("tag").asString("");
        if (!tag.matches("([A-Za-z0-9_-]{43})?")) {
            throw new RoomRefused("malformed");
        }
        var card = Card.parse(asked.path("card").toString()).orElseThrow(() -> new RoomRefused("bad-card"));
        door.knock(RoomController.known(room), card, tag);
    }

    /// The card goes out as it was signed.
    @GetMapping
    @ResponseBody
    String waiting(@PathVariable String room) {
        return door.waiting(RoomController.known(room)).stream()
                .map(one -> "{\"person\":\"" + one.person() + "\",\"fp\":\"" + one.fingerprint() + "\",\"card\":"
                        + one.card() + ",\"tag\":\"" + one.tag() + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @DeleteMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnAway(@PathVariable String room, @PathVariable UUID person) {
        door.turnAway(RoomController.known(room), new PersonId(person));
    }
}
