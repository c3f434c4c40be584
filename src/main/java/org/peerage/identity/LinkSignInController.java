package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Signing in by a one-time link, asking for one by mail, and taking one back.
@Controller
class LinkSignInController {

    private final People people;
    private final PersonalLinks links;
    private final SignInLinks signInLinks;
    private final Sessions sessions;
    private final Attempts attempts;
    private final InstantSource clock;

    LinkSignInController(
            People people,
            PersonalLinks links,
            SignInLinks signInLinks,
            Sessions sessions,
            Attempts attempts,
            InstantSource clock) {
        this.people = people;
        this.links = links;
        this.signInLinks = signInLinks;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// The same answer whether or not anybody gets letters there; after five in an hour the letters stop, and the
    /// answer stays.
    @PostMapping("/sign-in/mail")
    String mail(@RequestParam(defaultValue = "") String address, HttpServletRequest request) {
        attempts.limitSignIn(request);
        attempts.limit("mail-link", request.getRemoteAddr(), 20, Duration.ofHours(1));
        var asker = sessions.newAsker(request);
        var to = address.strip().toLowerCase(Locale.ROOT);
        if (!to.isEmpty() && !attempts.tooMany("mail-link", to, 5, Duration.ofHours(1))) {
            Acting.asProgram("sign-in", () -> {
                signInLinks.mail(to, asker);
                return to;
            });
        }
        return "redirect:/sign-in?asked=true";
    }

    /// A page with a button: looking uses nothing up.
    @PostMapping("/sign-in/link/{token}")
    ModelAndView link(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        attempts.limitSignIn(request);
        var asker = sessions.asker(request);
        var link = Acting.asProgram(
                "sign-in",
                () -> links.find(token)
                        .filter(PersonalLinks.Link::signsIn)
                        .filter(found -> found.opensIn(asker))
                        .filter(found -> links.use(found.id(), clock.instant())));
        if (link.isEmpty()) {
            return EnrolmentController.gone();
        }
        var person = link.get().person();
        var name = Acting.asProgram("sign-in", () -> people.welcome(person, clock.instant()));
        sessions.start(person, name, Sessions.BY_LINK, request, response);
        return new ModelAndView("redirect:" + Sessions.PROOF_PAGE);
    }

    @PostMapping("/keys/links/{link}/revoke")
    String revoke(@PathVariable UUID link) {
        signInLinks.revoke(link);
        return "redirect:/keys";
    }
}
