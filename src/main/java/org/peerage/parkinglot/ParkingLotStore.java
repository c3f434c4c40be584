package org.peerage.parkinglot;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.issues.IssueId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much issues press, as far as the acting person sits with those whose they are.
@Component
class ParkingLotStore {

    private final JdbcClient sql;

    ParkingLotStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What counts for an issue counts for the one that it was put together with, each day and each wish once.
    List<Weight> in(GroupId group, LocalDate today) {
        return sql.sql("""
                select w.issue_id, w.importance, w.urgency, w.into_id,
                       (select count(distinct m.day) from parkinglot.mention m
                        where m.issue_id = w.issue_id or m.issue_id in
                              (select o.issue_id from parkinglot.weight o where o.into_id = w.issue_id)) as mentioned,
                       (select max(m.day) from parkinglot.mention m
                        where m.issue_id = w.issue_id or m.issue_id in
                              (select o.issue_id from parkinglot.weight o where o.into_id = w.issue_id)) as last_day,
                       (select count(distinct s.person_id) from parkinglot.wish s
                        where s.issue_id = w.issue_id or s.issue_id in
                              (select o.issue_id from parkinglot.weight o where o.into_id = w.issue_id)) as wishes,
                       exists (select 1 from parkinglot.mention m where m.issue_id = w.issue_id and m.day = :today
                               and m.person_id = tenancy.me()) as mentioned_by_me,
                       exists (select 1 from parkinglot.wish s where s.issue_id = w.issue_id
                               and s.person_id = tenancy.me()) as wished_by_me
                from parkinglot.weight w where w.group_id = :group
                """)
                .param("group", group.value())
                .param("today", Date.valueOf(today))
                .query((row, number) -> weight(row))
                .list();
    }

    boolean has(GroupId group, IssueId issue) {
        return sql.sql("select exists (select 1 from parkinglot.weight where group_id = :group and issue_id = :issue)")
                .param("group", group.value())
                .param("issue", issue.value())
                .query(Boolean.class)
                .single();
    }

    private static Weight weight(ResultSet row) throws SQLException {
        return new Weight(
                new IssueId(row.getObject("issue_id", UUID.class)),
                row.getInt("importance"),
                row.getInt("urgency"),
                row.getInt("mentioned"),
                row.getDate("last_day").toLocalDate(),
                row.getInt("wishes"),
                row.getBoolean("mentioned_by_me"),
                row.getBoolean("wished_by_me"),
                Optional.ofNullable(row.getObject("into_id", UUID.class))
                        .map(IssueId::new)
                        .orElse(null));
    }

    void add(Circle circle, IssueId issue, int importance, int urgency) {
        sql.sql("""
                insert into parkinglot.weight (issue_id, group_id, room_id, person_id, importance, urgency)
                values (:issue, :group, :room, tenancy.me(), :importance, :urgency)
                """)
                .param("issue", issue.value())
                .param("group", circle.id().value())
                .param("room", circle.openRoom().value())
                .param("importance", importance)
                .param("urgency", urgency)
                .update();
    }

    /// False: it is not one of one's own.
    boolean weigh(IssueId issue, int importance, int urgency) {
        return sql.sql("""
                        update parkinglot.weight set importance = :importance, urgency = :urgency
                        where issue_id = :issue and person_id = tenancy.me()
                        """)
                        .param("importance", importance)
                        .param("urgency", urgency)
                        .param("issue", issue.value())
                        .update()
                == 1;
    }

    /// What had been put together with the one is with the other now.
    void putTogether(IssueId one, IssueId other) {
        sql.sql("""
                update parkinglot.weight set into_id = :other
                where (issue_id = :one or into_id = :one) and person_id = tenancy.me()
                """).param("one", one.value()).param("other", other.value()).update();
    }

    void takeApart(IssueId issue) {
        sql.sql("update parkinglot.weight set into_id = null where issue_id = :issue and person_id = tenancy.me()")
                .param("issue", issue.value())
                .update();
    }

    /// Once a day by each.
    void mention(Circle circle, IssueId issue, LocalDate day) {
        sql.sql("""
                insert into parkinglot.mention (issue_id, group_id, room_id, person_id, day)
                values (:issue, :group, :room, tenancy.me(), :day) on conflict do nothing
                """)
                .param("issue", issue.value())
                .param("group", circle.id().value())
                .param("room", circle.openRoom().value())
                .param("day", Date.valueOf(day))
                .update();
    }

    /// The first stays: by it the issue came here.
    void takeBackMention(IssueId issue, LocalDate day) {
        sql.sql("""
                delete from parkinglot.mention m
                where m.issue_id = :issue and m.person_id = tenancy.me() and m.day = :day
                  and exists (select 1 from parkinglot.mention o
                              where o.issue_id = m.issue_id and (o.day, o.person_id) <> (m.day, m.person_id))
                """)
                .param("issue", issue.value())
                .param("day", Date.valueOf(day))
                .update();
    }

    void wish(Circle circle, IssueId issue) {
        sql.sql("""
                insert into parkinglot.wish (issue_id, group_id, room_id, person_id)
                values (:issue, :group, :room, tenancy.me()) on conflict do nothing
                """)
                .param("issue", issue.value())
                .param("group", circle.id().value())
                .param("room", circle.openRoom().value())
                .update();
    }

    void takeBackWish(IssueId issue) {
        sql.sql("delete from parkinglot.wish where issue_id = :issue and person_id = tenancy.me()")
                .param("issue", issue.value())
                .update();
    }
}
