package org.peerage.meetings.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.Columns;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The meetings of a group in their order, held and to come, and the shape that the first of them have where the chair
/// has taken it. Written by the chair and, when dates change, as `meetings.planning`.
@Component
class FirstMeetings {

    private final JdbcClient sql;
    private final Formats formats;

    FirstMeetings(JdbcClient sql, Formats formats) {
        this.sql = sql;
        this.formats = formats;
    }

    /// @param free nobody has approved, changed or begun it, or chosen a shape for it by hand
    record Numbered(int place, MeetingId id, int minutes, String format, boolean free) {

        private static Numbered of(ResultSet row) throws SQLException {
            return new Numbered(
                    row.getInt("place"),
                    new MeetingId(row.getObject("id", UUID.class)),
                    row.getInt("minutes"),
                    row.getString("format"),
                    row.getBoolean("free"));
        }
    }

    boolean taken(GroupId group) {
        return sql.sql("select exists (select from meetings.beginning where group_id = :group)")
                .param("group", group.value())
                .query(Boolean.class)
                .single();
    }

    void take(GroupId group, PersonId by, Instant at) {
        sql.sql("""
                insert into meetings.beginning (group_id, taken_by, taken_at) values (:group, :by, :at)
                on conflict do nothing
                """)
                .param("group", group.value())
                .param("by", by.value())
                .param("at", Columns.at(at))
                .update();
    }

    List<Numbered> of(GroupId group) {
        return sql.sql("""
                select row_number() over (order by m.starts_at, m.id)::integer as place, m.id, m.minutes, m.format,
                       m.state = 'planned' and m.approved_at is null and not m.format_chosen
                           and not exists (select from meetings.item i where i.meeting_id = m.id) as free
                from meetings.meeting m where m.group_id = :group and m.state <> 'cancelled'
                order by place
                """)
                .param("group", group.value())
                .query((row, number) -> Numbered.of(row))
                .list();
    }

    /// After a date was set, moved or cancelled another meeting may be the second; what somebody has settled stays.
    void shape(GroupId group) {
        if (!taken(group)) {
            return;
        }
        for (var meeting : of(group)) {
            var format = formats.beginning(meeting.place(), meeting.minutes()).key();
            if (meeting.free() && !format.equals(meeting.format())) {
                sql.sql("update meetings.meeting set format = :format, version = version + 1 where id = :id")
                        .param("id", meeting.id().value())
                        .param("format", format)
                        .update();
            }
        }
    }
}
