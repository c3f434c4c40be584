package org.peerage.issues;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.SealedInput;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A member prepares an issue: privately until they share it with the group.
@Controller
@RequestMapping("/meetings/{meeting}/issue")
class PreparationController {

    private final Issues issues;

    PreparationController(Issues issues) {
        this.issues = issues;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID meeting, @RequestParam(required = false) @Nullable UUID issue) {
        var chosen = issue == null ? null : new IssueId(issue);
        return new ModelAndView("issues/preparation", "page", issues.page(new MeetingId(meeting), chosen));
    }

    /// The ways that are right for another kind, for the form's own list.
    @GetMapping("/ways")
    ModelAndView ways(@PathVariable UUID meeting, @RequestParam String kind) {
        return new ModelAndView("issues/ways", "ways", issues.ways(new MeetingId(meeting), kind(kind)))
                .addObject("chosen", "");
    }

    @PostMapping
    ResponseEntity<Void> share(
            @PathVariable UUID meeting,
            @RequestParam(required = false) @Nullable UUID issue,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable String protocol,
            @RequestParam(required = false) @Nullable Integer minutes,
            SealedInput sealed) {
        if (minutes != null && (minutes < 10 || minutes > 120)) {
            throw new RoomRefused("malformed");
        }
        var wish = new Issues.Wish(kind(kind), protocol, minutes);
        issues.prepare(new MeetingId(meeting), issue == null ? null : new IssueId(issue), wish, sealed);
        return ResponseEntity.noContent()
                .header("HX-Redirect", "/meetings/" + meeting + "/issue")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static IssueKind kind(String key) {
        return IssueKind.of(key).orElseThrow(() -> new RoomRefused("malformed"));
    }
}
