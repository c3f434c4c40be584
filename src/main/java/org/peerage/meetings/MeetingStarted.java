package org.peerage.meetings;

import java.time.Instant;
import org.peerage.groups.GroupId;

/// A group has begun its meeting. Published inside the transaction of the act.
public record MeetingStarted(MeetingId meeting, GroupId group, Instant at) {}
