package org.peerage.selection;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.scheduling.MeetingTime;
import org.peerage.tenancy.PersonId;

/// A prospect's conversation with somebody of the panel, as their own link shows it.
///
/// @param time as it was last picked, also when it does not hold any more
/// @param how where or by what, in the words of whoever offered it
/// @param sequence counts changes, for calendars
record Talk(
        ProspectId prospect,
        GroupId group,
        String groupName,
        State state,
        Optional<MeetingTime> time,
        String how,
        int sequence) {

    enum State {
        /// Nothing was picked yet.
        OPEN,
        BOOKED,
        /// By the candidate.
        CANCELLED,
        /// By whoever had offered it.
        CALLED_OFF;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    boolean booked() {
        return state == State.BOOKED;
    }

    /// It is still to come: what has been is called off by nobody.
    boolean ahead(Instant now) {
        return booked() && time.filter(when -> when.startsAt().isAfter(now)).isPresent();
    }

    Talk with(State to) {
        return new Talk(prospect, group, groupName, to, time, how, sequence + 1);
    }

    Talk at(Slot slot) {
        return new Talk(prospect, group, groupName, State.BOOKED, Optional.of(slot.time()), slot.how(), sequence + 1);
    }

    /// A time that a member of a panel has for candidates.
    ///
    /// @param taken by whom
    record Slot(UUID id, PersonId by, MeetingTime time, String how, Optional<ProspectId> taken) {}
}
