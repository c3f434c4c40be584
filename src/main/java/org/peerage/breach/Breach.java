package org.peerage.breach;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;

/// A report that was taken up. Never what leaked.
///
/// @param affected whom it has harmed, as far as whoever looks may know
/// @param verdict what is put to the vote, or has been decided
/// @param ballot what its ballot is about
/// @param vetoed whoever was affected wants no hearing before the group
/// @param pulses in how many meetings after the repair trust was asked about
/// @param waits whoever handled it has left the group, and nobody has taken it over yet
/// @param waitsFor who is asked to; null where it does not wait, and where all who are left are part of it
/// @param movedOn the day of the last step
record Breach(
        UUID id,
        GroupId group,
        PersonId handler,
        PersonId accused,
        Optional<Affected> affected,
        State state,
        @Nullable Verdict verdict,
        @Nullable UUID ballot,
        boolean vetoed,
        boolean accusedHeard,
        int pulses,
        boolean waits,
        @Nullable PersonId waitsFor,
        LocalDate movedOn) {

    static final int PULSES = 2;

    record Affected(PersonId person, boolean heard) {}

    /// Not while it waits for somebody: also whoever came back takes it over first.
    boolean isHandledBy(PersonId person) {
        return !waits && handler.equals(person);
    }

    /// The next in line, or whoever handled it and is in the group again.
    boolean mayBeTakenOverBy(PersonId person) {
        return waits && (handler.equals(person) || person.equals(waitsFor));
    }

    /// Whom it lies with now, if with anybody.
    Optional<PersonId> liesWith() {
        return waits ? Optional.ofNullable(waitsFor) : Optional.of(handler);
    }

    boolean accuses(PersonId person) {
        return accused.equals(person);
    }

    boolean harmed(PersonId person) {
        return affected.filter(one -> one.person().equals(person)).isPresent();
    }

    /// Both, or the accused where nobody of the group was affected.
    boolean isHeard() {
        return accusedHeard && affected.map(Affected::heard).orElse(true);
    }

    boolean isRepair() {
        return verdict == Verdict.REPAIR;
    }

    boolean isExit() {
        return verdict == Verdict.EXIT;
    }

    /// The group has decided that the accused leaves; the chair's hand in the room is still to do it.
    boolean hasToLeave(Circle circle) {
        return state == State.DECIDED
                && isExit()
                && circle.sitter(accused).filter(Circle.Sitter::inRoom).isPresent();
    }

    /// Until it is decided; after the end of a membership was, until whoever is meant is out of the room.
    boolean rests() {
        return switch (state) {
            case CONTAINED, HEARD, HEARING, VOTING -> true;
            case DECIDED -> isExit();
            case REPAIRED, CLOSED -> false;
        };
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /// Whether the two write to the handler.
    boolean takesAccountOf(PersonId person) {
        return !waits
                && switch (state) {
                    case CONTAINED, HEARD, HEARING -> accuses(person) || harmed(person);
                    case DECIDED -> isRepair() && accuses(person);
                    case VOTING, REPAIRED, CLOSED -> false;
                };
    }

    /// Why an act cannot be done now, or nothing; who does it is asked before.
    ///
    /// @param statement the accused has written the statement
    /// @param circle who is in the room
    Optional<Message> against(Act act, boolean statement, Circle circle) {
        if (act.after(state).isEmpty()) {
            return Optional.of(Message.of("breach.refused.state", Message.of("breach.state." + state.key())));
        }
        if (waits && act.who() == Act.Who.HANDLER) {
            return Optional.of(Message.of("breach.refused.waits"));
        }
        return switch (act) {
            case CALL -> vetoed ? Optional.of(Message.of("breach.refused.vetoed")) : Optional.empty();
            case SETTLE -> vetoed ? Optional.empty() : Optional.of(Message.of("breach.refused.group"));
            case REPAIR -> {
                if (!isRepair()) {
                    yield Optional.of(Message.of("breach.refused.no-repair"));
                }
                yield statement ? Optional.empty() : Optional.of(Message.of("breach.refused.statement"));
            }
            case CLOSE -> {
                if (state == State.DECIDED && isRepair()) {
                    yield Optional.of(Message.of("breach.refused.repair"));
                }
                if (hasToLeave(circle)) {
                    yield Optional.of(Message.of("breach.refused.exit", circle.nameOf(accused)));
                }
                yield state == State.REPAIRED && pulses < PULSES
                        ? Optional.of(Message.of("breach.refused.pulses"))
                        : Optional.empty();
            }
            case HEAR, VETO, VOTE, DECIDE, FAIL, PULSE, TAKE_OVER -> Optional.empty();
        };
    }
}
