package org.peerage.identity.ownrooms;

import java.util.Map;
import org.peerage.sealing.OwnRooms;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;

/// What a person's devices tell each other about their rooms, as sealed bytes.
@Controller
@RequestMapping("/keys/rooms")
class MyRoomsController {

    private final MyRooms rooms;

    MyRoomsController(MyRooms rooms) {
        this.rooms = rooms;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String mine() {
        return rooms.of(Acting.me()).orElseThrow(NotFound::new).json();
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> renew(@RequestBody JsonNode body) {
        return OwnRooms.of(body).filter(next -> rooms.renew(Acting.me(), next)).isPresent()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.unprocessableContent().body(Map.of("reason", "own-rooms-elsewhere"));
    }
}
