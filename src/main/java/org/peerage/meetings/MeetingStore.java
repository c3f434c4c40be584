package org.peerage.meetings;

import static org.peerage.meetings.Columns.at;
import static org.peerage.meetings.Columns.instant;
import static org.peerage.meetings.Columns.instantOrNull;
import static org.peerage.meetings.Columns.person;
import static org.peerage.meetings.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Meetings with their items, turns and people, as the rules see them.
@Component
class MeetingStore {

    private final JdbcClient sql;
    private final ItemTypes types;

    MeetingStore(JdbcClient sql, ItemTypes types) {
        this.sql = sql;
        this.types = types;
    }

    Optional<Sitting> find(MeetingId id) {
        return sql.sql("""
                        select m.id, m.group_id, g.name, g.room_id, g.chair_id, m.date_id, m.starts_at, m.zone, m.minutes,
                               m.state, m.version, h.n, m.format, m.approved_at, m.deputy_id, m.facilitator_id,
                               greatest(m.led_since, p.seen_at) as led, m.live_since, m.closed_at, m.closed_how
                          from meetings.meeting m
                          join meetings.head h on h.meeting_id = m.id
                          join groups.shared_group g on g.id = m.group_id
                          left join meetings.presence p on p.meeting_id = m.id and p.person_id = m.facilitator_id
                         where m.id = :id
                        """)
                .param("id", id.value())
                .query((rows, row) -> sitting(rows))
                .optional();
    }

    private Sitting sitting(ResultSet rows) throws SQLException {
        var group = new GroupId(uuid(rows, "group_id"));
        var names = new LinkedHashMap<PersonId, String>();
        var members = new ArrayList<PersonId>();
        for (var member : members(group)) {
            names.put(member.person(), member.name());
            if (member.active()) {
                members.add(member.person());
            }
        }
        return new Sitting(
                new MeetingId(uuid(rows, "id")),
                group,
                rows.getString("name"),
                rows.getString("room_id"),
                person(rows, "chair_id"),
                uuid(rows, "date_id"),
                instant(rows, "starts_at"),
                ZoneId.of(rows.getString("zone")),
                rows.getInt("minutes"),
                Sitting.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                rows.getLong("version"),
                rows.getLong("n"),
                rows.getString("format"),
                rows.getObject("approved_at") != null,
                person(rows, "deputy_id"),
                person(rows, "facilitator_id"),
                instantOrNull(rows, "led"),
                instantOrNull(rows, "live_since"),
                instantOrNull(rows, "closed_at"),
                rows.getString("closed_how"),
                names,
                members);
    }

    Optional<MeetingId> meetingOf(ItemId item) {
        return sql.sql("select meeting_id from meetings.item where id = :id")
                .param("id", item.value())
                .query((rows, row) -> new MeetingId(uuid(rows, "meeting_id")))
                .optional();
    }

    private record Member(PersonId person, String name, boolean active) {}

    private List<Member> members(GroupId group) {
        return sql.sql("""
                        select person_id, name, state from groups.shared_member
                         where group_id = :group and person_id is not null
                         order by name, person_id
                        """)
                .param("group", group.value())
                .query((rows, row) -> new Member(
                        new PersonId(uuid(rows, "person_id")),
                        Objects.requireNonNullElse(rows.getString("name"), ""),
                        !"left".equals(rows.getString("state"))))
                .list();
    }

    List<Item> items(MeetingId id) {
        return sql.sql("""
                        select id, position, kind, minutes, least, most, presenter_id, subject_id, protocol, reason,
                               reason_number, carried_from, state, spent_ms, running_since, ends_at, left_ms
                          from meetings.item where meeting_id = :id order by position
                        """)
                .param("id", id.value())
                .query((rows, row) -> item(rows))
                .list();
    }

    private Item item(ResultSet rows) throws SQLException {
        var from = rows.getObject("carried_from", UUID.class);
        return new Item(
                new ItemId(uuid(rows, "id")),
                rows.getInt("position"),
                types.kind(rows.getString("kind")),
                rows.getInt("minutes"),
                rows.getInt("least"),
                rows.getInt("most"),
                person(rows, "presenter_id"),
                rows.getObject("subject_id", UUID.class),
                rows.getString("protocol"),
                new Reason(rows.getString("reason"), rows.getLong("reason_number")),
                from == null ? null : new ItemId(from),
                Item.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                rows.getObject("spent_ms") == null ? null : countdown(rows));
    }

