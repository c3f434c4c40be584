package org.peerage.groups;

import java.time.Instant;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;

/// Somebody has sat down in a group.
///
/// @param profile theirs in the directory
/// @param name as they gave it
public record SeatTaken(GroupId group, ProfileId profile, PersonId person, String name, Instant at) {}
