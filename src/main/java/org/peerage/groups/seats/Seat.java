package org.peerage.groups.seats;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;

/// A leader's place, from the convener's wish to the farewell. `name` is empty where nobody knows it yet; then
/// role and organisation name the seat.
record Seat(
        SeatId id, ProfileId profile, boolean chair, String name, String roleTitle, String organisation, State state) {

    sealed interface State {

        Instant since();
    }

    /// Picked; nobody has been asked.
    record Open(Instant since) implements State {

        Invited invited(UUID link, Instant at) {
            return new Invited(link, at);
        }

        /// Without a link: the convener who picked their own profile simply sits down.
        Accepted takenBy(PersonId person, Instant at) {
            return new Accepted(person, at);
        }
    }

    /// A personal link is out.
    record Invited(UUID link, Instant since) implements State {

        Invited again(UUID newLink, Instant at) {
            return new Invited(newLink, at);
        }

        Open takenBack(Instant at) {
            return new Open(at);
        }

        /// Only the link that is out seats anybody: an older one was taken back.
        Optional<Accepted> accepted(UUID byLink, PersonId person, Instant at) {
            return byLink.equals(link) ? Optional.of(new Accepted(person, at)) : Optional.empty();
        }
    }

    record Accepted(PersonId person, Instant since) implements State {

        InRoom letIn(Instant at) {
            return new InRoom(person, at);
        }

        Left left(Instant at) {
            return new Left(person, at);
        }
    }

    record InRoom(PersonId person, Instant since) implements State {

        Left left(Instant at) {
            return new Left(person, at);
        }
    }

    record Left(PersonId person, Instant since) implements State {}

    /// What the room keeps of whoever sits here, for those who are in it themselves; else empty.
    String page(Circle group) {
        return group.mine() && group.room().isPresent()
                ? person().flatMap(group::sitter)
                        .filter(Circle.Sitter::inRoom)
                        .map(sitter -> group.id().member(sitter.id()))
                        .orElse("")
                : "";
    }

    Optional<PersonId> person() {
        return switch (state) {
            case Open open -> Optional.empty();
            case Invited invited -> Optional.empty();
            case Accepted accepted -> Optional.of(accepted.person());
            case InRoom inRoom -> Optional.of(inRoom.person());
            case Left left -> Optional.of(left.person());
        };
    }

    Seat in(State next) {
        return new Seat(id, profile, chair, name, roleTitle, organisation, next);
    }

    boolean taken() {
        return state instanceof Accepted || state instanceof InRoom;
    }

    boolean gone() {
        return state instanceof Left;
    }

    /// The name of the state in the database, in style sheets and in message keys.
    static String word(State state) {
        return switch (state) {
            case Open open -> "open";
            case Invited invited -> "invited";
            case Accepted accepted -> "accepted";
            case InRoom inRoom -> "in-room";
            case Left left -> "left";
        };
    }
}
