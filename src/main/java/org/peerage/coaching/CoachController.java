package org.peerage.coaching;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.issues.IssueId;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The coach of an issue. Each act leads back to the issue's page.
@Controller
@RequestMapping("/groups/{group}/issues/{issue}/coach")
class CoachController {

    private final Coaches coaches;

    CoachController(Coaches coaches) {
        this.coaches = coaches;
    }

    @PostMapping("/ask")
    String ask(
            @PathVariable UUID group, @PathVariable UUID issue, @RequestParam(required = false) @Nullable UUID person) {
        coaches.ask(
                new GroupId(group),
                issue,
                Optional.ofNullable(person).map(PersonId::new).orElse(null));
        return back(group, issue);
    }

    @PostMapping("/accept")
    String accept(@PathVariable UUID group, @PathVariable UUID issue) {
        coaches.say(new GroupId(group), issue, true);
        return back(group, issue);
    }

    @PostMapping("/decline")
    String decline(@PathVariable UUID group, @PathVariable UUID issue) {
        coaches.say(new GroupId(group), issue, false);
        return back(group, issue);
    }

    @PostMapping("/end")
    String end(@PathVariable UUID group, @PathVariable UUID issue) {
        coaches.end(new GroupId(group), issue);
        return back(group, issue);
    }

    @PostMapping("/answers")
    ResponseEntity<Void> answers(@PathVariable UUID group, @PathVariable UUID issue, SealedInput sealed) {
        coaches.answers(new GroupId(group), issue, sealed);
        return said(group, issue);
    }

    @PostMapping("/word")
    ResponseEntity<Void> word(@PathVariable UUID group, @PathVariable UUID issue, SealedInput sealed) {
        coaches.word(new GroupId(group), issue, sealed);
        return said(group, issue);
    }

    private static String back(UUID group, UUID issue) {
        return "redirect:" + page(group, issue);
    }

    private static ResponseEntity<Void> said(UUID group, UUID issue) {
        return ResponseEntity.noContent()
                .header("HX-Redirect", page(group, issue))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String page(UUID group, UUID issue) {
        return new IssueId(issue).address(new GroupId(group));
    }
}
