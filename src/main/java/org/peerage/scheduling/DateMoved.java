package org.peerage.scheduling;

import java.time.Instant;
import org.peerage.groups.GroupId;

/// A date has another time or place, or lasts for another while. `startsAt` is what holds from now on. Published inside
/// the transaction.
public record DateMoved(DateId date, GroupId group, Instant startsAt, Instant at) {}
