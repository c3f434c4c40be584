package org.peerage.rooms;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/// A person's own drafts. There being none is an ordinary answer, not an error.
@Controller
@RequestMapping(path = "/rooms/{room}/drafts/{kind:[a-z][a-z-]{1,40}}", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftController {

    private final Drafts drafts;
    private final InstantSource clock;

    DraftController(Drafts drafts, InstantSource clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping
    @ResponseBody
    Map<String, Object> all(@PathVariable String room, @PathVariable String kind) {
        return Map.of(
                "drafts",
                drafts.drafts(Acting.me(), RoomController.known(room), kind).stream()
                        .map(draft -> Map.of(
                                "id",
                                draft.id().toString(),
                                "sealed",
                                draft.sealed().base64url()))
                        .toList());
    }

    @GetMapping("/{id}")
    @ResponseBody
    Map<String, Object> draft(@PathVariable String room, @PathVariable String kind, @PathVariable UUID id) {
        return drafts.draft(Acting.me(), RoomController.known(room), kind, id)
                .<Map<String, Object>>map(found -> Map.of("sealed", found.base64url()))
                .orElse(Map.of());
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@PathVariable String room, @PathVariable String kind, @PathVariable UUID id, InputStream body)
            throws IOException {
        var known = RoomController.known(room);
        var sent = Wire.body(body);
        if (!Wire.has(sent, "sealed", "after")) {
            throw new RoomRefused("malformed");
        }
        var sealed = Sealed.parse(sent.path("sealed").asString("")).orElseThrow(() -> new RoomRefused("malformed"));
        var after = sent.path("after").asString("");
        switch (drafts.save(Acting.me(), known, kind, id, sealed, after, clock.instant())) {
            case SAVED -> {
                // The page knows what it has sent.
            }
            case ELSEWHERE -> throw new RoomRefused("draft-elsewhere");
            case TOO_MANY -> throw new RoomRefused("too-many");
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String room, @PathVariable String kind, @PathVariable UUID id) {
        drafts.forget(Acting.me(), RoomController.known(room), kind, id);
    }
}
