package org.peerage.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// Who leads a meeting to come instead of the chair has changed, or when they do. Published inside the transaction.
///
/// @param leader null where it is nobody any more, or the meeting is called off
public record LeaderNamed(
        MeetingId meeting, GroupId group, @Nullable PersonId leader, Instant startsAt) {}
