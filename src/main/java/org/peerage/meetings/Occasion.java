package org.peerage.meetings;

import java.time.Instant;
import java.util.List;
import org.peerage.groups.GroupId;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// The meeting that an agenda is made for.
public record Occasion(MeetingId meeting, GroupId group, Instant startsAt) {

    /// What else its members should know before it begins. A bean of whoever knows it.
    public interface Remarks {

        default List<Message> remarks(MeetingId meeting) {
            return List.of();
        }

        /// What whoever looks may do before it begins, and where.
        default List<Link> ways(MeetingId meeting) {
            return List.of();
        }
    }
}
