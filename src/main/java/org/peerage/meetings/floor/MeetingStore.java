package org.peerage.meetings.floor;

import static org.peerage.meetings.floor.Columns.at;
import static org.peerage.meetings.floor.Columns.instant;
import static org.peerage.meetings.floor.Columns.instantOrNull;
import static org.peerage.meetings.floor.Columns.person;
import static org.peerage.meetings.floor.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Meetings with their items, turns and people, as the rules see them.
@Component
public class MeetingStore {

    private final JdbcClient sql;
    private final Circles circles;
    private final ItemTypes types;

    MeetingStore(JdbcClient sql, Circles circles, ItemTypes types) {
        this.sql = sql;
        this.circles = circles;
        this.types = types;
    }

    public Optional<ScheduledMeeting> find(MeetingId id) {
        return sql.sql("""
                        select m.id, m.group_id, m.starts_at, m.zone, m.minutes, m.state, m.version, h.n, m.format,
                               m.approved_at, m.deputy_id, m.facilitator_id,
                               greatest(m.led_since, p.seen_at) as led, m.live_since, m.closed_at, m.closed_how,
                               m.entered_by, m.entered_at, m.corrected_by, m.corrected_at
                          from meetings.meeting m
                          join live.shared_topic h on h.id = m.id
                          left join live.shared_presence p on p.topic_id = m.id and p.person_id = m.facilitator_id
                         where m.id = :id
                        """)
                .param("id", id.value())
                .query((rows, row) -> Row.of(rows))
                .optional()
                .flatMap(row -> circles.of(row.group()).map(row::in));
    }

    public Optional<Occasion> next(GroupId group, Instant now) {
        return sql.sql("""
                        select id, starts_at from meetings.meeting
                         where group_id = :group and state = 'planned' and starts_at > :now
                         order by starts_at, id limit 1
                        """)
                .param("group", group.value())
                .param("now", at(now))
                .query((rows, row) -> new Occasion(new MeetingId(uuid(rows, "id")), group, instant(rows, "starts_at")))
                .optional();
    }

    /// The group has begun to meet again, whether here or as it was entered from paper.
    boolean hasMetSince(ScheduledMeeting meeting, Instant since) {
        return sql.sql("""
                        select exists (select from meetings.meeting
                                        where group_id = :group and id <> :id and live_since > :since)
                        """)
                .param("group", meeting.group().value())
                .param("id", meeting.id().value())
                .param("since", at(since))
                .query(Boolean.class)
                .single();
    }

