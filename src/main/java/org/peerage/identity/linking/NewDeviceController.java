package org.peerage.identity.linking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.peerage.identity.Attempts;
import org.peerage.identity.People;
import org.peerage.identity.Sessions;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.json.JsonMapper;

/// The device that is to be linked: whoever holds it is nobody yet.
@Controller
class NewDeviceController {

    private static final int WRONG_AN_HOUR = 60;

    private final Linking linking;
    private final Sessions sessions;
    private final Attempts attempts;
    private final People people;
    private final InstantSource clock;

    NewDeviceController(Linking linking, Sessions sessions, Attempts attempts, People people, InstantSource clock) {
        this.linking = linking;
        this.sessions = sessions;
        this.attempts = attempts;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping(path = "/sign-in/device", produces = MediaType.TEXT_HTML_VALUE)
    String page() {
        return "identity/linking/newDevice";
    }

    @PostMapping("/sign-in/device")
    ResponseEntity<Map<String, Object>> come(@RequestBody DeviceForms.Come form, HttpServletRequest request) {
        var came = Acting.asProgram("sign-in", () -> linking.come(form.number(), form.recipient(), form.tag()));
        if (!came) {
            countWrong(request);
        }
        return DeviceForms.answer(came);
    }

    @PostMapping("/sign-in/device/keys")
    ResponseEntity<Map<String, Object>> take(@RequestBody DeviceForms.Ask form, HttpServletRequest request) {
        var handed = Acting.asProgram("sign-in", () -> linking.handed(form.number()));
        if (handed.isPresent()) {
            return ResponseEntity.ok(Map.of(
                    "person", handed.get().person().toString(),
                    "file", handed.get().file().toBase64UrlString(),
                    "card", JsonMapper.shared().readTree(handed.get().card()),
                    "challenge", sessions.newChallenge(request).toBase64UrlString()));
        }
        var waits = Acting.asProgram("sign-in", () -> linking.find(form.number()))
                .filter(device -> !device.linked())
                .isPresent();
        if (!waits) {
            countWrong(request);
        }
        return DeviceForms.answer(waits);
    }

    @PostMapping("/sign-in/device/proof")
    ResponseEntity<Map<String, Object>> signIn(
            @RequestBody DeviceForms.Begin form, HttpServletRequest request, HttpServletResponse response) {
        var challenge = sessions.takeChallenge(request);
        var person = Acting.asProgram("sign-in", () -> linking.handed(form.number()))
                .map(Linking.Handed::person)
                .filter(id ->
                        Acting.as(new Actor.Person(id), () -> linking.useUp(id, challenge, form.number(), form.sig())));
        person.ifPresent(id -> {
            var name = Acting.asProgram("sign-in", () -> people.welcome(id, clock.instant()));
            sessions.start(id, name, "DEVICE", request, response);
        });
        return DeviceForms.answer(person.isPresent());
    }

    private void countWrong(HttpServletRequest request) {
        attempts.limit("device", request.getRemoteAddr(), WRONG_AN_HOUR, Duration.ofHours(1));
    }
}
