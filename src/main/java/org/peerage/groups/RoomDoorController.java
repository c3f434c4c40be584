package org.peerage.groups;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;

/// The door of a group's room. Letting in and out is written by the browser into the room's own ledger.
@Controller
@RequestMapping("/groups/{group}/room")
class RoomDoorController {

    private final Groups groups;
    private final Charters charters;
    private final SeatStore seats;
    private final RoomDoor door;

    RoomDoorController(Groups groups, Charters charters, SeatStore seats, RoomDoor door) {
        this.groups = groups;
        this.charters = charters;
        this.seats = seats;
        this.door = door;
    }

    @GetMapping
    String page(@PathVariable UUID group, Model model) {
        var here = groups.find(new GroupId(group)).filter(Group::mine).orElseThrow(NotFound::new);
        model.addAttribute(
                "page",
                RoomPage.of(
                        here,
                        seats.of(here.id(), here.band()),
                        charters.find(here.id())
                                .filter(Charter.Fixed.class::isInstance)
                                .map(Charter.Fixed.class::cast),
                        Acting.me(),
                        here.chaired() ? here.room().map(door::invitations).orElse(List.of()) : List.of()));
        return "groups/room";
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
