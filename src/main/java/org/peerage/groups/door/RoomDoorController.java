package org.peerage.groups.door;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.LedgerEntry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/// The door of a group's room. Letting in and out is written by the browser into the room's own ledger.
@Controller
@RequestMapping("/groups/{group}/room")
class RoomDoorController {

    private final Groups groups;
    private final Door door;

    RoomDoorController(Groups groups, Door door) {
        this.groups = groups;
        this.door = door;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "groups/door/asking" : "groups/door/room", Map.of("page", door.page(new GroupId(group))));
    }

    record OpeningForm(
            @Nullable String room,
            @Nullable List<JsonNode> entries,
            @Nullable List<JsonNode> grants) {

        String name() {
            return room == null ? "" : room;
        }

        List<LedgerEntry> ledger() {
            return entries == null
                    ? List.of()
                    : entries.stream()
                            .map(entry -> LedgerEntry.parse(String.valueOf(entry))
                                    .orElseThrow(() -> new RoomRefused("malformed")))
                            .toList();
        }

        /// Whether these are keys at all is the room's to say.
        List<Rooms.Grant> keys() {
            return grants == null
                    ? List.of()
                    : grants.stream()
                            .map(grant -> new Rooms.Grant(
                                    grant.path("epoch").asLong(0),
                                    grant.path("to").asString(""),
                                    grant.path("file").asString("")))
                            .toList();
        }
    }

    /// Takes what the chair's browser made. A repeated request finds the room open and changes nothing.
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> open(@PathVariable UUID group, @RequestBody OpeningForm form) {
        return switch (groups.open(new GroupId(group), form.name(), form.ledger(), form.keys())) {
            case Groups.Opening.Opened(var room) -> ResponseEntity.ok(Map.of("room", room.value()));
            case Groups.Opening.OpenAlready already -> refused("open-already");
            case Groups.Opening.Unsigned unsigned -> refused("unsigned");
        };
    }

    private static ResponseEntity<Map<String, String>> refused(String reason) {
        return ResponseEntity.unprocessableContent().body(Map.of("reason", reason));
    }
}
