package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
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
import tools.jackson.databind.JsonNode;

/// Signing in with a passkey, or with a sign-in link that somebody handed over.
@Controller
class SignInController {

    private final Passkeys passkeys;
    private final People people;
    private final PersonalLinks links;
    private final Sessions sessions;
    private final Attempts attempts;
    private final InstantSource clock;

    SignInController(
            Passkeys passkeys,
            People people,
            PersonalLinks links,
            Sessions sessions,
            Attempts attempts,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.people = people;
        this.links = links;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    record SignInPage(String next) {}

    @GetMapping("/sign-in")
    String page(
            @RequestParam(defaultValue = "/") String next,
            @AuthenticationPrincipal @Nullable SignedIn who,
            Model model) {
        if (who != null) {
            return "redirect:" + ours(next);
        }
        model.addAttribute("page", new SignInPage(ours(next)));
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

    /// A page with a button: looking uses nothing up.
    @PostMapping("/sign-in/link/{token}")
    String link(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        limit(request);
        var link = Acting.asProgram(
                        "sign-in",
                        () -> links.find(token)
                                .filter(found -> found.kind().equals("sign-in"))
                                .filter(found -> links.use(found.id(), clock.instant())))
                .orElseThrow(NotFound::new);
        start(link.person(), "OTT", request, response);
        return "redirect:/keys";
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

    /// Only paths of our own: a foreign address after sign-in is a phisher's friend.
    private static String ours(String next) {
        return next.startsWith("/") && !next.startsWith("//") && !next.contains("\\") ? next : "/";
    }

    private void limit(HttpServletRequest request) {
        if (attempts.tooMany("sign-in", request.getRemoteAddr(), 120, Duration.ofMinutes(1))) {
            throw new TooManyTries();
        }
    }
}
