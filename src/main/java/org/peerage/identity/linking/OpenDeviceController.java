package org.peerage.identity.linking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.peerage.identity.Attempts;
import org.peerage.identity.Sessions;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The device that is open and hands its keys on.
@Controller
class OpenDeviceController {

    private final Linking linking;
    private final Sessions sessions;
    private final Attempts attempts;

    OpenDeviceController(Linking linking, Sessions sessions, Attempts attempts) {
        this.linking = linking;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    @PostMapping("/keys/devices")
    ResponseEntity<Map<String, Object>> begin(@RequestBody DeviceForms.Begin form, HttpServletRequest request) {
        attempts.limitKeys(sessions.handle(request));
        return DeviceForms.answer(
                linking.begin(Acting.me(), sessions.takeChallenge(request), form.number(), form.sig()));
    }

    @GetMapping("/keys/devices/{number}")
    @ResponseBody
    Map<String, Object> look(@PathVariable String number) {
        DeviceForms.mustBeANumber(number);
        var device = linking.find(number).orElseThrow(NotFound::new);
        return device.recipient().isEmpty()
                ? Map.of("done", false)
                : Map.of("done", device.linked(), "recipient", device.recipient(), "tag", device.tag());
    }

    @PostMapping("/keys/devices/{number}/keys")
    ResponseEntity<Map<String, Object>> handOver(
            @PathVariable String number, @RequestBody DeviceForms.Keys form, HttpServletRequest request) {
        DeviceForms.mustBeANumber(number);
        attempts.limitKeys(sessions.handle(request));
        return DeviceForms.answer(
                linking.handOver(Acting.me(), sessions.takeChallenge(request), number, form.file(), form.sig()));
    }

    @PostMapping("/keys/devices/forget")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget() {
        linking.forget(Acting.me());
    }
}
