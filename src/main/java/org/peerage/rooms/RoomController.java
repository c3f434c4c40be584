package org.peerage.rooms;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/// What the room's scripts read and write: the ledger, wrapped keys, entries. All of it is signed or sealed. Nothing
/// here tells why something did not open: the server does not know, and must not be asked.
@Controller
@ResponseBody
@RequestMapping(path = "/rooms", produces = MediaType.APPLICATION_JSON_VALUE)
class RoomController {

    private final Rooms rooms;
    private final RoomReading reading;

    RoomController(Rooms rooms, RoomReading reading) {
        this.rooms = rooms;
        this.reading = reading;
    }

    @GetMapping
    Map<String, Object> mine() {
        return Map.of("rooms", rooms.mine().stream().map(RoomId::value).toList());
    }

    /// The entries go out exactly as they were signed.
    @GetMapping("/{room}/ledger")
    String ledger(@PathVariable String room, @RequestParam(defaultValue = "-1") long after) {
        var ledger = reading.ledger(known(room), after);
        var head = "{\"seq\":" + ledger.head().seq() + ",\"hash\":\""
                + ledger.head().hash() + "\"}";
        return ledger.lines().stream()
                .map(RoomStore.Line::body)
                .collect(Collectors.joining(",", "{\"head\":" + head + ",\"entries\":[", "]}"));
    }

    @GetMapping("/{room}/grants")
    RoomReading.Grants grants(@PathVariable String room) {
        return reading.grants(known(room), Acting.me());
    }

    /// The envelopes of texts that are for the reader and few others.
    @GetMapping("/{room}/envelopes")
    Map<String, Object> envelopes(@PathVariable String room) {
        return Map.of("mine", reading.envelopes(known(room), Acting.me()));
    }

    /// Keys of such texts, sealed again for readers who came back with a new card.
    @PostMapping(path = "/{room}/renewals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renew(@PathVariable String room, InputStream body) throws IOException {
        var batch = Wire.body(body);
        if (!Wire.has(batch, "renewals")) {
            throw new RoomRefused("malformed");
        }
        rooms.renew(known(room), Wire.wellFormed(Wire.renewals(batch.path("renewals"))));
    }

    /// A text as it stands now, for a page that was loaded before it was rewritten.
    @GetMapping("/{room}/records/{id}")
    Map<String, Object> record(@PathVariable String room, @PathVariable UUID id) {
        return Optional.ofNullable(rooms.texts(known(room), List.of(id)).get(id))
                .map(RoomController::sent)
                .orElseThrow(NotFound::new);
    }

    /// Many of them, as far as whoever asks may read them: for a page that goes through all of a room.
    @PostMapping(path = "/{room}/records", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> records(@PathVariable String room, InputStream body) throws IOException {
        var asked = Wire.body(body);
        if (!Wire.has(asked, "ids")) {
            throw new RoomRefused("malformed");
        }
        var texts = reading.texts(known(room), Wire.wellFormed(Wire.ids(asked.path("ids"))));
        return Map.of("records", texts.stream().map(RoomController::sent).toList());
    }

    private static Map<String, Object> sent(SealedView text) {
        var header = new LinkedHashMap<String, Object>();
        header.put("v", 1);
        header.put("room", text.room());
        header.put("kind", text.kind());
        header.put("id", text.id().toString());
        header.put("rev", text.rev());
        header.put("epoch", text.epoch());
        header.put("about", text.about());
        header.put("author", text.author());
        return Map.of("header", header, "ciphertext", text.base64url());
    }

    @PostMapping(path = "/{room}/entries", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void append(@PathVariable String room, InputStream body) throws IOException {
        var batch = Wire.body(body);
        if (!Wire.has(batch, "entries", "grants", "records")) {
            throw new RoomRefused("malformed");
        }
        var entries = Wire.wellFormed(Wire.entries(batch.path("entries")));
        rooms.append(
                known(room),
                entries,
                Wire.wellFormed(Wire.grants(batch.path("grants"))),
                Wire.wellFormed(Wire.all(batch.path("records"), record -> SealedPut.of(record, entries))));
    }

    static RoomId known(String room) {
        try {
            return new RoomId(room);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
