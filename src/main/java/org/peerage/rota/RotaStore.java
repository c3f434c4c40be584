package org.peerage.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.scheduling.DateId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether a group takes turns, its meetings, and who has asked whom.
@Component
class RotaStore {

    private final JdbcClient sql;

    RotaStore(JdbcClient sql) {
        this.sql = sql;
    }

    boolean rotates(GroupId group) {
        return sql.sql("select rotates from rota.setting where group_id = :group")
                .param("group", group.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void choose(GroupId group, boolean rotates, Instant now) {
        sql.sql("""
                insert into rota.setting (group_id, rotates, set_by, at) values (:group, :rotates, :me, :now)
                on conflict (group_id) do update
                set rotates = excluded.rotates, set_by = excluded.set_by, at = excluded.at
                """)
                .param("group", group.value())
                .param("rotates", rotates)
                .param("me", Acting.me().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// The first one first.
    List<Turn> ahead(GroupId group, Instant now) {
        return sql.sql("""
                select id, date_id, starts_at, zone, deputy_id as leader from meetings.shared_meeting
                where group_id = :group and state = 'planned' and starts_at > :now order by starts_at, id
                """)
                .param("group", group.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> turn(row))
                .list();
    }

    /// The last one first.
    List<Turn> led(GroupId group) {
        return sql.sql("""
                select id, date_id, starts_at, zone, facilitator_id as leader from meetings.shared_meeting
                where group_id = :group and state = 'closed' and facilitator_id is not null
                order by closed_at desc, id
                """)
                .param("group", group.value())
                .query((row, number) -> turn(row))
                .list();
    }

    List<Turns.Away> leaves(GroupId group) {
        return sql.sql("""
                select person_id, first_day, last_day from attendance.shared_leave
                where group_id = :group and last_day >= first_day
                """)
                .param("group", group.value())
                .query((row, number) -> new Turns.Away(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /// Somebody waits for an answer whether another leads a meeting for them.
    record Asked(MeetingId meeting, PersonId asker, PersonId asked) {}

    /// As long as whoever asked leads it.
    List<Asked> asked(GroupId group) {
        return sql.sql("""
                select s.meeting_id, s.person_id, s.asked_id
                from rota.swap s join meetings.shared_meeting m on m.id = s.meeting_id
                where s.group_id = :group and s.state = 'asked' and m.state = 'planned' and m.deputy_id = s.person_id
                """)
                .param("group", group.value())
                .query((row, number) -> new Asked(
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new PersonId(row.getObject("asked_id", UUID.class))))
                .list();
    }

    void ask(GroupId group, MeetingId meeting, PersonId other, Instant now) {
        sql.sql("""
                insert into rota.swap (group_id, meeting_id, person_id, asked_id, state, at)
                values (:group, :meeting, :me, :other, 'asked', :now)
                on conflict (group_id, meeting_id, person_id) do update
                set asked_id = excluded.asked_id, state = 'asked', at = excluded.at
                """)
                .param("group", group.value())
                .param("meeting", meeting.value())
                .param("me", Acting.me().value())
                .param("other", other.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// What became of it.
    ///
    /// @return false where somebody else has settled it meanwhile
    boolean settle(GroupId group, Asked asked, String state, Instant now) {
        return sql.sql("""
                        update rota.swap set state = :state, at = :now
                        where group_id = :group and meeting_id = :meeting and person_id = :asker
                          and asked_id = :asked and state = 'asked'
                        """)
                        .param("group", group.value())
                        .param("meeting", asked.meeting().value())
                        .param("asker", asked.asker().value())
                        .param("asked", asked.asked().value())
                        .param("state", state)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                new MeetingId(row.getObject("id", UUID.class)),
                new DateId(row.getObject("date_id", UUID.class)),
                row.getTimestamp("starts_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                Optional.ofNullable(row.getObject("leader", UUID.class)).map(PersonId::new));
    }
}
