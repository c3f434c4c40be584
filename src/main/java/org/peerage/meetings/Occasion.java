package org.peerage.meetings;

import java.time.Instant;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// The meeting that an agenda is made for.
public record Occasion(MeetingId meeting, GroupId group, Instant startsAt) {

    /// What else is said of a meeting of a group before it is over. A bean of whoever knows it.
    public interface Remarks {

        /// To all its members.
        default List<Message> remarks(Circle circle, MeetingId meeting) {
            return List.of();
        }

        /// What whoever leads it may do before it begins, and where; asked for nobody else.
        default List<Link> ways(Circle circle, MeetingId meeting) {
            return List.of();
        }
    }
}
