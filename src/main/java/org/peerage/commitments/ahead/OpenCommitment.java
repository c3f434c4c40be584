package org.peerage.commitments.ahead;

import java.time.LocalDate;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// Not yet closed: one's own, or one that one follows up.
///
/// @param other the witness of one's own, or the owner of one that one follows up
/// @param news lines of theirs that one has not read
record OpenCommitment(UUID id, GroupId group, LocalDate dueOn, PersonId other, boolean news) {}
