package org.peerage.memory;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Guests;
import org.peerage.rooms.Rooms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whose room it is and where its texts stand: all that the server adds to what a page makes by itself.
@Component
class Memories {

    private final Circles circles;
    private final Rooms rooms;
    private final Guests guests;

    Memories(Circles circles, Rooms rooms, Guests guests) {
        this.circles = circles;
        this.rooms = rooms;
        this.guests = guests;
    }

    @Transactional(readOnly = true)
    MemoryPage of(GroupId group) {
        var circle = circles.own(group);
        return new MemoryPage(circle, rooms.places());
    }

    /// What the program keeps of the group outside the room, for a copy that a member takes.
    @Transactional(readOnly = true)
    Map<String, Object> facts(GroupId group) {
        var circle = circles.own(group);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", circle.name());
        facts.put("purpose", circle.purpose());
        facts.put("zone", circle.zone().getId());
        facts.put(
                "people",
                circle.people().stream()
                        .map(sitter -> Map.of(
                                "id", sitter.id().toString(),
                                "name", sitter.name(),
                                "chairs", sitter.chairs(),
                                "place", sitter.place().name().toLowerCase(Locale.ROOT)))
                        .toList());
        facts.putAll(guests.facts(circle));
        return facts;
    }
}
