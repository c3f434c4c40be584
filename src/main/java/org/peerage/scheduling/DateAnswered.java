package org.peerage.scheduling;

import org.peerage.groups.GroupId;

/// Somebody has said whether they come, in the transaction in which they did.
public record DateAnswered(DateId date, GroupId group) {}
