package org.peerage.scheduling;

import java.time.Instant;
import org.peerage.groups.GroupId;

/// A group will meet. Published inside the transaction.
public record DateSet(DateId date, GroupId group, Instant startsAt, Instant at) {}
