package org.peerage.meetings.record;

import static org.peerage.meetings.floor.Columns.at;
import static org.peerage.meetings.floor.Columns.instant;
import static org.peerage.meetings.floor.Columns.person;
import static org.peerage.meetings.floor.Columns.uuid;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What remains of meetings: for members who was there and what was done, for conveners how many were there.
@Component
class RecordStore {

    private final JdbcClient sql;

    RecordStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Present(PersonId person, boolean late, boolean assented) {}

    record Done(
            String kind, @Nullable PersonId presenter, int planned, Duration spent, boolean covered, boolean carried) {}

    record Spoken(PersonId person, int turns, Duration time) {}

    List<Present> present(MeetingId meeting) {
        return sql.sql("""
                        select person_id, late, assented_at is not null as assented from meetings.attendance
                         where meeting_id = :meeting order by number
                        """)
                .param("meeting", meeting.value())
                .query((rows, row) -> new Present(
                        new PersonId(uuid(rows, "person_id")), rows.getBoolean("late"), rows.getBoolean("assented")))
                .list();
    }

    Optional<PersonId> facilitator(MeetingId meeting) {
        return sql.sql("select facilitator_id from meetings.meeting where id = :meeting and facilitator_id is not null")
                .param("meeting", meeting.value())
                .query((rows, row) -> new PersonId(uuid(rows, "facilitator_id")))
                .optional();
    }

    /// Only what a member brought comes back at the next meeting; an empty place does not.
    List<Done> items(MeetingId meeting) {
        return sql.sql("""
                        select kind, presenter_id, minutes, coalesce(spent_ms, 0) as spent_ms, state = 'done' as covered,
                               state = 'uncovered' and subject_id is not null as carried
                          from meetings.item where meeting_id = :meeting order by position
                        """)
                .param("meeting", meeting.value())
                .query((rows, row) -> new Done(
                        rows.getString("kind"),
                        person(rows, "presenter_id"),
                        rows.getInt("minutes"),
                        Duration.ofMillis(rows.getLong("spent_ms")),
                        rows.getBoolean("covered"),
                        rows.getBoolean("carried")))
                .list();
    }

    /// The meeting that follows one.
    Optional<SummaryPage.Next> next(GroupId group, Instant after) {
        return sql.sql("""
                        select id, starts_at from meetings.meeting
                         where group_id = :group and starts_at > :after and state <> 'cancelled'
                         order by starts_at, id limit 1
                        """)
                .param("group", group.value())
                .param("after", at(after))
                .query((rows, row) ->
                        new SummaryPage.Next(new MeetingId(uuid(rows, "id")).address(), instant(rows, "starts_at")))
                .optional();
    }

    /// The meeting that was held last before one; what was only planned, and nobody came to, has no record.
    Optional<SummaryPage.Next> last(GroupId group, Instant before) {
        return sql.sql("""
                        select id, starts_at from meetings.meeting
                         where group_id = :group and starts_at < :before and state = 'closed'
                         order by starts_at desc, id limit 1
                        """)
                .param("group", group.value())
                .param("before", at(before))
                .query((rows, row) ->
                        new SummaryPage.Next(new MeetingId(uuid(rows, "id")).address(), instant(rows, "starts_at")))
                .optional();
    }

    List<Spoken> spoken(MeetingId meeting) {
        return sql.sql("""
                        select person_id, count(*)::integer as turns, sum(spent_ms)::bigint as spent_ms
                          from meetings.turn where meeting_id = :meeting and over and spent_ms > 0 group by person_id
                        """)
                .param("meeting", meeting.value())
                .query((rows, row) -> new Spoken(
                        new PersonId(uuid(rows, "person_id")),
                        rows.getInt("turns"),
                        Duration.ofMillis(rows.getLong("spent_ms"))))
                .list();
    }

    /// First come first. A convener learns counts and states here, and nothing else of any meeting.
    List<MeetingsPage.Row> counts(GroupId group) {
        return sql.sql("""
                        select meeting_id, starts_at, zone, state, present, late from meetings.attendance_counts()
                         where group_id = :group and state <> 'cancelled' order by starts_at, meeting_id
                        """)
                .param("group", group.value())
                .query((rows, row) -> new MeetingsPage.Row(
                        new MeetingId(uuid(rows, "meeting_id")),
                        instant(rows, "starts_at"),
                        ZoneId.of(rows.getString("zone")),
                        ScheduledMeeting.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                        rows.getInt("present"),
                        rows.getInt("late")))
                .list();
    }

    /// Whose time is over, which nobody has begun, and which whoever acts would have led.
    Set<MeetingId> unentered(GroupId group, Instant now) {
        return sql.sql("""
                        select id from meetings.meeting
                         where group_id = :group and state = 'planned'
                           and starts_at + minutes * interval '1 minute' <= :now
                           and id = any (array(select meetings.my_led()))
                        """)
                .param("group", group.value())
                .param("now", at(now))
                .query((rows, row) -> new MeetingId(uuid(rows, "id")))
                .set();
    }
}
