package org.peerage.breach;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.SealedInput;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A breach of confidentiality.
@Controller
@RequestMapping("/groups/{group}/breach")
class BreachController {

    private final Reports reports;
    private final Breaches breaches;

    BreachController(Reports reports, Breaches breaches) {
        this.reports = reports;
        this.breaches = breaches;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return new ModelAndView("breach/breach", Map.of("page", breaches.page(new GroupId(group))));
    }

    @PostMapping
    ResponseEntity<Void> report(@PathVariable UUID group, SealedInput sealed) {
        reports.report(new GroupId(group), sealed);
        return said(group);
    }

    @PostMapping("/reports/{report}/contained")
    ModelAndView contain(
            @PathVariable UUID group,
            @PathVariable UUID report,
            @RequestParam(required = false) @Nullable UUID accused,
            @RequestParam(required = false) @Nullable UUID affected,
            @RequestParam(defaultValue = "false") boolean rests) {
        return answer(group, reports.contain(new GroupId(group), report, accused, affected, rests));
    }

    @PostMapping("/reports/{report}/dropped")
    ModelAndView drop(@PathVariable UUID group, @PathVariable UUID report) {
        return answer(group, reports.drop(new GroupId(group), report));
    }

    @PostMapping("/reports/{report}/joined")
    ModelAndView join(@PathVariable UUID group, @PathVariable UUID report, @RequestParam UUID breach) {
        return answer(group, reports.join(new GroupId(group), report, breach));
    }

    @PostMapping("/{breach}/account")
    ResponseEntity<Void> say(@PathVariable UUID group, @PathVariable UUID breach, SealedInput sealed) {
        breaches.say(new GroupId(group), breach, sealed);
        return said(group);
    }

    @PostMapping("/{breach}/account/{said}")
    ResponseEntity<Void> sayAgain(
            @PathVariable UUID group, @PathVariable UUID breach, @PathVariable UUID said, SealedInput sealed) {
        breaches.sayAgain(new GroupId(group), breach, said, sealed);
        return said(group);
    }

    @PostMapping("/{breach}/{act}")
    ModelAndView act(
            @PathVariable UUID group,
            @PathVariable UUID breach,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(defaultValue = "false") boolean affected,
            @RequestParam(defaultValue = "0") int number) {
        return answer(
                group,
                breaches.act(
                        new GroupId(group),
                        breach,
                        Act.of(act).orElseThrow(NotFound::new),
                        new Breaches.Details(verdict, affected, number)));
    }

    private ModelAndView answer(UUID group, Outcome outcome) {
        var id = new GroupId(group);
        return switch (outcome) {
            case Outcome.Done() -> new ModelAndView("redirect:" + BreachPage.address(id));
            case Outcome.Refused(var why) ->
                new ModelAndView(
                        "breach/breach",
                        Map.of("page", breaches.page(id), "why", why),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ResponseEntity<Void> said(UUID group) {
        return ResponseEntity.noContent()
                .header("HX-Redirect", BreachPage.address(new GroupId(group)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
