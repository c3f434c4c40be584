package org.peerage.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A chair or convener lets somebody in again who has lost their passkey. Only for people they chair or convene, and
/// only from a session that has shown keys of its own: a handed-over link must not make more links.
@Controller
@RequestMapping("/sign-in-links")
class HelpingController {

    private static final int SHOWN = 25;

    private final SignInLinks links;
    private final Attempts attempts;
    private final Outbox outbox;

    HelpingController(SignInLinks links, Attempts attempts, Outbox outbox) {
        this.links = links;
        this.attempts = attempts;
        this.outbox = outbox;
    }

    /// What it shows.
    ///
    /// @param zone by which the reader's clock goes
    /// @param problem a message key, or empty; `about` is filled into it
    record HelpingPage(
            List<Acquaintances.Acquaintance> found,
            int more,
            boolean anybody,
            String words,
            List<SignInLinks.Outstanding> outstanding,
            ZoneId zone,
            Optional<Made> made,
            String problem,
            String about) {}

    /// Shown once.
    record Made(String name, String url, Instant until) {}

    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String q) {
        return view(q, Optional.empty(), "", "", HttpStatus.OK);
    }

    @PostMapping("/people/{person}")
    ModelAndView make(@PathVariable UUID person, @AuthenticationPrincipal SignedIn who) {
        attempts.limit("link-made", Acting.me().toString(), 20, Duration.ofHours(1));
        return switch (links.make(new PersonId(person), who.name())) {
            case SignInLinks.Making.Made(var name, var url, var until) ->
                view("", Optional.of(new Made(name, url, until)), "", "", HttpStatus.OK);
            case SignInLinks.Making.NotYours(var name) ->
                view("", Optional.empty(), "identity.help.notYours", name, HttpStatus.FORBIDDEN);
            case SignInLinks.Making.NobodyKnown nobody -> throw new NotFound();
        };
    }

    @PostMapping("/{link}/revoke")
    String revoke(@PathVariable UUID link) {
        links.revoke(link);
        return "redirect:/sign-in-links";
    }

    private ModelAndView view(String words, Optional<Made> made, String problem, String about, HttpStatus status) {
        var known = links.known();
        var sought = words.strip().toLowerCase(Locale.ROOT);
        var found = known.stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        var view = new ModelAndView("identity/helping")
                .addObject(
                        "page",
                        new HelpingPage(
                                found.stream().limit(SHOWN).toList(),
                                Math.max(0, found.size() - SHOWN),
                                !known.isEmpty(),
                                words,
                                links.outstanding(),
                                outbox.myZone(),
                                made,
                                problem,
                                about));
        view.setStatus(status);
        return view;
    }
}
