package org.peerage.identity.linking;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/// What the two devices send, and how they are answered.
final class DeviceForms {

    private static final String NUMBER = "[A-Za-z0-9_-]{22}";

    private DeviceForms() {}

    record Begin(String number, String sig) {

        Begin {
            mustBeANumber(number);
        }
    }

    record Keys(String file, String sig) {

        Keys {
            mustMatch(file, "[A-Za-z0-9_-]{150,21000}");
        }
    }

    record Come(String number, String recipient, String tag) {

        Come {
            mustBeANumber(number);
            mustMatch(recipient, "age1pq1[a-z0-9]{1800,2100}");
            mustMatch(tag, "[A-Za-z0-9_-]{43}");
        }
    }

    record Ask(String number) {

        Ask {
            mustBeANumber(number);
        }
    }

    static void mustBeANumber(String number) {
        mustMatch(number, NUMBER);
    }

    private static void mustMatch(String text, String shape) {
        if (!text.matches(shape)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    static ResponseEntity<Map<String, Object>> answer(boolean accepted) {
        return accepted
                ? ResponseEntity.ok(Map.of())
                : ResponseEntity.unprocessableContent().body(Map.of("reason", "not-the-code"));
    }
}
