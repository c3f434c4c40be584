package org.peerage.ballots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// What a group is asked, by which rule and until when.
///
/// @param epoch of the key that its papers are sealed under
/// @param kind whose question it is, as its [BallotSubject] says; `subject` is what it is about
record Ballot(
        BallotId id,
        GroupId group,
        RoomId room,
        long epoch,
        String kind,
        UUID subject,
        BallotRule rule,
        PersonId by,
        Instant openedAt,
        LocalDate lastDay,
        Instant closesAt,
        BallotState state) {

    /// The last day is the group's, to its end.
    static Instant closing(LocalDate lastDay, ZoneId zone) {
        return lastDay.plusDays(1).atTime(LocalTime.MIN).atZone(zone).toInstant();
    }

    boolean takesPapers(Instant now) {
        return state == BallotState.OPEN && now.isBefore(closesAt);
    }

    String address() {
        return address(group) + "/" + id;
    }

    static String address(GroupId group) {
        return group.address() + "/ballots";
    }
}
