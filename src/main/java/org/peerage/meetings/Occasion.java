package org.peerage.meetings;

import java.time.Instant;
import org.peerage.groups.GroupId;

/// The meeting that an agenda is made for.
public record Occasion(MeetingId meeting, GroupId group, Instant startsAt) {}