    boolean wasThere(MeetingId id, PersonId person) {
        return sql.sql("""
                        select exists (select from meetings.attendance where meeting_id = :id and person_id = :person)
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /// A meeting without its circle, which is a question of its own.
    private record Row(GroupId group, Function<Circle, ScheduledMeeting> rest) {

        ScheduledMeeting in(Circle circle) {
            return rest.apply(circle);
        }

        static Row of(ResultSet rows) throws SQLException {
            var id = new MeetingId(uuid(rows, "id"));
            var startsAt = instant(rows, "starts_at");
            var zone = ZoneId.of(rows.getString("zone"));
            var minutes = rows.getInt("minutes");
            var state = ScheduledMeeting.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT));
            var version = rows.getLong("version");
            var n = rows.getLong("n");
            var format = rows.getString("format");
            var approved = rows.getObject("approved_at") != null;
            var deputy = person(rows, "deputy_id");
            var facilitator = person(rows, "facilitator_id");
            var led = instantOrNull(rows, "led");
            var liveSince = instantOrNull(rows, "live_since");
            var closedAt = instantOrNull(rows, "closed_at");
            var closedHow = rows.getString("closed_how");
            var enteredBy = person(rows, "entered_by");
            var enteredAt = instantOrNull(rows, "entered_at");
            var correctedBy = person(rows, "corrected_by");
            var correctedAt = instantOrNull(rows, "corrected_at");
            return new Row(
                    new GroupId(uuid(rows, "group_id")),
                    circle -> new ScheduledMeeting(
                            id,
                            circle,
                            startsAt,
                            zone,
                            minutes,
                            state,
                            version,
                            n,
                            format,
                            approved,
                            deputy,
                            facilitator,
                            led,
                            liveSince,
                            closedAt,
                            closedHow,
                            enteredBy,
                            enteredAt,
                            correctedBy,
                            correctedAt));
        }
    }

    public Optional<MeetingId> ofDate(UUID date) {
        return sql.sql("select id from meetings.meeting where date_id = :date")
                .param("date", date)
                .query((rows, row) -> new MeetingId(uuid(rows, "id")))
                .optional();
    }

    public Optional<MeetingId> meetingOf(ItemId item) {
        return sql.sql("select meeting_id from meetings.item where id = :id")
                .param("id", item.value())
                .query((rows, row) -> new MeetingId(uuid(rows, "meeting_id")))
                .optional();
    }

    public List<Item> items(MeetingId id) {
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
                new ItemReason(rows.getString("reason"), rows.getLong("reason_number")),
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

    List<Turn> turns(MeetingId id) {
        return sql.sql("""
                        select item_id, person_id, number, round, over, spent_ms, running_since, ends_at, left_ms
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
        var round = rows.getInt("round");
        return rows.getBoolean("over")
                ? new Turn.Spoken(item, person, number, round, Duration.ofMillis(rows.getLong("spent_ms")))
                : new Turn.Speaking(item, person, number, round, countdown(rows));
    }

    List<Attendee> attendees(MeetingId id) {
        return sql.sql("""
                        select person_id, number, arrived_at, late, assented_at, ready_for, hand_item, hand_at,
                               hand_turns
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
                            ready == null ? null : new ItemId(ready),
                            rows.getObject("hand_item") == null ? null : hand(rows));
                })
                .list();
    }

    /// Whom somebody else has entered as there.
    List<PersonId> entered(MeetingId id) {
        return sql.sql("select person_id from meetings.attendance where meeting_id = :id and entered order by number")
                .param("id", id.value())
                .query((rows, row) -> new PersonId(uuid(rows, "person_id")))
                .list();
    }

    private static Attendee.Hand hand(ResultSet rows) throws SQLException {
        return new Attendee.Hand(
                new ItemId(uuid(rows, "hand_item")), instant(rows, "hand_at"), rows.getInt("hand_turns"));
    }

    Planned planned(ScheduledMeeting scheduled) {
        return new Planned(
                scheduled.id(),
                scheduled.group(),
                scheduled.startsAt(),
                Duration.ofMinutes(scheduled.minutes()),
                scheduled.version(),
                scheduled.deputy(),
                items(scheduled.id()),
                attendees(scheduled.id()));
    }

    Live live(ScheduledMeeting scheduled) {
        var items = items(scheduled.id());
        var within = items.stream()
                .filter(item -> item.state() == Item.State.CURRENT)
                .findFirst()
                .flatMap(item -> types.of(item.kind()).flatMap(type -> type.round(item.id())));
        return new Live(
                scheduled.id(),
                scheduled.group(),
                scheduled.startsAt(),
                Duration.ofMinutes(scheduled.minutes()),
                scheduled.version(),
                Objects.requireNonNull(scheduled.facilitator()),
                Objects.requireNonNull(scheduled.led()),
                scheduled.deputy(),
                Objects.requireNonNull(scheduled.liveSince()),
                items,
                turns(scheduled.id()),
                attendees(scheduled.id()),
                within.orElse(null));
    }

    List<MeetingId> idle(Instant before) {
        return sql.sql("""
                        select m.id from meetings.meeting m join live.shared_topic h on h.id = m.id
                         where m.state = 'live' and h.changed_at <= :before
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
                        attendees(id),
                        null))
                .single();
    }
}
