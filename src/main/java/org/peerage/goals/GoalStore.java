package org.peerage.goals;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Goals, as far as the acting person sits with those who set them.
@Component
class GoalStore {

    private static final String COLUMNS = """
            select id, group_id, room_id, person_id, by_day, state, course, said_at, closed_at, outcome_id
            from goals.goal
            """;

    private final JdbcClient sql;

    GoalStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Goal goal, Instant now) {
        sql.sql("""
                insert into goals.goal (id, group_id, room_id, person_id, by_day, state, course, made_at)
                values (:id, :group, :room, :owner, :by, 'open', 'unsaid', :now)
                """)
                .param("id", goal.id())
                .param("group", goal.group().value())
                .param("room", goal.room().value())
                .param("owner", goal.owner().value())
                .param("by", Date.valueOf(goal.by()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Open ones first, the nearest day first.
    List<Goal> in(GroupId group) {
        return sql.sql(COLUMNS + "where group_id = :group order by state <> 'open', by_day, id")
                .param("group", group.value())
                .query((row, number) -> goal(row))
                .list();
    }

    /// One's own, for nobody else until the transaction ends.
    Optional<Goal> take(UUID id) {
        return sql.sql(COLUMNS + "where id = :id and person_id = tenancy.me() for update")
                .param("id", id)
                .query((row, number) -> goal(row))
                .optional();
    }

    void move(UUID id, LocalDate by) {
        sql.sql("update goals.goal set by_day = :by where id = :id")
                .param("by", Date.valueOf(by))
                .param("id", id)
                .update();
    }

    void say(UUID id, Goal.Course course, Instant now) {
        sql.sql("update goals.goal set course = :course, said_at = :now where id = :id")
                .param("course", course.key())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void close(UUID id, Goal.State state, @Nullable UUID outcome, Instant now) {
        sql.sql("update goals.goal set state = :state, outcome_id = :outcome, closed_at = :now where id = :id")
                .param("state", state.key())
                .param("outcome", outcome)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    private static Goal goal(ResultSet row) throws SQLException {
        var said = row.getTimestamp("said_at");
        var closed = row.getTimestamp("closed_at");
        return new Goal(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new RoomId(row.getString("room_id")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getDate("by_day").toLocalDate(),
                Goal.State.of(row.getString("state")),
                Goal.Course.valueOf(row.getString("course").toUpperCase(Locale.ROOT)),
                said == null ? null : said.toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getObject("outcome_id", UUID.class));
    }
}
