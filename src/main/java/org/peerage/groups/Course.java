package org.peerage.groups;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What a group has before it, as the acting person sees it from their place in the room. Answered above this module,
/// where meetings and commitments are kept.
public interface Course {

    Ahead ahead(GroupId group);

    /// The nearest of it.
    ///
    /// @param due how many of the person's own commitments have come due and are not closed
    record Ahead(int due, Optional<Meeting> meeting) {}

    /// The meeting that is going on, or the next one.
    ///
    /// @param path of its own page
    /// @param agreed whether the chair has let the agenda stand
    /// @param prepared whether the person has shared their update
    record Meeting(String path, Instant startsAt, ZoneId zone, boolean live, boolean agreed, boolean prepared) {}
}
