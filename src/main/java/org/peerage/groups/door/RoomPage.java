package org.peerage.groups.door;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;

/// The group's room from outside and inside: opening it, letting in, letting go. Who is in the room is the ledger's
/// to say, which the browser checks; the server adds names and signatures.
record RoomPage(Circle group, boolean signed, List<Sitter> sitters, List<SealedView> invitations, boolean history) {

    record Sitter(String person, String seat, String name, boolean chair, boolean signed, boolean inRoom, boolean me) {}

    static RoomPage of(
            Circle group,
            Map<PersonId, UUID> seats,
            Set<PersonId> signers,
            boolean history,
            PersonId me,
            List<SealedView> invitations) {
        return new RoomPage(
                group,
                signers.contains(me),
                group.seated().stream()
                        .sorted(Comparator.comparing(sitter -> !sitter.chairs()))
                        .map(sitter -> new Sitter(
                                sitter.id().toString(),
                                String.valueOf(seats.get(sitter.id())),
                                sitter.name(),
                                sitter.chairs(),
                                signers.contains(sitter.id()),
                                sitter.inRoom(),
                                sitter.id().equals(me)))
                        .toList(),
                invitations,
                history);
    }

    String me() {
        return sitters.stream().filter(Sitter::me).map(Sitter::name).findFirst().orElse("");
    }

    String pageOf(Sitter sitter) {
        return group.id().address() + "/members/" + sitter.person();
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
