package org.peerage.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerage.networks.NetworkId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;

/// A group and its people, as whoever acts may see them.
///
/// @param room of those who sit here; empty for everybody else, and until it is open
/// @param me what whoever acts is here: never nothing, and a chair is a member too
/// @param people everybody who ever took a seat, each once, in the order of their names
public record Circle(
        GroupId id,
        NetworkId network,
        String name,
        String purpose,
        ZoneId zone,
        GroupSize size,
        Optional<RoomId> room,
        boolean open,
        Set<Role> me,
        List<Sitter> people) {

    public Circle {
        me = Set.copyOf(me);
        people = List.copyOf(people);
    }

    public enum Role {
        CONVENER,
        CHAIR,
        MEMBER
    }

    /// How far somebody has come in, or that they are gone.
    public enum Place {
        ACCEPTED,
        IN_ROOM,
        LEFT
    }

    public record Sitter(PersonId id, String name, boolean chairs, Place place) {

        /// Has a seat, in the room or on the way to it.
        public boolean seated() {
            return place != Place.LEFT;
        }

        public boolean inRoom() {
            return place == Place.IN_ROOM;
        }
    }

    /// Of a circle that has one for whoever acts.
    public RoomId openRoom() {
        return room.orElseThrow();
    }

    public boolean mine() {
        return me.contains(Role.MEMBER);
    }

    /// Whoever acts is in its room: a seat alone is not enough.
    public boolean inside() {
        return sitter(Acting.me()).filter(Sitter::inRoom).isPresent();
    }

    public boolean chaired() {
        return me.contains(Role.CHAIR);
    }

    public boolean convened() {
        return me.contains(Role.CONVENER);
    }

    /// By chair or convener: what concerns the group and not what is said in it.
    public boolean arranged() {
        return chaired() || convened();
    }

    public List<Sitter> seated() {
        return people.stream().filter(Sitter::seated).toList();
    }

    public List<Sitter> inRoom() {
        return people.stream().filter(Sitter::inRoom).toList();
    }

    /// Everybody in the room but one, for whom something of theirs is.
    public List<PersonId> others(PersonId one) {
        return inRoom().stream()
                .map(Sitter::id)
                .filter(person -> !person.equals(one))
                .toList();
    }

    public Optional<PersonId> chair() {
        return people.stream().filter(Sitter::chairs).map(Sitter::id).findFirst();
    }

    public Optional<Sitter> sitter(PersonId person) {
        return people.stream().filter(sitter -> sitter.id().equals(person)).findFirst();
    }

    public boolean seats(PersonId person) {
        return sitter(person).filter(Sitter::seated).isPresent();
    }

    /// On which day this is or was, where the group is.
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /// Of whoever never sat here: nothing.
    public String nameOf(PersonId person) {
        return sitter(person).map(Sitter::name).orElse("");
    }

    /// Those who left too, for what they did outlasts their seat; in the order of names.
    public Map<PersonId, String> names() {
        var names = new LinkedHashMap<PersonId, String>();
        people.forEach(sitter -> names.put(sitter.id(), sitter.name()));
        return names;
    }
}
