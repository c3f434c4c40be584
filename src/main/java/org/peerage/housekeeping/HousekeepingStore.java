package org.peerage.housekeeping;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lines that meetings have left, as far as the acting person sits in the room.
@Component
class HousekeepingStore {

    private final JdbcClient sql;

    HousekeepingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param id of the sealed words as well
    record Said(UUID id, Sort sort, PersonId by) {}

    void add(Circle circle, MeetingId meeting, UUID id, Sort sort, Instant now) {
        sql.sql("""
                insert into housekeeping.line (id, group_id, room_id, meeting_id, person_id, sort, at)
                values (:id, :group, :room, :meeting, tenancy.me(), :sort, :now)
                """)
                .param("id", id)
                .param("group", circle.id().value())
                .param("room", circle.openRoom().value())
                .param("meeting", meeting.value())
                .param("sort", sort.key())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// In the order in which they were said.
    List<Said> in(MeetingId meeting) {
        return sql.sql("select id, sort, person_id from housekeeping.line where meeting_id = :meeting order by at, id")
                .param("meeting", meeting.value())
                .query((row, number) -> new Said(
                        row.getObject("id", UUID.class),
                        Sort.of(row.getString("sort")).orElseThrow(),
                        new PersonId(row.getObject("person_id", UUID.class))))
                .list();
    }

    /// @param id of the sealed words as well
    record Given(UUID id, Sort sort, MeetingId meeting, Instant at) {}

    /// What a member has said in this room to need and to offer, the latest first.
    List<Given> by(Circle circle, PersonId person) {
        return sql.sql("""
                        select id, sort, meeting_id, at from housekeeping.line
                        where group_id = :group and room_id = :room and person_id = :person and sort in ('need', 'lead')
                        order by at desc, id desc
                        """)
                .param("group", circle.id().value())
                .param("room", circle.openRoom().value())
                .param("person", person.value())
                .query((row, number) -> new Given(
                        row.getObject("id", UUID.class),
                        Sort.of(row.getString("sort")).orElseThrow(),
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