    private static Countdown countdown(ResultSet rows) throws SQLException {
        var spent = Duration.ofMillis(rows.getLong("spent_ms"));
        var since = instantOrNull(rows, "running_since");
        return since == null
                ? new Countdown.Stopped(spent, Duration.ofMillis(rows.getLong("left_ms")))
                : new Countdown.Running(spent, since, instant(rows, "ends_at"));
    }

    /// When the group of this meeting meets next after it.
    Optional<Instant> nextAfter(MeetingId id) {
        return sql.sql("""
                        select min(n.starts_at) as starts_at
                          from meetings.meeting m
                          join meetings.meeting n on n.group_id = m.group_id and n.starts_at > m.starts_at
                         where m.id = :id and n.state = 'planned'
                        """)
                .param("id", id.value())
                .query((rows, row) -> Optional.ofNullable(instantOrNull(rows, "starts_at")))
                .single();
    }

    List<Turn> turns(MeetingId id) {
        return sql.sql("""
                        select item_id, person_id, number, over, spent_ms, running_since, ends_at, left_ms
                          from meetings.turn where meeting_id = :id order by number
                        """)
                .param("id", id.value())
                .query((rows, row) -> turn(rows))
                .list();
    }

    private static Turn turn(ResultSet rows) throws SQLException {
        var item = new ItemId(uuid(rows, "item_id"));
        var person = new PersonId(uuid(rows, "person_id"));
        var number = rows.getInt("number");
        return rows.getBoolean("over")
                ? new Turn.Spoken(item, person, number, Duration.ofMillis(rows.getLong("spent_ms")))
                : new Turn.Speaking(item, person, number, countdown(rows));
    }

    List<Attendee> attendees(MeetingId id) {
        return sql.sql("""
                        select person_id, number, arrived_at, late, assented_at, ready_for
                          from meetings.attendance where meeting_id = :id order by number
                        """)
                .param("id", id.value())
                .query((rows, row) -> {
                    var ready = rows.getObject("ready_for", UUID.class);
                    return new Attendee(
                            new PersonId(uuid(rows, "person_id")),
                            rows.getInt("number"),
                            instant(rows, "arrived_at"),
                            rows.getBoolean("late"),
                            instantOrNull(rows, "assented_at"),
                            ready == null ? null : new ItemId(ready));
                })
                .list();
    }

    Planned planned(Sitting sitting) {
        return new Planned(
                sitting.id(),
                sitting.group(),
                sitting.startsAt(),
                Duration.ofMinutes(sitting.minutes()),
                sitting.version(),
                sitting.deputy(),
                items(sitting.id()),
                attendees(sitting.id()));
    }

    Live live(Sitting sitting) {
        return new Live(
                sitting.id(),
                sitting.group(),
                sitting.startsAt(),
                Duration.ofMinutes(sitting.minutes()),
                sitting.version(),
                Objects.requireNonNull(sitting.facilitator()),
                Objects.requireNonNull(sitting.led()),
                sitting.deputy(),
                Objects.requireNonNull(sitting.liveSince()),
                items(sitting.id()),
                turns(sitting.id()),
                attendees(sitting.id()));
    }

    List<MeetingId> idle(Instant before) {
        return sql.sql("""
                        select m.id from meetings.meeting m join meetings.head h on h.meeting_id = m.id
                         where m.state = 'live' and h.last_act_at <= :before
                        """)
                .param("before", at(before))
                .query((rows, row) -> new MeetingId(uuid(rows, "id")))
                .list();
    }

    /// As [#live], for the program that ends idle meetings and knows no names.
    Live idleMeeting(MeetingId id) {
        return sql.sql("""
                        select id, group_id, starts_at, minutes, version, deputy_id, facilitator_id, led_since, live_since
                          from meetings.meeting where id = :id and state = 'live'
                        """)
                .param("id", id.value())
                .query((rows, row) -> new Live(
                        id,
                        new GroupId(uuid(rows, "group_id")),
                        instant(rows, "starts_at"),
                        Duration.ofMinutes(rows.getInt("minutes")),
                        rows.getLong("version"),
                        new PersonId(uuid(rows, "facilitator_id")),
                        instant(rows, "led_since"),
                        person(rows, "deputy_id"),
                        instant(rows, "live_since"),
                        items(id),
                        turns(id),
                        attendees(id)))
                .single();
    }
}
