package org.peerage.meetings;

import java.time.Instant;
import org.peerage.groups.GroupId;

/// A meeting has ended, by its facilitator or after four hours without an act. Published inside the transaction.
public record MeetingClosed(MeetingId meeting, GroupId group, Instant at) {}
