package org.peerage.conflicts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// That somebody has disclosed a conflict of interest; about whom is in the sealed words.
///
/// @param id of the sealed words as well
/// @param chair whoever chaired then, and alone reads it; empty where it is for the group
/// @param ended since when it is no longer so
record Disclosure(
        UUID id,
        GroupId group,
        RoomId room,
        PersonId by,
        Optional<PersonId> chair,
        Instant at,
        Optional<Instant> ended) {}
