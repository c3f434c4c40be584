package org.peerage.issues;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which issues were brought for which goals.
@Component
class GoalIssueStore {

    private final JdbcClient sql;

    GoalIssueStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// One's own goal, while it is open; the database sees to that.
    void add(IssueId issue, UUID goal, GroupId group, PersonId presenter) {
        sql.sql("""
                insert into issues.for_goal (issue_id, goal_id, group_id, person_id)
                values (:issue, :goal, :group, :presenter)
                """)
                .param("issue", issue.value())
                .param("goal", goal)
                .param("group", group.value())
                .param("presenter", presenter.value())
                .update();
    }

    boolean mayServe(UUID goal, GroupId group) {
        return sql.sql("""
                select exists (select from goals.shared_goal
                               where id = :goal and group_id = :group and person_id = tenancy.me() and state = 'open')
                """)
                .param("goal", goal)
                .param("group", group.value())
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> goalOf(IssueId issue) {
        return sql.sql("select goal_id from issues.for_goal where issue_id = :issue")
                .param("issue", issue.value())
                .query(UUID.class)
                .optional();
    }

    /// The goal of each issue, the oldest issue first.
    Map<IssueId, UUID> forGoals(GroupId group, Collection<UUID> goals) {
        var all = new LinkedHashMap<IssueId, UUID>();
        sql.sql("""
                select f.issue_id, f.goal_id from issues.for_goal f join issues.issue i on i.id = f.issue_id
                where f.group_id = :group and f.goal_id = any (:goals) order by i.prepared_at, i.id
                """)
                .param("group", group.value())
                .param("goals", goals.toArray(UUID[]::new))
                .query(row -> {
                    all.put(new IssueId(row.getObject("issue_id", UUID.class)), row.getObject("goal_id", UUID.class));
                });
        return all;
    }
}
