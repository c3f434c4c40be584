package org.peerage.meetings.ahead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The next meetings of groups.
@Component
class AheadStore {

    /// A meeting that has not been begun yet is still ahead for so long.
    private static final Duration LATE = Duration.ofHours(4);

    /// Afterwards nobody is asked any more; it can still be entered from the list.
    private static final Duration KNOWN = Duration.ofDays(14);

    private static final Duration NEWS = Duration.ofDays(40);

    private final JdbcClient sql;

    AheadStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// One of each group, the one that is going on before those to come; the first to begin comes first.
    List<MeetingAhead> next(Collection<GroupId> groups, Instant now) {
        return sql.sql("""
                select * from (
                    select distinct on (m.group_id) m.id, m.group_id, m.starts_at, m.zone, m.state,
                           coalesce(d.place, '') as place, m.approved_at is not null as agreed,
                           not exists (select from meetings.beginning b where b.group_id = m.group_id)
                               and not exists (select from meetings.meeting h
                                               where h.group_id = m.group_id and h.state = 'closed') as first,
                           coalesce(m.deputy_id = tenancy.me(), false) as leads,
                           exists (select 1 from meetings.preparation p
                                   where p.meeting_id = m.id and p.person_id = tenancy.me()) as prepared
                    from meetings.meeting m
                    left join scheduling.shared_date d on d.id = m.date_id
                    where m.group_id = any (:groups)
                      and (m.state = 'live' or m.state = 'planned' and m.starts_at > :now)
                    order by m.group_id, m.state = 'live' desc, m.starts_at, m.id) n
                order by starts_at, id
                """)
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now.minus(LATE)))
                .query((row, number) -> meeting(row))
                .list();
    }

    /// The last that nobody has begun and whoever acts would have led, while people still know how it went.
    Optional<Passed> passed(GroupId group, Instant now) {
        return sql.sql("""
                select id, starts_at, zone from meetings.meeting
                where group_id = :group and state = 'planned' and starts_at > :since and starts_at <= :late
                  and starts_at + minutes * interval '1 minute' <= :now
                  and id = any (array(select meetings.my_led()))
                order by starts_at desc, id limit 1
                """)
                .param("group", group.value())
                .param("since", Timestamp.from(now.minus(KNOWN)))
                .param("late", Timestamp.from(now.minus(LATE)))
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Passed(
                        new MeetingId(row.getObject("id", UUID.class)),
                        row.getTimestamp("starts_at").toInstant(),
                        ZoneId.of(row.getString("zone"))))
                .optional();
    }

    /// The last that was held on paper and of which words are still taken of whoever acts.
    Optional<Passed> written(GroupId group) {
        return sql.sql("""
                select id, starts_at, zone from meetings.meeting
                where group_id = :group and id = any (array(select meetings.still_written()))
                  and exists (select from meetings.attendance a
                              where a.meeting_id = meeting.id and a.person_id = tenancy.me())
                order by starts_at desc, id limit 1
                """)
                .param("group", group.value())
                .query((row, number) -> new Passed(
                        new MeetingId(row.getObject("id", UUID.class)),
                        row.getTimestamp("starts_at").toInstant(),
                        ZoneId.of(row.getString("zone"))))
                .optional();
    }

    /// Its time is over, and nobody has begun it here; or it was held on paper.
    record Passed(MeetingId id, Instant startsAt, ZoneId zone) {}

    /// @param deputy who was asked to lead it instead of the chair
    /// @param agreed its agenda stands
    record Coming(Instant startsAt, ZoneId zone, Optional<PersonId> deputy, boolean agreed) {}

    /// The next half dozen.
    List<Coming> coming(GroupId group, Instant now) {
        return sql.sql("""
                select starts_at, zone, deputy_id, approved_at is not null as agreed from meetings.meeting
                where group_id = :group and state = 'planned' and starts_at > :now order by starts_at, id limit 6
                """)
                .param("group", group.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Coming(
                        row.getTimestamp("starts_at").toInstant(),
                        ZoneId.of(row.getString("zone")),
                        Optional.ofNullable(row.getObject("deputy_id", UUID.class))
                                .map(PersonId::new),
                        row.getBoolean("agreed")))
                .list();
    }

    /// A meeting as the program keeps it, and who came.
    record Kept(MeetingId id, Instant startsAt, String zone, int minutes, String state, List<PersonId> there) {}

    /// All of a group, the first one first.
    List<Kept> all(GroupId group) {
        return sql.sql("""
                select m.id, m.starts_at, m.zone, m.minutes, m.state,
                       array(select a.person_id from meetings.attendance a
                              where a.meeting_id = m.id order by a.number) as there
                from meetings.meeting m where m.group_id = :group order by m.starts_at, m.id
                """)
                .param("group", group.value())
                .query((row, number) -> new Kept(
                        new MeetingId(row.getObject("id", UUID.class)),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getString("zone"),
                        row.getInt("minutes"),
                        row.getString("state"),
                        Arrays.stream((UUID[]) row.getArray("there").getArray())
                                .map(PersonId::new)
                                .toList()))
                .list();
    }

    /// @param missed whoever acts was in the room by then, and did not come
    record Held(MeetingId id, boolean missed) {}

    /// The meeting that was held last in any of these groups, as long as its record is news.
    Optional<Held> last(Collection<GroupId> groups, Instant now) {
        return sql.sql("""
                select m.id,
                       not exists (select from meetings.attendance a
                                   where a.meeting_id = m.id and a.person_id = tenancy.me())
                           and exists (select from groups.shared_since s
                                       where s.group_id = m.group_id and s.person_id = tenancy.me()
                                         and s.since < m.closed_at) as missed
                from meetings.meeting m
                where m.group_id = any (:groups) and m.state = 'closed' and m.closed_at > :since
                order by m.closed_at desc, m.id limit 1
                """)
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .param("since", Timestamp.from(now.minus(NEWS)))
                .query((row, number) ->
                        new Held(new MeetingId(row.getObject("id", UUID.class)), row.getBoolean("missed")))
                .optional();
    }

    /// When those that are held were to begin; a convener may know that too.
    Set<Instant> held(GroupId group) {
        return sql.sql("""
                        select starts_at from meetings.attendance_counts()
                        where group_id = :group and state = 'closed'
                        """)
                .param("group", group.value())
                .query((row, number) -> row.getTimestamp("starts_at").toInstant())
                .set();
    }

    /// Whether what the first meetings are like is settled: taken by the chair, or held.
    boolean begun(GroupId group) {
        return sql.sql("""
                select exists (select from meetings.beginning where group_id = :group)
                    or exists (select from meetings.meeting
                               where group_id = :group and (state = 'closed' or approved_at is not null))
                """).param("group", group.value()).query(Boolean.class).single();
    }

    private static MeetingAhead meeting(ResultSet row) throws SQLException {
        return new MeetingAhead(
                new MeetingId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getTimestamp("starts_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getString("place"),
                row.getString("state").equals("live"),
                row.getBoolean("agreed"),
                row.getBoolean("first"),
                row.getBoolean("leads"),
                row.getBoolean("prepared"));
    }
}
