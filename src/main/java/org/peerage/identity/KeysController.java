package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/// A person's own keys as far as the server has them: the public card, the locked files, the devices.
@Controller
@RequestMapping("/keys")
class KeysController {

    private static final Duration A_WHILE = Duration.ofMillis(700);

    private final People people;
    private final KeyChanges keys;
    private final Sessions sessions;
    private final KeysPages pages;
    private final OpenSessions open;
    private final Attempts attempts;
    private final InstantSource clock;
    private final JsonMapper json;

    KeysController(
            People people,
            KeyChanges keys,
            Sessions sessions,
            KeysPages pages,
            OpenSessions open,
            Attempts attempts,
            InstantSource clock,
            JsonMapper json) {
        this.people = people;
        this.keys = keys;
        this.sessions = sessions;
        this.pages = pages;
        this.open = open;
        this.attempts = attempts;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, Model model) {
        var byLink = sessions.byLink(request) && !Sessions.proved(request);
        model.addAttribute("page", pages.keys(Acting.me(), byLink, sessions.handle(request)));
        return "identity/keys";
    }

    @PostMapping("/name")
    ModelAndView rename(@RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        if (people.rename(name)) {
            return new ModelAndView("redirect:/keys");
        }
        var byLink = sessions.byLink(request) && !Sessions.proved(request);
        var page = pages.keys(Acting.me(), byLink, sessions.handle(request));
        return new ModelAndView("identity/keys", Map.of("page", page, "name", name), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/sessions/{handle}/end")
    String end(@PathVariable String handle) {
        open.end(Acting.me(), handle);
        return "redirect:/keys#sessions";
    }

    @PostMapping("/sessions/end-others")
    String endOthers(HttpServletRequest request) {
        open.endAllBut(Acting.me(), sessions.handle(request));
        return "redirect:/keys#sessions";
    }

    @GetMapping("/me")
    @ResponseBody
    Map<String, Object> me(HttpServletRequest request) {
        var me = people.me(Acting.me());
        return Map.of(
                "proved", Sessions.proved(request),
                "person", me.person().toString(),
                "name", me.name(),
                "card", json.readTree(me.card()),
                "fp", me.fingerprint());
    }

    @GetMapping("/locks")
    @ResponseBody
    ResponseEntity<List<Map<String, String>>> locks() {
        // Slow, and never closed: whoever asks too often with a stolen session must not lock its owner out.
        if (attempts.tooMany("locks", Acting.me().toString(), 60, Duration.ofHours(1))) {
            keys.askedOften(Acting.me());
            LockSupport.parkNanos(A_WHILE.toNanos());
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
