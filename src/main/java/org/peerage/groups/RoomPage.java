package org.peerage.groups;

import java.util.List;
import java.util.Optional;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;

/// The group's room from outside and inside: opening it, letting in, letting go. Who is in the room is the ledger's
/// to say, which the browser checks; the server adds names and signatures.
record RoomPage(Group group, boolean signed, List<Sitter> sitters, List<SealedView> invitations, boolean history) {

    record Sitter(String person, String seat, String name, boolean chair, boolean signed, boolean inRoom, boolean me) {}

    static RoomPage of(
            Group group, Seats seats, Optional<Charter.Fixed> charter, PersonId me, List<SealedView> invitations) {
        return new RoomPage(
                group,
                charter.map(fixed -> fixed.signedBy(me)).orElse(false),
                seats.filled().stream()
                        .flatMap(seat -> seat.person().stream()
                                .map(person -> new Sitter(
                                        person.toString(),
                                        seat.id().toString(),
                                        seat.name(),
                                        seat.chair(),
                                        charter.map(fixed -> fixed.signedBy(person))
                                                .orElse(false),
                                        seat.state() instanceof Seat.InRoom,
                                        person.equals(me))))
                        .toList(),
                invitations,
                charter.map(fixed -> "all".equals(fixed.values().get("history")))
                        .orElse(false));
    }

    String room() {
        return group.room().map(Object::toString).orElse("");
    }

    List<Sitter> inside() {
        return sitters.stream().filter(Sitter::inRoom).toList();
    }

    List<Sitter> outside() {
        return sitters.stream().filter(sitter -> !sitter.inRoom()).toList();
    }
}
