package org.peerage.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who was at which meeting, what the chair has marked, and which steps were taken, as far as whoever acts may know.
@Component
class AttendanceStore {

    private final JdbcClient sql;

    AttendanceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Of everybody who is in the room, since they are in it: a meeting counts from when it began, or was to begin. The
    /// day that a leave is about is that of the meeting's own zone.
    List<Presence> held(Circle circle, Instant since) {
        return sql.sql("""
                select m.id, m.starts_at, m.zone, r.person_id, a.arrived_at, coalesce(a.late, false) as late,
                       greatest(m.starts_at, coalesce(m.live_since, m.starts_at)) as begun,
                       exists (select from attendance.mark k where k.meeting_id = m.id and k.person_id = r.person_id
                               and k.kind = 'excused') as excused,
                       exists (select from attendance.mark k where k.meeting_id = m.id and k.person_id = r.person_id
                               and k.kind = 'left-early') as left_early,
                       exists (select from attendance.shared_leave l
                               where l.group_id = m.group_id and l.person_id = r.person_id
                                 and cast(m.starts_at at time zone m.zone as date)
                                     between l.first_day and l.last_day) as away
                from meetings.shared_meeting m
                join (select person_id, min(since) as since from rooms.shared_member
                      where room_id = :room and active group by person_id) r on r.since < m.starts_at
                left join meetings.shared_attendance a on a.meeting_id = m.id and a.person_id = r.person_id
                where m.group_id = :group and m.state = 'closed' and m.starts_at > :since
                order by m.starts_at, m.id
                """)
                .param("room", circle.openRoom().value())
                .param("group", circle.id().value())
                .param("since", Timestamp.from(since))
                .query((row, number) -> presence(row))
                .list();
    }

    private static Presence presence(ResultSet row) throws SQLException {
        var begun = row.getTimestamp("begun").toInstant();
        return new Presence(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("starts_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                Optional.ofNullable(row.getTimestamp("arrived_at"))
                        .map(Timestamp::toInstant)
                        .map(arrived -> Duration.between(begun, arrived)),
                row.getBoolean("late"),
                row.getBoolean("left_early"),
                row.getBoolean("excused"),
                row.getBoolean("away"));
    }

    /// Marked twice is marked once.
    void mark(GroupId group, UUID meeting, PersonId person, Mark mark, Instant now) {
        sql.sql("""
                insert into attendance.mark (group_id, meeting_id, person_id, kind, by_id, at)
                values (:group, :meeting, :person, :kind, tenancy.me(), :now) on conflict do nothing
                """)
                .param("group", group.value())
                .param("meeting", meeting)
                .param("person", person.value())
                .param("kind", mark.key())
                .param("now", Timestamp.from(now))
                .update();
    }

    void takeBack(UUID meeting, PersonId person, Mark mark) {
        sql.sql("delete from attendance.mark where meeting_id = :meeting and person_id = :person and kind = :kind")
                .param("meeting", meeting)
                .param("person", person.value())
                .param("kind", mark.key())
                .update();
    }

    List<Ladder.Taken> steps(GroupId group) {
        return sql.sql("select id, person_id, number, kind, by_id, at from attendance.step where group_id = :group")
                .param("group", group.value())
                .query((row, number) -> taken(row))
                .list();
    }

    Optional<Ladder.Taken> step(GroupId group, UUID id) {
        return sql.sql("""
                select id, person_id, number, kind, by_id, at from attendance.step
                where group_id = :group and id = :id
                """)
                .param("group", group.value())
                .param("id", id)
                .query((row, number) -> taken(row))
                .optional();
    }

    /// False: another request has taken it in the meantime.
    boolean take(GroupId group, Ladder.Taken taken) {
        return sql.sql("""
                        insert into attendance.step (id, group_id, person_id, number, kind, by_id, at)
                        values (:id, :group, :person, :number, :kind, tenancy.me(), :now) on conflict do nothing
                        """)
                        .param("id", taken.id())
                        .param("group", group.value())
                        .param("person", taken.person().value())
                        .param("number", taken.number())
                        .param("kind", taken.step().key())
                        .param("now", Timestamp.from(taken.at()))
                        .update()
                == 1;
    }

    private static Ladder.Taken taken(ResultSet row) throws SQLException {
        return new Ladder.Taken(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getInt("number"),
                Step.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new PersonId(row.getObject("by_id", UUID.class)),
                row.getTimestamp("at").toInstant());
    }
}
