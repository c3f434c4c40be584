package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.OwnPath;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/// Signing in with a passkey, or with a sign-in link that somebody handed over.
@Controller
class SignInController {

    private final Passkeys passkeys;
    private final People people;
    private final PersonalLinks links;
    private final SignInLinks signInLinks;
    private final Outbox outbox;
    private final Sessions sessions;
    private final Attempts attempts;
    private final InstantSource clock;

    SignInController(
            Passkeys passkeys,
            People people,
            PersonalLinks links,
            SignInLinks signInLinks,
            Outbox outbox,
            Sessions sessions,
            Attempts attempts,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.people = people;
        this.links = links;
        this.signInLinks = signInLinks;
        this.outbox = outbox;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// What it shows.
    ///
    /// @param byMail whether a link can be sent
    /// @param asked whether one was just asked for, by whomever
    record SignInPage(String next, boolean byMail, boolean asked) {}

    @GetMapping("/sign-in")
    String page(
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "false") boolean asked,
            @AuthenticationPrincipal @Nullable SignedIn who,
            Model model) {
        if (who != null) {
            return "redirect:" + OwnPath.of(next);
        }
        model.addAttribute("page", new SignInPage(OwnPath.of(next), outbox.delivers(), asked));
        return "identity/signIn";
    }

    @PostMapping(path = "/sign-in/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(HttpServletRequest request) {
        limit(request);
        return ResponseEntity.ok(passkeys.write(passkeys.request(sessions.newChallenge(request))));
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<Map<String, String>> passkey(
            @RequestBody JsonNode assertion, HttpServletRequest request, HttpServletResponse response) {
        if (SecretsAtTheDoor.in(assertion)) {
            return ResponseEntity.badRequest().body(Map.of("reason", "identity.signIn.wrong.secret"));
        }
        limit(request);
        var person = Acting.asProgram(
                "sign-in",
                () -> sessions.takeChallenge(request).flatMap(challenge -> passkeys.check(challenge, assertion)));
        return person.map(id -> {
                    start(id, "WEBAUTHN", request, response);
                    return ResponseEntity.ok(Map.of("person", id.toString()));
                })
                .orElse(ResponseEntity.unprocessableContent().body(Map.of("reason", "identity.signIn.wrong.passkey")));
    }

    /// The same answer whether or not anybody gets letters there; after five in an hour the letters stop, and the
    /// answer stays.
    @PostMapping("/sign-in/mail")
    String mail(@RequestParam(defaultValue = "") String address, HttpServletRequest request) {
        limit(request);
        if (attempts.tooMany("mail-link", request.getRemoteAddr(), 20, Duration.ofHours(1))) {
            throw new TooManyTries();
        }
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
        limit(request);
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
        start(link.get().person(), Sessions.BY_LINK, request, response);
        return new ModelAndView("redirect:" + AskForProof.PAGE);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/";
    }

    private void start(PersonId person, String factor, HttpServletRequest request, HttpServletResponse response) {
        var name = Acting.asProgram("sign-in", () -> {
            people.note(person, "signed-in", clock.instant());
            return people.name(person).orElseThrow(NotFound::new);
        });
        sessions.start(person, name, factor, request, response);
    }

    private void limit(HttpServletRequest request) {
        if (attempts.tooMany("sign-in", request.getRemoteAddr(), 120, Duration.ofMinutes(1))) {
            throw new TooManyTries();
        }
    }
}
