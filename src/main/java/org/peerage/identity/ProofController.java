package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.web.OwnPath;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Where somebody shows that they have a person's keys: in a session that a link began, by words or by a
/// passkey; and to sign in with nothing but ten words. What the words find is handed out, and whoever can open
/// it and sign is let in. Wrong numbers are counted by where they come from; the right one is never refused for
/// their sake, so that nobody is shut out.
@Controller
class ProofController {

    private final KeysPages pages;
    private final KeyChanges keys;
    private final Sessions sessions;
    private final Attempts attempts;
    private final People people;
    private final InstantSource clock;

    ProofController(
            KeysPages pages,
            KeyChanges keys,
            Sessions sessions,
            Attempts attempts,
            People people,
            InstantSource clock) {
        this.pages = pages;
        this.keys = keys;
        this.sessions = sessions;
        this.attempts = attempts;
        this.people = people;
        this.clock = clock;
    }

    private static final String NUMBER = "[A-Za-z0-9_-]{22}";
    private static final int WRONG_AN_HOUR = 30;

    record ProofForm(String sig) {

        ProofForm {
            Objects.requireNonNull(sig);
        }
    }

    @GetMapping(path = Sessions.PROOF_PAGE, produces = MediaType.TEXT_HTML_VALUE)
    String page(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, Model model) {
        if (Sessions.proved(request)) {
            return "redirect:" + OwnPath.of(next);
        }
        model.addAttribute("page", pages.proof(Acting.me(), OwnPath.of(next)));
        return "identity/proof";
    }

    /// From now on this session counts as one that has shown keys, however it began.
    @PostMapping(Sessions.PROOF_PAGE)
    ResponseEntity<Map<String, String>> prove(@RequestBody ProofForm form, HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        if (!keys.holds(Acting.me(), sessions.takeChallenge(request), new KeyChanges.Signed("prove", "", form.sig()))) {
            return ResponseEntity.unprocessableContent().body(Map.of("reason", "identity.keys.wrong.proof"));
        }
        sessions.prove(request);
        return ResponseEntity.ok(Map.of());
    }

    /// Without a signature it only asks.
    record WordsForm(String number, @Nullable String sig) {

        WordsForm {
            if (!number.matches(NUMBER)) {
                throw new IllegalArgumentException("not a number made from words");
            }
        }

        KeyChanges.Signed signed(String act) {
            return new KeyChanges.Signed(act, number, Objects.toString(sig, ""));
        }
    }

    @PostMapping("/sign-in/words")
    ResponseEntity<Map<String, Object>> find(@RequestBody WordsForm form, HttpServletRequest request) {
        return found(form.number(), request)
                .map(found -> ResponseEntity.ok(Map.<String, Object>of(
                        "person",
                        found.person().toString(),
                        "file",
                        found.file().toBase64UrlString(),
                        "card",
                        JsonMapper.shared().readTree(found.card()),
                        "challenge",
                        sessions.newChallenge(request).toBase64UrlString())))
                .orElseGet(() -> ResponseEntity.unprocessableContent().body(Map.of("reason", "not-the-words")));
    }

    @PostMapping("/sign-in/words/proof")
    ResponseEntity<Map<String, Object>> signIn(
            @RequestBody WordsForm form, HttpServletRequest request, HttpServletResponse response) {
        var challenge = sessions.takeChallenge(request);
        var person = found(form.number(), request).map(KeyChanges.Found::person);
        var signed = form.signed("sign-in");
        if (person.isEmpty()
                || !Acting.as(new Actor.Person(person.get()), () -> keys.holds(person.get(), challenge, signed))) {
            return ResponseEntity.unprocessableContent().body(Map.of("reason", "not-the-words"));
        }
        var name = Acting.asProgram("sign-in", () -> people.welcome(person.get(), clock.instant()));
        sessions.start(person.get(), name, "WORDS", request, response);
        return ResponseEntity.ok(Map.of("person", person.get().toString()));
    }

    @PostMapping("/keys/words/number")
    ResponseEntity<Map<String, String>> keep(@RequestBody WordsForm form, HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        var signed = form.signed("number");
        return sessions.takeChallenge(request)
                        .filter(challenge -> keys.keepNumber(Acting.me(), challenge, signed))
                        .isPresent()
                ? ResponseEntity.ok(Map.of())
                : ResponseEntity.unprocessableContent().body(Map.of("reason", "identity.keys.wrong.proof"));
    }

    private Optional<KeyChanges.Found> found(String number, HttpServletRequest request) {
        var found = Acting.asProgram("sign-in", () -> keys.byWords(number));
        if (found.isEmpty()) {
            attempts.limit("words", request.getRemoteAddr(), WRONG_AN_HOUR, Duration.ofHours(1));
        }
        return found;
    }
}
