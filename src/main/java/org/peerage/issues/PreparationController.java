package org.peerage.issues;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.SealedPut;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A member prepares an issue: privately until they share it with the group.
@Controller
@RequestMapping("/meetings/{meeting}/issue")
class PreparationController {

    private final IssueStore store;
    private final Issues issues;

    PreparationController(IssueStore store, Issues issues) {
        this.store = store;
        this.issues = issues;
    }

    record Own(
            UUID id,
            String kind,
            int minutes,
            UUID record,
            int rev,
            @Nullable SealedView text) {}

    record PreparationPage(
            String meeting,
            String group,
            String room,
            Own draft,
            List<Own> shared,
            List<String> kinds,
            List<Integer> lengths) {}

    private static final List<String> KINDS = List.of("decision", "problem", "opportunity", "plan-review", "setback");
    private static final List<Integer> LENGTHS = List.of(30, 36, 45, 60);

    @GetMapping
    String page(@PathVariable UUID meeting, @RequestParam(required = false) @Nullable UUID issue, Model model) {
        var setting = setting(meeting);
        var mine = store.open(setting.group()).stream()
                .filter(one -> one.presenter().equals(Acting.me()) && one.state() == Issue.State.PREPARED)
                .map(one -> {
                    var text = store.text(one.stated());
                    return new Own(
                            one.id().value(),
                            one.kind(),
                            one.minutes(),
                            one.stated(),
                            text.map(SealedView::rev).orElse(0),
                            text.orElse(null));
                })
                .toList();
        var chosen = mine.stream().filter(one -> one.id().equals(issue)).findFirst();
        // A new issue keeps one place for its draft, so that it is found again on the next visit.
        var fresh = new Own(Ids.next(), "decision", 36, Ids.next(), 0, null);
        model.addAttribute(
                "page",
                new PreparationPage(
                        meeting.toString(),
                        setting.group().toString(),
                        room(setting).value(),
                        chosen.orElse(fresh),
                        mine,
                        KINDS,
                        LENGTHS));
        model.addAttribute("changing", chosen.isPresent());
        return "issues/preparation";
    }

    @PostMapping
    ResponseEntity<Void> share(
            @PathVariable UUID meeting,
            @RequestParam(required = false) @Nullable UUID issue,
            @RequestParam String kind,
            @RequestParam int minutes,
            @RequestParam String sealed) {
        var setting = setting(meeting);
        if (!Issues.KINDS.contains(kind) || minutes < 10 || minutes > 120) {
            throw new RoomRefused("malformed");
        }
        var before = Optional.ofNullable(issue).map(IssueId::new).flatMap(store::find);
        if (issue != null
                && before.filter(one -> one.presenter().equals(Acting.me()) && one.state() == Issue.State.PREPARED)
                        .isEmpty()) {
            throw new NotFound();
        }
        issues.prepare(setting.group(), room(setting), before.map(Issue::id).orElse(null), kind, minutes, puts(sealed));
        return ResponseEntity.noContent()
                .header("HX-Redirect", "/meetings/" + meeting + "/issue")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static List<SealedPut> puts(String sealed) {
        return SealedPut.parse(sealed).orElseThrow(() -> new RoomRefused("malformed"));
    }

    private IssueStore.Setting setting(UUID meeting) {
        return store.setting(new MeetingId(meeting)).orElseThrow(NotFound::new);
    }

    private static RoomId room(IssueStore.Setting setting) {
        if (setting.room() == null) {
            throw new NotFound();
        }
        return new RoomId(setting.room());
    }
}
