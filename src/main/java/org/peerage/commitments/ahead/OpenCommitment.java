package org.peerage.commitments.ahead;

import java.time.LocalDate;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// One's own, not yet closed.
record OpenCommitment(UUID id, GroupId group, LocalDate dueOn, PersonId witness) {}
