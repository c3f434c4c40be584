package org.peerage.goals;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose goals may be challenged, and who has challenged whose, as far as whoever acts is to know.
@Component
class ChallengeStore {

    private final JdbcClient sql;

    ChallengeStore(JdbcClient sql) {
        this.sql = sql;
    }

    void agree(Circle circle) {
        sql.sql("insert into goals.consent (group_id, person_id) values (:group, tenancy.me()) on conflict do nothing")
                .param("group", circle.id().value())
                .update();
    }

    void takeBack(Circle circle) {
        sql.sql("delete from goals.consent where group_id = :group and person_id = tenancy.me()")
                .param("group", circle.id().value())
                .update();
    }

    Set<PersonId> agreed(GroupId group) {
        return sql.sql("select person_id from goals.consent where group_id = :group")
                .param("group", group.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    void add(Circle circle, Challenge challenge, Instant now) {
        sql.sql("""
                insert into goals.challenge (id, goal_id, group_id, room_id, person_id, asked_id, between, at)
                values (:id, :goal, :group, :room, :by, :asked, :between, :now)
                """)
                .param("id", challenge.id())
                .param("goal", challenge.goal())
                .param("group", circle.id().value())
                .param("room", circle.openRoom().value())
                .param("by", challenge.by().value())
                .param("asked", challenge.asked().value())
                .param("between", challenge.between())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// By goals that are open, the latest first.
    List<Challenge> open(GroupId group) {
        return sql.sql("""
                select c.id, c.goal_id, c.person_id, c.asked_id, c.between, c.heard_at
                from goals.challenge c join goals.goal g on g.id = c.goal_id
                where c.group_id = :group and g.state = 'open' order by c.at desc, c.id
                """)
                .param("group", group.value())
                .query((row, number) -> new Challenge(
                        row.getObject("id", UUID.class),
                        row.getObject("goal_id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new PersonId(row.getObject("asked_id", UUID.class)),
                        row.getBoolean("between"),
                        row.getTimestamp("heard_at") != null))
                .list();
    }

    /// The group of one that was put to whoever acts.
    Optional<GroupId> toMe(UUID id) {
        return sql.sql("select group_id from goals.challenge where id = :id and asked_id = tenancy.me()")
                .param("id", id)
                .query((row, number) -> new GroupId(row.getObject("group_id", UUID.class)))
                .optional();
    }

    void hear(UUID id, Instant now) {
        sql.sql(
                        "update goals.challenge set heard_at = :now where id = :id and asked_id = tenancy.me() and heard_at is null")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }
}
