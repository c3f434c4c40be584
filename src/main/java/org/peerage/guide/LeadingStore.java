package org.peerage.guide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is missing in a group, who was reminded of it, and whose issues were worked on: facts of the lobby, for its
/// chair, and the first two of one meeting for whoever leads it.
@Component
class LeadingStore {

    private static final String LED = """
            select m.id, m.group_id, m.starts_at, m.state = 'planned' as planned,
                   coalesce(m.deputy_id = tenancy.me(), false) as mine
            from meetings.shared_meeting m
            """;

    private final JdbcClient sql;

    LeadingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Of everybody in the room but whoever acts: what the next meeting within so many days and the charter in force
    /// wait for. Whoever has said that they will not come has nothing to prepare, and whoever is on leave that day
    /// nothing at all.
    ///
    /// @param meeting instead of the next one
    List<Nudge.Missing> missing(GroupId group, Optional<MeetingId> meeting, Instant now, Instant until) {
        return sql.sql("""
                with others as (
                    select person_id from groups.shared_member
                    where group_id = :group and state = 'in-room' and person_id <> tenancy.me()
                ), next as (
                    select m.id, m.date_id, m.starts_at, cast(m.starts_at at time zone m.zone as date) as day
                    from meetings.shared_meeting m
                    where m.group_id = :group and m.state = 'planned' and m.starts_at between :now and :until
                      and (cast(:meeting as uuid) is null or m.id = cast(:meeting as uuid))
                    order by m.starts_at limit 1
                ), expected as (
                    select o.person_id from others o, next n
                    where not exists (select 1 from attendance.shared_leave l
                                      where l.group_id = :group and l.person_id = o.person_id
                                        and n.day between l.first_day and l.last_day)
                ), missing as (
                    select 'answer' as nudge, n.date_id as subject, n.starts_at, o.person_id from expected o, next n
                    where not exists (select 1 from scheduling.shared_answer a
                                      where a.date_id = n.date_id and a.person_id = o.person_id)
                    union all
                    select 'prepare', n.id, n.starts_at, o.person_id from expected o, next n
                    where not exists (select 1 from meetings.shared_preparation p
                                      where p.meeting_id = n.id and p.person_id = o.person_id)
                      and not exists (select 1 from scheduling.shared_answer a
                                      where a.date_id = n.date_id and a.person_id = o.person_id and not a.coming)
                    union all
                    select 'sign', c.group_id, null, o.person_id from others o, groups.shared_charter c
                    where c.group_id = :group and c.fixed_at is not null
                      and c.version = (select max(v.version) from groups.shared_charter v where v.group_id = :group)
                      and not exists (select 1 from groups.shared_signature s
                                      where s.group_id = c.group_id and s.version = c.version
                                        and s.person_id = o.person_id)
                )
                select m.nudge, m.subject, m.starts_at, m.person_id,
                       (select max(r.at) from guide.reminder r
                        where r.group_id = :group and r.nudge = m.nudge and r.subject_id = m.subject
                          and r.person_id = m.person_id) as reminded
                from missing m
                """)
                .param("group", group.value())
                .param("meeting", meeting.map(MeetingId::toString).orElse(null))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query((row, number) -> new Nudge.Missing(
                        Nudge.of(row.getString("nudge")).orElseThrow(),
                        row.getObject("subject", UUID.class),
                        moment(row.getTimestamp("starts_at")),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        moment(row.getTimestamp("reminded"))))
                .list();
    }

    /// A meeting that may be led, for whoever acts.
    ///
    /// @param planned neither begun nor over nor called off
    /// @param mine they are named to lead it
    record Led(MeetingId id, GroupId group, Instant startsAt, boolean planned, boolean mine) {}

    Optional<Led> find(MeetingId meeting) {
        return sql.sql(LED + "where m.id = :meeting")
                .param("meeting", meeting.value())
                .query(LeadingStore::led)
                .optional();
    }

    /// The next that whoever acts is named to lead.
    Optional<Led> nextLed(GroupId group, Instant now) {
        return sql.sql(LED + """
                where m.group_id = :group and m.state = 'planned' and m.deputy_id = tenancy.me() and m.starts_at > :now
                order by m.starts_at limit 1
                """)
                .param("group", group.value())
                .param("now", Timestamp.from(now))
                .query(LeadingStore::led)
                .optional();
    }

    private static Led led(ResultSet row, int number) throws SQLException {
        return new Led(
                new MeetingId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getTimestamp("starts_at").toInstant(),
                row.getBoolean("planned"),
                row.getBoolean("mine"));
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant).orElse(null);
    }

    void remind(GroupId group, Nudge.Missing missing, List<PersonId> people, Instant now) {
        sql.sql("""
                insert into guide.reminder (group_id, nudge, subject_id, person_id, said_by, at)
                select :group, :nudge, :subject, p, tenancy.me(), :now from unnest(:people) p
                """)
                .param("group", group.value())
                .param("nudge", missing.nudge().key())
                .param("subject", missing.subject())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Of one member, since a moment.
    ///
    /// @param presented issues of theirs that the group worked on
    /// @param last when that was last, ever
    /// @param came meetings
    record Turns(PersonId person, int presented, @Nullable Instant last, int came) {}

    /// Whoever has waited longest first.
    List<Turns> turns(GroupId group, Instant since) {
        return sql.sql("""
                select s.person_id,
                       count(distinct i.id) filter (where m.closed_at >= :since) as presented,
                       max(m.closed_at) as last,
                       (select count(*) from meetings.shared_attendance a
                        join meetings.shared_meeting h on h.id = a.meeting_id
                        where a.group_id = :group and a.person_id = s.person_id and h.closed_at >= :since) as came
                from groups.shared_member s
                left join meetings.shared_item i
                       on i.group_id = s.group_id and i.presenter_id = s.person_id and i.kind = 'issue'
                      and i.state = 'done'
                left join meetings.shared_meeting m on m.id = i.meeting_id and m.closed_at is not null
                where s.group_id = :group and s.state = 'in-room'
                group by s.person_id
                order by last nulls first, presented, s.person_id
                """)
                .param("group", group.value())
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Turns(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getInt("presented"),
                        moment(row.getTimestamp("last")),
                        row.getInt("came")))
                .list();
    }

    int held(GroupId group, Instant since) {
        return sql.sql("select count(*) from meetings.shared_meeting where group_id = :group and closed_at >= :since")
                .param("group", group.value())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }
}
