package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peerage.identity.passkeys.Passkeys;
import org.peerage.identity.passkeys.SecretsAtTheDoor;
import org.peerage.tenancy.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;

/// What the page of one's keys does: each change answers a challenge with a signature of the keys themselves.
@Controller
@RequestMapping("/keys")
class KeyChangesController {

    private final KeyChanges keys;
    private final People people;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Attempts attempts;

    KeyChangesController(KeyChanges keys, People people, Passkeys passkeys, Sessions sessions, Attempts attempts) {
        this.keys = keys;
        this.people = people;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    record PasskeyForm(JsonNode passkey, String device, String file, String sig) {

        PasskeyForm {
            if (Stream.of(passkey, device, file, sig).anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("incomplete");
            }
        }
    }

    record WordsForm(String file, String sig) {

        WordsForm {
            Objects.requireNonNull(file);
            Objects.requireNonNull(sig);
        }
    }

    record RemoveForm(String credential, String sig) {

        RemoveForm {
            if (!credential.matches("[A-Za-z0-9_-]{1,1400}")) {
                throw new IllegalArgumentException("not a credential");
            }
            Objects.requireNonNull(sig);
        }
    }

    @PostMapping("/challenge")
    ResponseEntity<Map<String, String>> challenge(HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        return ResponseEntity.ok(
                Map.of("challenge", sessions.newChallenge(request).toBase64UrlString()));
    }

    @PostMapping(path = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        var me = people.me(Acting.me());
        return ResponseEntity.ok(
                passkeys.write(passkeys.creation(me.person(), me.name(), sessions.newChallenge(request))));
    }

    @PostMapping("/passkeys")
    ResponseEntity<Map<String, String>> add(@RequestBody PasskeyForm form, HttpServletRequest request) {
        if (SecretsAtTheDoor.in(form.passkey())) {
            return ResponseEntity.badRequest().body(Map.of("reason", "identity.keys.wrong.secret"));
        }
        return changed(
                request,
                challenge -> keys.addPasskey(
                        Acting.me(),
                        challenge,
                        form.passkey(),
                        form.device(),
                        new KeyChanges.Signed("passkey", form.file(), form.sig())));
    }

    @PostMapping("/passkeys/remove")
    ResponseEntity<Map<String, String>> remove(@RequestBody RemoveForm form, HttpServletRequest request) {
        return changed(
                request,
                challenge -> keys.removePasskey(
                        Acting.me(), challenge, new KeyChanges.Signed("remove", form.credential(), form.sig())));
    }

    @PostMapping("/words")
    ResponseEntity<Map<String, String>> words(@RequestBody WordsForm form, HttpServletRequest request) {
        return changed(
                request,
                challenge -> keys.replaceWords(
                        Acting.me(), challenge, new KeyChanges.Signed("words", form.file(), form.sig())));
    }

    @PostMapping("/locks/{lock}/opened")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@PathVariable UUID lock) {
        keys.opened(Acting.me(), lock);
    }

    private ResponseEntity<Map<String, String>> changed(
            HttpServletRequest request, Function<Bytes, KeyChanges.Change> change) {
        attempts.limitKeys(sessions.handle(request));
        var challenge = sessions.takeChallenge(request);
        if (challenge.isEmpty()) {
            return refused("identity.keys.wrong.proof");
        }
        return switch (change.apply(challenge.get())) {
            case KeyChanges.Change.Done done -> {
                sessions.prove(request);
                yield ResponseEntity.ok(Map.of());
            }
            case KeyChanges.Change.Refused(var reason) -> refused(reason);
        };
    }

    private static ResponseEntity<Map<String, String>> refused(String reason) {
        return ResponseEntity.unprocessableContent().body(Map.of("reason", reason));
    }
}
