package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.passkeys.Passkeys;
import org.peerage.identity.passkeys.SecretsAtTheDoor;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.OwnPath;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// Signing in with a passkey, or with a sign-in link that somebody handed over.
@Controller
class SignInController {

    private final Passkeys passkeys;
    private final People people;
    private final Outbox outbox;
    private final Sessions sessions;
    private final Attempts attempts;
    private final InstantSource clock;
    private final List<People.SignInWays> ways;

    SignInController(
            Passkeys passkeys,
            People people,
            Outbox outbox,
            Sessions sessions,
            Attempts attempts,
            InstantSource clock,
            List<People.SignInWays> ways) {
        this.passkeys = passkeys;
        this.people = people;
        this.outbox = outbox;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
        this.ways = List.copyOf(ways);
    }

    /// What it shows.
    ///
    /// @param byMail whether a link can be sent
    /// @param asked whether one was just asked for, by whomever
    /// @param ways that the operator has named
    /// @param trouble why one of them has let nobody in
    record SignInPage(String next, boolean byMail, boolean asked, List<Link> ways, Optional<Message> trouble) {}

    @GetMapping("/sign-in")
    String page(
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "false") boolean asked,
            @RequestParam(defaultValue = "") String trouble,
            @AuthenticationPrincipal @Nullable SignedIn who,
            Model model) {
        if (who != null) {
            return "redirect:" + OwnPath.of(next);
        }
        var own = OwnPath.of(next);
        model.addAttribute(
                "page",
                new SignInPage(
                        own,
                        outbox.delivers(),
                        asked,
                        ways.stream().flatMap(way -> way.offered(own).stream()).toList(),
                        ways.stream()
                                .flatMap(way -> way.trouble(trouble).stream())
                                .findFirst()));
        return "identity/signIn";
    }

    @PostMapping(path = "/sign-in/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(HttpServletRequest request) {
        attempts.limitSignIn(request);
        return ResponseEntity.ok(passkeys.write(passkeys.request(sessions.newChallenge(request))));
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<Map<String, String>> passkey(
            @RequestBody JsonNode assertion, HttpServletRequest request, HttpServletResponse response) {
        if (SecretsAtTheDoor.in(assertion)) {
            return ResponseEntity.badRequest().body(Map.of("reason", "identity.signIn.wrong.secret"));
        }
        attempts.limitSignIn(request);
        var person = Acting.asProgram(
                "sign-in",
                () -> sessions.takeChallenge(request).flatMap(challenge -> passkeys.check(challenge, assertion)));
        return person.map(id -> {
                    var name = Acting.asProgram("sign-in", () -> people.welcome(id, clock.instant()));
                    sessions.start(id, name, "WEBAUTHN", request, response);
                    return ResponseEntity.ok(Map.of("person", id.toString()));
                })
                .orElse(ResponseEntity.unprocessableContent().body(Map.of("reason", "identity.signIn.wrong.passkey")));
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/";
    }
}
