package org.peerage.onboarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Those who are new, as far as whoever acts is one of them, their buddy or the chair.
@Component
class NewcomerStore {

    /// Sees all who are new, because whoever hands over the chair or lets somebody out need not be one of the three.
    private static final Actor PROGRAM = new Actor.Program("onboarding");

    private final JdbcClient sql;
    private final Scope scope;

    NewcomerStore(JdbcClient sql, Scope scope) {
        this.sql = sql;
        this.scope = scope;
    }

    /// The latest first, with what stands elsewhere about each: a profile that says what they do, a goal, and a meeting
    /// where they were. A buddy who no longer sits there is none.
    List<Newcomer> in(GroupId group) {
        var marks = marks(group);
        return sql.sql("""
                select n.seat_id, n.person_id, n.begun_at,
                       (select b.person_id from groups.shared_seat b
                        where b.group_id = n.group_id and b.person_id = n.buddy_id and b.state = 'in-room') as buddy_id,
                       exists (select from networks.shared_profile p
                               where p.id = s.profile_id and p.organisation <> '' and p.role_title <> ''
                                 and p.industry <> '') as profile,
                       exists (select from goals.shared_goal g
                               where g.group_id = n.group_id and g.person_id = n.person_id) as goal,
                       exists (select from meetings.shared_attendance a
                               join meetings.shared_meeting m on m.id = a.meeting_id and m.state = 'closed'
                               where a.group_id = n.group_id and a.person_id = n.person_id
                                 and a.arrived_at is not null) as meeting
                from onboarding.newcomer n
                join groups.shared_seat s on s.id = n.seat_id and s.group_id = n.group_id and s.state = 'in-room'
                where n.group_id = :group
                order by n.begun_at desc, n.seat_id
                """)
                .param("group", group.value())
                .query((row, number) -> newcomer(group, row, facts(row), marks))
                .list();
    }

    private static Newcomer newcomer(
            GroupId group, ResultSet row, Set<Point> facts, Map<UUID, Map<Point, Newcomer.Mark>> marks)
            throws SQLException {
        var seat = row.getObject("seat_id", UUID.class);
        return new Newcomer(
                seat,
                group,
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("begun_at").toInstant(),
                Optional.ofNullable(row.getObject("buddy_id", UUID.class)).map(PersonId::new),
                facts,
                marks.getOrDefault(seat, Map.of()));
    }

    private static Set<Point> facts(ResultSet row) throws SQLException {
        var facts = EnumSet.noneOf(Point.class);
        if (row.getBoolean("profile")) {
            facts.add(Point.PROFILE);
        }
        if (row.getBoolean("goal")) {
            facts.add(Point.GOAL);
        }
        if (row.getBoolean("meeting")) {
            facts.add(Point.MEETING);
        }
        return facts;
    }

    /// All who are new there, with no more than is needed to know who looks after them: what stands elsewhere is left
    /// open. A buddy who no longer sits there is none.
    List<Newcomer> looked(GroupId group) {
        var seats = sql.sql("""
                        select id, person_id from groups.shared_seat where group_id = :group and state = 'in-room'
                        """)
                .param("group", group.value())
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class), new PersonId(row.getObject("person_id", UUID.class))))
                .list();
        return scope.actingAs(PROGRAM, () -> {
            var marks = marks(group);
            return sql.sql("""
                            select seat_id, person_id, begun_at, buddy_id from onboarding.newcomer
                            where group_id = :group and seat_id = any (:seats)
                            """)
                    .param("group", group.value())
                    .param("seats", seats.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                    .query((row, number) -> {
                        var newcomer = newcomer(group, row, Set.of(), marks);
                        var buddy = newcomer.buddy()
                                .filter(one -> seats.stream()
                                        .anyMatch(seat -> seat.getValue().equals(one)));
                        return newcomer.with(buddy);
                    })
                    .list();
        });
    }

    private Map<UUID, Map<Point, Newcomer.Mark>> marks(GroupId group) {
        var marks = new HashMap<UUID, Map<Point, Newcomer.Mark>>();
        sql.sql("select seat_id, point, by_id, at from onboarding.mark where group_id = :group")
                .param("group", group.value())
                .query(row -> {
                    marks.computeIfAbsent(row.getObject("seat_id", UUID.class), seat -> new EnumMap<>(Point.class))
                            .put(
                                    Point.of(row.getString("point")).orElseThrow(),
                                    new Newcomer.Mark(
                                            new PersonId(row.getObject("by_id", UUID.class)),
                                            row.getTimestamp("at").toInstant()));
                });
        return marks;
    }

    boolean hasMet(GroupId group) {
        return !sql.sql("select 1 from meetings.shared_meeting where group_id = :group and state = 'closed' limit 1")
                .param("group", group.value())
                .query()
                .listOfRows()
                .isEmpty();
    }

    /// The seat of theirs from which it begins; empty where they have none, or it has begun before.
    Optional<UUID> begin(GroupId group, PersonId person, Instant now) {
        var seats = new ArrayList<>(sql.sql("""
                        select id from groups.shared_seat
                        where group_id = :group and person_id = :person and state <> 'left'
                        """)
                .param("group", group.value())
                .param("person", person.value())
                .query(UUID.class)
                .list());
        seats.removeIf(seat -> sql.sql("""
                        insert into onboarding.newcomer (group_id, seat_id, person_id, begun_at)
                        values (:group, :seat, :person, :now) on conflict do nothing
                        """)
                        .param("group", group.value())
                        .param("seat", seat)
                        .param("person", person.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 0);
        return seats.stream().findFirst();
    }

    void accompany(Newcomer newcomer, PersonId buddy, Instant now) {
        sql.sql("""
                update onboarding.newcomer set buddy_id = :buddy, buddy_at = :now
                where group_id = :group and seat_id = :seat
                """)
                .param("buddy", buddy.value())
                .param("now", Timestamp.from(now))
                .param("group", newcomer.group().value())
                .param("seat", newcomer.seat())
                .update();
    }

    void mark(Newcomer newcomer, Point point, Instant now) {
        sql.sql("""
                insert into onboarding.mark (group_id, seat_id, point, by_id, at)
                values (:group, :seat, :point, tenancy.me(), :now) on conflict do nothing
                """)
                .param("group", newcomer.group().value())
                .param("seat", newcomer.seat())
                .param("point", point.key())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// False: somebody else's, or none.
    boolean takeBack(Newcomer newcomer, Point point) {
        return sql.sql("""
                        delete from onboarding.mark
                        where group_id = :group and seat_id = :seat and point = :point and by_id = tenancy.me()
                        """)
                        .param("group", newcomer.group().value())
                        .param("seat", newcomer.seat())
                        .param("point", point.key())
                        .update()
                == 1;
    }
}
