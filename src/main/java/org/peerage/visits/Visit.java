package org.peerage.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.GroupDate;
import org.peerage.selection.ProspectId;
import org.peerage.tenancy.PersonId;

/// A candidate's visit to one date of a group.
///
/// @param bring what the guest is asked to bring
/// @param invitedBy whoever made the link that is out: what it shows is read as them
/// @param pledge what they signed; empty until they have
record Visit(
        UUID id,
        GroupId group,
        ProspectId prospect,
        DateId date,
        VisitState state,
        String bring,
        PersonId invitedBy,
        Optional<Pledge> pledge) {

    /// How long after the session the guest's link still leads somewhere.
    static final Duration AFTER = Duration.ofDays(7);

    /// @param name as they wrote it
    /// @param words as they read them
    record Pledge(String name, String words, Instant at) {}

    boolean ended(GroupDate when, Instant now) {
        return !now.isBefore(when.time().endsAt().plus(AFTER));
    }
}
