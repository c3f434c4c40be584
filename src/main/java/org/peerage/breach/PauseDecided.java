package org.peerage.breach;

import java.time.Instant;
import java.time.LocalDate;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// A group has decided in a ballot that somebody's membership pauses. Published in the transaction that takes it down.
///
/// @param last day of the pause
/// @param by who took it down
public record PauseDecided(GroupId group, PersonId person, LocalDate first, LocalDate last, PersonId by, Instant at) {}
