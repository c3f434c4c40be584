package org.peerage.learnings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Learnings, as far as the acting person may see them: their own, and what was told in rooms that they are in.
@Component
class LearningStore {

    private static final String COLUMNS = """
            select l.id, l.group_id, l.person_id, l.meeting_id, l.item_id, l.from_person_id, l.goal_id, l.kept, l.at,
                   exists (select 1 from commitments.shared_commitment c where c.seed_id = l.id) as commitment
            from learnings.learning l
            """;

    private final JdbcClient sql;

    LearningStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Circle circle, Learning learning) {
        sql.sql("""
                insert into learnings.learning
                    (id, group_id, room_id, person_id, meeting_id, item_id, from_person_id, goal_id, kept, at)
                values (:id, :group, :room, :by, :meeting, :item, :from, :goal, :kept, :at)
                """)
                .param("id", learning.id())
                .param("group", learning.group().value())
                .param("room", circle.openRoom().value())
                .param("by", learning.by().value())
                .param("meeting", learning.meeting())
                .param("item", learning.item())
                .param("from", learning.from() == null ? null : learning.from().value())
                .param("goal", learning.goal())
                .param("kept", learning.kept())
                .param("at", Timestamp.from(learning.at()))
                .update();
    }

    Optional<Learning> find(UUID id) {
        return sql.sql(COLUMNS + "where l.id = :id")
                .param("id", id)
                .query((row, number) -> learning(row))
                .optional();
    }

    /// The latest first.
    List<Learning> in(GroupId group) {
        return sql.sql(COLUMNS + "where l.group_id = :group order by l.at desc, l.id")
                .param("group", group.value())
                .query((row, number) -> learning(row))
                .list();
    }

    /// What was told in a meeting, in the order in which it was written.
    List<Learning> told(MeetingId meeting) {
        return sql.sql(COLUMNS + "where l.meeting_id = :meeting and not l.kept order by l.at, l.id")
                .param("meeting", meeting.value())
                .query((row, number) -> learning(row))
                .list();
    }

    /// Of whoever acts, at one item of a meeting.
    List<Learning> mineAt(UUID item) {
        return sql.sql(COLUMNS + "where l.item_id = :item and l.person_id = tenancy.me() order by l.at, l.id")
                .param("item", item)
                .query((row, number) -> learning(row))
                .list();
    }

    /// The open goals of whoever acts, which a learning may be for.
    List<UUID> goals(GroupId group) {
        return sql.sql("""
                select id from goals.shared_goal
                where group_id = :group and person_id = tenancy.me() and state = 'open' order by by_day, id
                """)
                .param("group", group.value())
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    private static Learning learning(ResultSet row) throws SQLException {
        return new Learning(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("meeting_id", UUID.class),
                row.getObject("item_id", UUID.class),
                Optional.ofNullable(row.getObject("from_person_id", UUID.class))
                        .map(PersonId::new)
                        .orElse(null),
                row.getObject("goal_id", UUID.class),
                row.getBoolean("kept"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("commitment"));
    }
}
