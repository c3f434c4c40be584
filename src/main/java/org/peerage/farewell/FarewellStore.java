package org.peerage.farewell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Farewells as far as whoever acts may know of them, and what else of the group they hang on.
@Component
class FarewellStore {

    private static final String COLUMNS = """
            select id, group_id, room_id, person_id, chair_id, meeting_id, state, told_at, announced_at, ended_at,
                   group_name, pledge
            from farewell.farewell
            """;

    private final JdbcClient sql;

    FarewellStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The latest first.
    List<Farewell> in(GroupId group) {
        return sql.sql(COLUMNS + "where group_id = :group order by told_at desc, id")
                .param("group", group.value())
                .query((row, number) -> farewell(row))
                .list();
    }

    /// Those that whoever acts has said, in groups that they have left.
    List<Farewell> left() {
        return sql.sql(COLUMNS + "where person_id = tenancy.me() and state = 'gone' order by ended_at desc, id")
                .query((row, number) -> farewell(row))
                .list();
    }

    /// Known to the group, at this meeting.
    List<Farewell> at(MeetingId meeting) {
        return sql.sql(COLUMNS + "where meeting_id = :meeting and state in ('announced', 'gone') order by told_at, id")
                .param("meeting", meeting.value())
                .query((row, number) -> farewell(row))
                .list();
    }

    /// Holds it until the transaction ends.
    Optional<Farewell> take(GroupId group, UUID id) {
        return sql.sql(COLUMNS + "where group_id = :group and id = :id for update")
                .param("group", group.value())
                .param("id", id)
                .query((row, number) -> farewell(row))
                .optional();
    }

    /// As the program.
    List<Farewell> openOf(RoomId room, PersonId person) {
        return sql.sql(COLUMNS + """
                where room_id = :room and person_id = :person and state in ('told', 'heard', 'announced') for update
                """)
                .param("room", room.value())
                .param("person", person.value())
                .query((row, number) -> farewell(row))
                .list();
    }

    void add(Farewell told) {
        sql.sql("""
                insert into farewell.farewell (id, group_id, room_id, person_id, chair_id, meeting_id, state, told_at,
                       group_name, pledge)
                values (:id, :group, :room, tenancy.me(), :chair, cast(:last as uuid), 'told', :at, :name, :pledge)
                """)
                .param("id", told.id())
                .param("group", told.group().value())
                .param("room", told.room().value())
                .param("chair", told.chair().map(PersonId::value).orElseThrow())
                .param("last", told.last().map(MeetingId::value).orElse(null))
                .param("at", Timestamp.from(told.toldAt()))
                .param("name", told.name())
                .param("pledge", told.pledge())
                .update();
    }

    /// As the program.
    void addGone(Farewell gone) {
        sql.sql("""
                insert into farewell.farewell (id, group_id, room_id, person_id, state, told_at, ended_at, group_name,
                       pledge)
                values (:id, :group, :room, :person, 'gone', :at, :at, :name, :pledge)
                """)
                .param("id", gone.id())
                .param("group", gone.group().value())
                .param("room", gone.room().value())
                .param("person", gone.person().value())
                .param("at", Timestamp.from(gone.toldAt()))
                .param("name", gone.name())
                .param("pledge", gone.pledge())
                .update();
    }

    void move(Farewell farewell, Stage stage, Optional<MeetingId> last, Instant now) {
        sql.sql("""
                update farewell.farewell
                set state = :state, meeting_id = cast(:last as uuid),
                    heard_at = case when :state = 'heard' then coalesce(heard_at, :now) else heard_at end,
                    announced_at = case when :state = 'announced' then coalesce(announced_at, :now)
                                        else announced_at end,
                    ended_at = case when :state in ('stayed', 'gone') then :now else ended_at end
                where id = :id
                """)
                .param("state", stage.key())
                .param("last", last.map(MeetingId::value).orElse(null))
                .param("now", Timestamp.from(now))
                .param("id", farewell.id())
                .update();
    }

    /// A meeting that may be somebody's last, or is.
    ///
    /// @param listed false where its agenda is agreed and has no farewell on it
    record Meeting(MeetingId id, Instant startsAt, ZoneId zone, String state, boolean listed) {

        boolean ahead() {
            return state.equals("planned");
        }

        boolean over() {
            return state.equals("closed");
        }

        boolean cancelled() {
            return state.equals("cancelled");
        }

        LocalDate day() {
            return LocalDate.ofInstant(startsAt, zone);
        }
    }

    /// The first one first.
    List<Meeting> meetings(GroupId group) {
        return sql.sql("""
                select m.id, m.starts_at, m.zone, m.state,
                       m.approved_at is null or exists (select from meetings.shared_item i
                                                        where i.meeting_id = m.id and i.kind = 'farewell') as listed
                from meetings.shared_meeting m where m.group_id = :group order by m.starts_at, m.id
                """)
                .param("group", group.value())
                .query((row, number) -> new Meeting(
                        new MeetingId(row.getObject("id", UUID.class)),
                        row.getTimestamp("starts_at").toInstant(),
                        ZoneId.of(row.getString("zone")),
                        row.getString("state"),
                        row.getBoolean("listed")))
                .list();
    }

    /// What whoever acts has in hand.
    ///
    /// @param due the last day, null where there is none
    record InHand(
            Kind kind, @Nullable PersonId other, @Nullable LocalDate due) {

        enum Kind {
            /// A promise of their own.
            PROMISE,
            /// A promise of somebody else that they are witness of.
            WITNESS,
            /// An issue of theirs that stands on an agenda.
            ISSUE;

            String key() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /// What is to be handed over or brought to an end.
    List<InHand> inHand(GroupId group) {
        return sql.sql("""
                select case when c.person_id = tenancy.me() then 'PROMISE' else 'WITNESS' end as kind,
                       case when c.person_id = tenancy.me() then c.witness_id else c.person_id end as other, c.due_on
                from commitments.shared_commitment c
                where c.group_id = :group and c.state = 'open' and tenancy.me() in (c.person_id, c.witness_id)
                union all
                select 'ISSUE', null, cast(m.starts_at at time zone m.zone as date)
                from meetings.shared_item i join meetings.shared_meeting m on m.id = i.meeting_id
                where i.group_id = :group and i.presenter_id = tenancy.me() and m.state = 'planned'
                order by 1, 3
                """)
                .param("group", group.value())
                .query((row, number) -> new InHand(
                        InHand.Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("other", UUID.class))
                                .map(PersonId::new)
                                .orElse(null),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private static Farewell farewell(ResultSet row) throws SQLException {
        return new Farewell(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new RoomId(row.getString("room_id")),
                new PersonId(row.getObject("person_id", UUID.class)),
                Optional.ofNullable(row.getObject("chair_id", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getObject("meeting_id", UUID.class)).map(MeetingId::new),
                Stage.of(row.getString("state")),
                row.getTimestamp("told_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("announced_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getString("group_name"),
                row.getString("pledge"));
    }
}
