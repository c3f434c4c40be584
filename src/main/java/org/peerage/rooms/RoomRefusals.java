package org.peerage.rooms;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// How a room's refusals reach the browser, whichever module's form carried the sealed text. Always JSON: the form
/// asked for a page, and the script that sealed it reads the answer.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RoomRefusals {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> behind(RoomRefused.Behind behind) {
        return ResponseEntity.status(409)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("seq", behind.seq(), "hash", behind.hash()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RoomRefused refused) {
        var status = switch (refused.reason()) {
            case "malformed" -> HttpStatus.BAD_REQUEST;
            case "too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            case "too-fast", "too-many" -> HttpStatus.TOO_MANY_REQUESTS;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", refused.reason()));
    }
}
