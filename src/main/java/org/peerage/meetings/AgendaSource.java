package org.peerage.meetings;

import java.time.Instant;
import java.util.List;
import org.peerage.groups.GroupId;

/// Implemented by modules that know what a group should talk about. Asked inside a read transaction of whoever looks
/// at the agenda, so the answer may only rest on rows that this person may see.
public interface AgendaSource {

    /// What is due when the meeting starts at `startsAt`. Order is of no matter: the agenda sorts fairly.
    List<AgendaProposal> proposals(GroupId group, MeetingId meeting, Instant startsAt);
}
