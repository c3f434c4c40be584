package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/// A person's own keys as far as the server has them: the public card, the locked files, the devices.
@Controller
@RequestMapping("/keys")
class KeysController {

    private final People people;
    private final Sessions sessions;
    private final Attempts attempts;
    private final InstantSource clock;
    private final JsonMapper json;

    KeysController(People people, Sessions sessions, Attempts attempts, InstantSource clock, JsonMapper json) {
        this.people = people;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
        this.json = json;
    }

    record KeysPage(String name, List<People.Device> devices) {}

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(Model model) {
        var me = people.me(Acting.me()).orElseThrow(NotFound::new);
        model.addAttribute("page", new KeysPage(me.name(), people.devices(me.person())));
        return "identity/keys";
    }

    @GetMapping("/me")
    @ResponseBody
    Map<String, Object> me() {
        var me = people.me(Acting.me()).orElseThrow(NotFound::new);
        return Map.of(
                "person", me.person().toString(),
                "name", me.name(),
                "card", json.readTree(me.card()),
                "fp", me.fingerprint());
    }

    @GetMapping("/locks")
    @ResponseBody
    ResponseEntity<List<Map<String, String>>> locks() {
        if (attempts.tooMany("locks", Acting.me().toString(), 60, Duration.ofHours(1))) {
            throw new TooManyTries();
        }
        return ResponseEntity.ok(people.takeLocks(Acting.me(), clock.instant()).stream()
                .map(lock -> Map.of(
                        "id", lock.id().toString(),
                        "kind", lock.kind(),
                        "credential", lock.credential(),
                        "file", lock.file()))
                .toList());
    }

    @GetMapping("/resume")
    @ResponseBody
    Map<String, String> resume(HttpServletRequest request) {
        var key = sessions.resumeKey(request);
        if (key == null) {
            throw new NotFound();
        }
        return Map.of("key", key);
    }
}
