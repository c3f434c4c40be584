package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/// Making keys anew, from a session that has shown none.
@Controller
@RequestMapping("/keys/new")
class NewKeysController {

    private final NewKeys keys;
    private final Sessions sessions;
    private final Attempts attempts;
    private final JsonMapper json;

    NewKeysController(NewKeys keys, Sessions sessions, Attempts attempts, JsonMapper json) {
        this.keys = keys;
        this.sessions = sessions;
        this.attempts = attempts;
        this.json = json;
    }

    record TakeBackForm(String sig) {

        TakeBackForm {
            Objects.requireNonNull(sig);
        }
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(Model model) {
        model.addAttribute("page", keys.page(Acting.me()));
        return "identity/newKeys";
    }

    @GetMapping("/waiting")
    @ResponseBody
    Map<String, Object> waiting() {
        var waiting = keys.of(Acting.me()).orElseThrow(NotFound::new);
        return Map.of("card", json.readTree(waiting.card()), "file", waiting.file());
    }

    @PostMapping
    ResponseEntity<Map<String, String>> make(@RequestBody NewKeys.Form form, HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        return answer(keys.make(Acting.me(), form));
    }

    @PostMapping("/take-back")
    ResponseEntity<Map<String, String>> takeBack(@RequestBody TakeBackForm form, HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        var challenge = sessions.takeChallenge(request);
        return challenge.isEmpty()
                ? answer(new KeyChanges.Change.Refused("identity.keys.wrong.proof"))
                : answer(keys.takeBack(
                        Acting.me(), challenge.get(), new KeyChanges.Signed("take-back", "", form.sig())));
    }

    private static ResponseEntity<Map<String, String>> answer(KeyChanges.Change change) {
        return switch (change) {
            case KeyChanges.Change.Done() -> ResponseEntity.ok(Map.of());
            case KeyChanges.Change.Refused(var reason) ->
                ResponseEntity.unprocessableContent().body(Map.of("reason", reason));
        };
    }
}
