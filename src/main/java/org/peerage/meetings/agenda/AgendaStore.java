package org.peerage.meetings.agenda;

import static org.peerage.meetings.floor.Columns.at;
import static org.peerage.meetings.floor.Columns.instant;
import static org.peerage.meetings.floor.Columns.uuid;
import static org.peerage.meetings.floor.Columns.value;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.LeaderNamed;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.Item;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Meetings as dates bring them about, and the agendas that are kept for them.
@Component
class AgendaStore {

    private final JdbcClient sql;

    AgendaStore(JdbcClient sql) {
        this.sql = sql;
    }

    record PlannedDate(Instant startsAt, String zone, int minutes) {}

    Optional<PlannedDate> date(UUID date) {
        return sql.sql("select starts_at, zone, minutes from scheduling.shared_date where id = :id")
                .param("id", date)
                .query((rows, row) ->
                        new PlannedDate(instant(rows, "starts_at"), rows.getString("zone"), rows.getInt("minutes")))
                .optional();
    }

    void add(MeetingId id, GroupId group, UUID date, PlannedDate when, String format) {
        sql.sql("""
                        insert into meetings.meeting (id, group_id, date_id, starts_at, zone, minutes, state, format)
                        values (:id, :group, :date, :starts, :zone, :minutes, 'planned', :format)
                        """)
                .param("id", id.value())
                .param("group", group.value())
                .param("date", date)
                .param("starts", at(when.startsAt()))
                .param("zone", when.zone())
                .param("minutes", when.minutes())
                .param("format", format)
                .update();
    }

    /// A meeting that has begun stays where it is.
    void move(UUID date, PlannedDate when) {
        sql.sql("""
                        update meetings.meeting
                           set starts_at = :starts, zone = :zone, minutes = :minutes, version = version + 1
                         where date_id = :date and state = 'planned'
                        """)
                .param("date", date)
                .param("starts", at(when.startsAt()))
                .param("zone", when.zone())
                .param("minutes", when.minutes())
                .update();
    }

    /// Of a date whose meeting has not begun, who leads it instead of the chair.
    Optional<LeaderNamed> led(UUID date) {
        return sql.sql("""
                        select id, group_id, deputy_id, starts_at from meetings.meeting
                         where date_id = :date and state = 'planned' and deputy_id is not null
                        """)
                .param("date", date)
                .query((row, number) -> new LeaderNamed(
                        new MeetingId(row.getObject("id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        new PersonId(row.getObject("deputy_id", UUID.class)),
                        row.getTimestamp("starts_at").toInstant()))
                .optional();
    }

    Optional<MeetingId> cancel(UUID date) {
        return sql.sql("""
                        update meetings.meeting set state = 'cancelled', version = version + 1
                         where date_id = :date and state = 'planned' returning id
                        """)
                .param("date", date)
                .query((row, number) -> new MeetingId(row.getObject("id", UUID.class)))
                .optional();
    }

    /// What an earlier meeting did not reach and no later one has finished.
    List<Agenda.Carried> carried(GroupId group) {
        return sql.sql("""
                        select distinct on (i.subject_id) i.id, i.subject_id
                          from meetings.item i join meetings.meeting m on m.id = i.meeting_id
                         where i.group_id = :group and i.subject_id is not null
                           and m.state = 'closed' and i.state = 'uncovered'
                           and not exists (select from meetings.item d
                                            where d.group_id = :group and d.subject_id = i.subject_id
                                              and d.state = 'done')
                         order by i.subject_id, m.starts_at desc
                        """)
                .param("group", group.value())
                .query((rows, row) -> new Agenda.Carried(new ItemId(uuid(rows, "id")), uuid(rows, "subject_id")))
                .list();
    }

    /// When each member last presented, by kind of item.
    Map<String, Map<PersonId, Instant>> presented(GroupId group) {
        var last = new HashMap<String, Map<PersonId, Instant>>();
        sql.sql("""
                        select i.kind, i.presenter_id, max(m.starts_at) as last
                          from meetings.item i join meetings.meeting m on m.id = i.meeting_id
                         where i.group_id = :group and i.presenter_id is not null
                           and m.state = 'closed' and i.state = 'done'
                         group by i.kind, i.presenter_id
                        """)
                .param("group", group.value())
                .query((rows, row) -> last.computeIfAbsent(
                                Objects.requireNonNull(rows.getString("kind")), k -> new HashMap<>())
                        .put(new PersonId(uuid(rows, "presenter_id")), instant(rows, "last")))
                .list();
        return last;
    }

    void replace(MeetingId meeting, List<Item> items) {
        sql.sql("delete from meetings.item where meeting_id = :meeting")
                .param("meeting", meeting.value())
                .update();
        for (var item : items) {
            add(meeting, item);
        }
    }

    private void add(MeetingId meeting, Item item) {
        sql.sql("""
                        insert into meetings.item (id, meeting_id, group_id, position, kind, minutes, least, most,
                                                   presenter_id, subject_id, protocol, reason, reason_number,
                                                   carried_from, state)
                        select :id, m.id, m.group_id, :position, :kind, :minutes, :least, :most, :presenter, :subject,
                               :protocol, :reason, :number, :from, :state
                          from meetings.meeting m where m.id = :meeting
                        """)
                .param("id", item.id().value())
                .param("meeting", meeting.value())
                .param("position", item.position())
                .param("kind", item.kind().key())
                .param("minutes", item.minutes())
                .param("least", item.least())
                .param("most", item.most())
                .param("presenter", value(item.presenter()))
                .param("subject", item.subject())
                .param("protocol", item.protocol())
                .param("reason", item.reason().key())
                .param("number", item.reason().number())
                .param(
                        "from",
                        item.carriedFrom() == null ? null : item.carriedFrom().value())
                .param("state", item.state().name().toLowerCase(Locale.ROOT))
                .update();
    }

    void approve(MeetingId meeting, PersonId by, Instant at) {
        sql.sql("""
                        update meetings.meeting set approved_at = :at, approved_by = :by, version = version + 1
                         where id = :id
                        """)
                .param("id", meeting.value())
                .param("by", by.value())
                .param("at", at(at))
                .update();
    }

    /// A new format makes a new agenda: what was approved or changed by hand before is gone.
    void use(MeetingId meeting, String format) {
        sql.sql("delete from meetings.item where meeting_id = :id")
                .param("id", meeting.value())
                .update();
        sql.sql("""
                        update meetings.meeting
                           set format = :format, format_chosen = true, approved_at = null, approved_by = null,
                               version = version + 1
                         where id = :id
                        """).param("id", meeting.value()).param("format", format).update();
    }

    void nameDeputy(MeetingId meeting, @Nullable PersonId deputy) {
        sql.sql("update meetings.meeting set deputy_id = :deputy, version = version + 1 where id = :id")
                .param("id", meeting.value())
                .param("deputy", value(deputy))
                .update();
    }

    void touch(MeetingId meeting) {
        sql.sql("update meetings.meeting set version = version + 1 where id = :id")
                .param("id", meeting.value())
                .update();
    }
}
