package org.peerage.meetings.items;

import static org.peerage.meetings.floor.Columns.instantOrNull;
import static org.peerage.meetings.floor.Columns.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The little that the meeting's own items show.
@Component
class ItemStore {

    private final JdbcClient sql;

    ItemStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Assent(PersonId person, @Nullable Instant at) {}

    /// Of everybody present, in the order in which they came.
    List<Assent> assents(MeetingId meeting) {
        return sql.sql("""
                        select person_id, assented_at from meetings.attendance
                         where meeting_id = :meeting order by number
                        """)
                .param("meeting", meeting.value())
                .query((rows, row) ->
                        new Assent(new PersonId(uuid(rows, "person_id")), instantOrNull(rows, "assented_at")))
                .list();
    }

    /// When the group went on from the read-back, if it has. On paper nobody has dated it: who agreed is not known
    /// here.
    Optional<Instant> wentOn(MeetingId meeting) {
        return sql.sql("""
                        select i.left_at from meetings.item i join meetings.meeting m on m.id = i.meeting_id
                         where m.id = :meeting and i.kind = :kind and m.entered_at is null
                        """)
                .param("meeting", meeting.value())
                .param("kind", Frame.CONFIDENTIALITY.key())
                .query((rows, row) -> Optional.ofNullable(instantOrNull(rows, "left_at")))
                .optional()
                .flatMap(at -> at);
    }

    record Where(MeetingId meeting, GroupId group) {}

    Optional<Where> where(ItemId item) {
        return sql.sql("select meeting_id, group_id from meetings.item where id = :id")
                .param("id", item.value())
                .query((rows, row) ->
                        new Where(new MeetingId(uuid(rows, "meeting_id")), new GroupId(uuid(rows, "group_id"))))
                .optional();
    }

    /// The group is at the read-back, or has been.
    boolean isReadBack(MeetingId meeting) {
        return sql.sql("""
                        select exists (select from meetings.item
                                        where meeting_id = :meeting and kind = :kind and state in ('current', 'done'))
                        """)
                .param("meeting", meeting.value())
                .param("kind", Frame.CONFIDENTIALITY.key())
                .query(Boolean.class)
                .single();
    }

    /// When the group of this meeting meets next after it.
    Optional<Instant> nextAfter(MeetingId meeting) {
        return sql.sql("""
                        select min(n.starts_at) as starts_at
                          from meetings.meeting m
                          join meetings.meeting n on n.group_id = m.group_id and n.starts_at > m.starts_at
                         where m.id = :meeting and n.state = 'planned'
                        """)
                .param("meeting", meeting.value())
                .query((rows, row) -> Optional.ofNullable(instantOrNull(rows, "starts_at")))
                .single();
    }
}
