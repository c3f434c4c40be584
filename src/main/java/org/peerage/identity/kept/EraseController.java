package org.peerage.identity.kept;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.peerage.identity.Attempts;
import org.peerage.identity.Sessions;
import org.peerage.tenancy.Acting;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.ModelAndView;

/// Where somebody reads what being erased takes and leaves, and does it.
@Controller
class EraseController {

    private final Erasing erasing;
    private final Sessions sessions;
    private final Attempts attempts;

    EraseController(Erasing erasing, Sessions sessions, Attempts attempts) {
        this.erasing = erasing;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    record EraseForm(String sig) {

        EraseForm {
            Objects.requireNonNull(sig);
        }
    }

    @GetMapping(path = "/keys/erase", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page() {
        return new ModelAndView(
                "identity/kept/erase", Map.of("person", Acting.me().toString(), "forbidding", erasing.forbidding()));
    }

    @PostMapping("/keys/erase")
    ResponseEntity<Map<String, String>> erase(@RequestBody EraseForm form, HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        return switch (erasing.erase(sessions.takeChallenge(request), form.sig())) {
            case Erasure.Outcome.Erased _ -> {
                sessions.end(request);
                yield ResponseEntity.ok(Map.of());
            }
            case Erasure.Outcome.Forbidden(var reasons) ->
                ResponseEntity.unprocessableContent().body(Map.of("reason", reasons.getFirst()));
        };
    }

    /// Nobody is signed in there any more.
    @GetMapping("/sign-in/erased")
    ModelAndView erased() {
        return new ModelAndView("identity/kept/erased");
    }
}
