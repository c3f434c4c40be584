package org.peerage.rooms;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.peerage.sealing.Card;
import org.peerage.sealing.LedgerEntry;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the room's scripts ask for: the ledger, wrapped keys, requests to be let in, private drafts. All of it is
/// either signed or sealed.
@Controller
@ResponseBody
@RequestMapping("/rooms")
class RoomController {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,40}");
    private static final int MOST = 64;

    private final Rooms rooms;
    private final RoomStore store;
    private final List<Admission> admissions;
    private final InstantSource clock;
    private final JsonMapper json;

    RoomController(Rooms rooms, RoomStore store, List<Admission> admissions, InstantSource clock, JsonMapper json) {
        this.rooms = rooms;
        this.store = store;
        this.admissions = admissions;
        this.clock = clock;
        this.json = json;
    }

    record BatchForm(List<JsonNode> entries, List<Rooms.Grant> grants, List<JsonNode> records) {}

    record RequestForm(JsonNode card, String tag) {}

    record DraftForm(String sealed) {}

    @GetMapping
    Map<String, Object> mine() {
        return Map.of("rooms", rooms.mine().stream().map(RoomId::value).toList());
    }

    @GetMapping("/{room}/ledger")
    Map<String, Object> ledger(@PathVariable String room, @RequestParam(defaultValue = "-1") long after) {
        var id = id(room);
        var entries = store.bodiesAfter(id, after).stream().map(json::readTree).toList();
        var head = entries.isEmpty() ? store.head(id).orElseThrow(NotFound::new) : head(entries.getLast());
        return Map.of("entries", entries, "head", head);
    }

    private static RoomStore.Head head(JsonNode entry) {
        var last = LedgerEntry.parse(entry.toString()).orElseThrow();
        return new RoomStore.Head(last.seq(), last.hash());
    }

    @GetMapping("/{room}/grants")
    Map<String, Object> grants(@PathVariable String room) {
        return Map.of("mine", store.grantsFor(id(room), Acting.me()), "held", store.holders(id(room)));
    }

    @PostMapping("/{room}/entries")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void append(@PathVariable String room, @RequestBody BatchForm form) {
        if (form.entries().size() > MOST
                || form.grants().size() > MOST
                || form.records().size() > MOST) {
            throw new RoomRefused("too-many");
        }
        var puts = form.records().stream()
                .map(record -> SealedPut.of(record).orElseThrow(() -> new RoomRefused("malformed")))
                .toList();
        rooms.append(id(room), entries(form.entries()), form.grants(), puts);
    }

    static List<LedgerEntry> entries(List<JsonNode> nodes) {
        return nodes.stream()
                .map(node -> LedgerEntry.parse(node.toString()).orElseThrow(() -> new RoomRefused("malformed")))
                .toList();
    }

    @PostMapping("/{room}/requests")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable String room, @RequestBody RequestForm form) {
        var me = Acting.me();
        var card = Card.parse(form.card().toString())
                .filter(found -> found.user().equals(me.value()))
                .orElseThrow(() -> new RoomRefused("bad-card"));
        if (admissions.stream().noneMatch(admission -> admission.mayAsk(id(room), me))) {
            throw new NotFound();
        }
        store.ask(id(room), me, card, form.tag(), clock.instant());
    }

    @GetMapping("/{room}/requests")
    List<Map<String, Object>> requests(@PathVariable String room) {
        return store.requests(id(room)).stream()
                .map(request -> Map.<String, Object>of(
                        "person", request.person().toString(),
                        "card", json.readTree(request.card()),
                        "tag", request.tag()))
                .toList();
    }

    @GetMapping("/{room}/drafts/{kind}/{draft}")
    Map<String, String> draft(@PathVariable String room, @PathVariable String kind, @PathVariable UUID draft) {
        return Map.of("sealed", store.draft(id(room), kind, draft).orElse(""));
    }

    @PutMapping("/{room}/drafts/{kind}/{draft}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void saveDraft(
            @PathVariable String room,
            @PathVariable String kind,
            @PathVariable UUID draft,
            @RequestBody DraftForm form) {
        var sealed = Sealed.parse(form.sealed()).orElseThrow(() -> new RoomRefused("malformed"));
        if (!KIND.matcher(kind).matches() || !rooms.mine().contains(id(room))) {
            throw new NotFound();
        }
        store.saveDraft(Acting.me(), id(room), kind, draft, sealed, clock.instant());
    }

    @DeleteMapping("/{room}/drafts/{kind}/{draft}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropDraft(@PathVariable String room, @PathVariable String kind, @PathVariable UUID draft) {
        store.dropDraft(id(room), kind, draft);
    }

    private static RoomId id(String room) {
        try {
            return new RoomId(room);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
