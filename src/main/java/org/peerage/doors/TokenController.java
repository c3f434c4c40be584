package org.peerage.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.peerage.identity.Attempts;
import org.peerage.identity.Sessions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// `/tokens`: my access tokens.
@Controller
@RequestMapping("/tokens")
class TokenController {

    static final String PAGE = "/tokens";

    private final Tokens tokens;
    private final Sessions sessions;
    private final Attempts attempts;

    TokenController(Tokens tokens, Sessions sessions, Attempts attempts) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page() {
        return new ModelAndView("doors/tokens", "page", tokens.page());
    }

    /// The answer alone has the token.
    @PostMapping
    ResponseEntity<Map<String, String>> make(@RequestBody TokenForm form, HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        var challenge = sessions.takeChallenge(request);
        return switch (form.parse()) {
            case TokenForm.Parsed.Invalid(var code) -> refused(code);
            case TokenForm.Parsed.Valid(var wish) ->
                switch (tokens.make(wish, challenge)) {
                    case Tokens.Making.Made(var token) -> ResponseEntity.ok(Map.of("token", token));
                    case Tokens.Making.Refused(var code) -> refused(code);
                };
        };
    }

    @PostMapping("/{token}/end")
    String end(@PathVariable UUID token) {
        tokens.end(token);
        return "redirect:" + PAGE;
    }

    private static ResponseEntity<Map<String, String>> refused(String code) {
        return ResponseEntity.unprocessableContent().body(Map.of("reason", code));
    }
}
