package org.peerage.scheduling;

import java.time.Instant;
import org.peerage.groups.GroupId;

/// A group will not meet on this date. `startsAt` is when it would have. Published inside the transaction.
public record DateCancelled(DateId date, GroupId group, Instant startsAt, Instant at) {}
