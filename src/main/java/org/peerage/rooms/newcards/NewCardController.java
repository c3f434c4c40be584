package org.peerage.rooms.newcards;

import java.util.stream.Collectors;
import org.peerage.rooms.RoomId;
import org.peerage.web.NotFound;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Who asks the others in a room to take a new card.
@Controller
@RequestMapping(path = "/rooms/{room}/new-cards", produces = MediaType.APPLICATION_JSON_VALUE)
class NewCardController {

    private final NewCards cards;

    NewCardController(NewCards cards) {
        this.cards = cards;
    }

    /// The cards go out as they were signed.
    @GetMapping
    @ResponseBody
    String asking(@PathVariable String room) {
        return cards.asking(known(room)).stream()
                .map(one -> "{\"person\":\"" + one.person() + "\",\"card\":" + one.card() + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static RoomId known(String room) {
        try {
            return new RoomId(room);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
