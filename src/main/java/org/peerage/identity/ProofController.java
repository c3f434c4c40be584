package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.peerage.tenancy.Acting;
import org.peerage.web.OwnPath;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a session that a link began shows that it has the person's keys: by the words on their paper, or by a passkey.
/// Then it goes on to where they wanted to be.
@Controller
@RequestMapping(Sessions.PROOF_PAGE)
class ProofController {

    private final KeysPages pages;
    private final KeyChanges keys;
    private final Sessions sessions;
    private final Attempts attempts;

    ProofController(KeysPages pages, KeyChanges keys, Sessions sessions, Attempts attempts) {
        this.pages = pages;
        this.keys = keys;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    record ProofForm(String sig) {

        ProofForm {
            Objects.requireNonNull(sig);
        }
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, Model model) {
        if (Sessions.proved(request)) {
            return "redirect:" + OwnPath.of(next);
        }
        model.addAttribute("page", pages.proof(Acting.me(), OwnPath.of(next)));
        return "identity/proof";
    }

    /// From now on this session counts as one that has shown keys, however it began.
    @PostMapping
    ResponseEntity<Map<String, String>> prove(@RequestBody ProofForm form, HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        if (!keys.holds(Acting.me(), sessions.takeChallenge(request), new KeyChanges.Signed("prove", "", form.sig()))) {
            return ResponseEntity.unprocessableContent().body(Map.of("reason", "identity.keys.wrong.proof"));
        }
        sessions.prove(request);
        return ResponseEntity.ok(Map.of());
    }
}
