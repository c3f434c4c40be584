package org.peerage.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Frames;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// A page as any module would write it: what is in the room, a form to write more, a fragment that reloads itself.
@Controller
@ResponseBody
@RequestMapping("/tryout")
class TryoutController {

    private final Frames frames;
    private final Rooms rooms;
    private final TryoutStage stage;
    private final TransactionTemplate transaction;
    final Map<String, Integer> failing = new ConcurrentHashMap<>();
    final Map<String, CountDownLatch> together = new ConcurrentHashMap<>();

    TryoutController(Frames frames, Rooms rooms, TryoutStage stage, PlatformTransactionManager transactions) {
        this.frames = frames;
        this.rooms = rooms;
        this.stage = stage;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whoever is named here may ask to be let in.
    @Component
    static final class Guests implements Admission {

        final Set<PersonId> people = ConcurrentHashMap.newKeySet();

        @Override
        public boolean mayAsk(RoomId room, PersonId person) {
            return people.contains(person);
        }
    }

    /// What no module has so far: a text for some that its author may write again.
    @Component
    static final class Tried implements TextKinds {

        @Override
        public List<TextKind> kinds() {
            return List.of(new TextKind("tried", Set.of(), Audience.only("one", "two", "three", "four"), true));
        }
    }

    @GetMapping(path = "/lobby", produces = "text/html")
    String lobby(HttpServletRequest request) {
        return frames.page(request, "Lobby", "<h1>Lobby</h1>" + frames.render(request, "rooms/scripts.jte", Map.of()));
    }

    @PostMapping("/open")
    Map<String, String> open(@RequestBody String opening) {
        var parts = Wire.read(opening).orElseThrow();
        var entries = Wire.wellFormed(Wire.entries(parts.path("entries")));
        var group = UUID.fromString(entries.getFirst().data().path("group").asString());
        var grants = Wire.wellFormed(Wire.grants(parts.path("grants")));
        var room = rooms.open(group, parts.path("room").asString(), entries, grants);
        return Map.of("room", room.value());
    }

    @GetMapping(path = "/{room}", produces = "text/html")
    String room(HttpServletRequest request, @PathVariable String room) {
        return frames.page(
                request,
                "Tryout",
                "<h1>Tryout</h1>" + frames.render(request, "rooms/scripts.jte", Map.of("room", room))
                        + "<div id=\"stage\" hx-get=\"/tryout/" + room
                        + "/stage\" hx-trigger=\"meeting from:body\" hx-nonce=\"" + frames.nonce(request) + "\">"
                        + stage(request, room) + "</div>");
    }

    @GetMapping(path = "/{room}/stage", produces = "text/html")
    String stage(HttpServletRequest request, @PathVariable String room) {
        return stage.of(request, room);
    }

    @PostMapping(path = "/{room}", produces = "text/html")
    ResponseEntity<String> put(HttpServletRequest request, @PathVariable String room, @RequestParam String sealed)
            throws InterruptedException {
        var all = together.get(room);
        if (all != null) {
            all.countDown();
            assertThat(all.await(120, TimeUnit.SECONDS)).as("all are here").isTrue();
        }
        var status = failing.remove(room);
        if (status != null && status == 409) {
            throw new CannotAcquireLockException("somebody was faster");
        }
        if (status != null) {
            return ResponseEntity.status(status)
                    .body(status == 422 ? "<p>Not yet</p>" + stage(request, room) : "<h1>Out of order</h1>");
        }
        transaction.executeWithoutResult(
                done -> rooms.put(new RoomId(room), SealedPut.parse(sealed).orElseThrow()));
        return ResponseEntity.ok(stage(request, room));
    }
}
