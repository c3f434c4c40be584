package org.peerage.rooms;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// How a room's refusals reach the browser, whichever module's form carried the sealed text.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RoomRefusals {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> behind(RoomBehind behind) {
        return ResponseEntity.status(409).body(Map.of("seq", behind.seq(), "hash", behind.hash()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RoomRefused refused) {
        return ResponseEntity.unprocessableContent().body(Map.of("reason", refused.reason()));
    }
}
