package org.peerage.issues;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has become of issues over the meetings, and what was said of them later.
@Component
class IssueHistoryStore {

    private final JdbcClient sql;

    IssueHistoryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A meeting on whose agenda an issue stood.
    ///
    /// @param state of its item: `planned`, `current`, `done` or `uncovered`
    record Stood(MeetingId meeting, Instant startsAt, String state) {}

    /// The item on which the group left it, in a meeting that has ended, before anything had come of it.
    Optional<ItemId> left(IssueId issue) {
        return sql.sql("""
                select i.id
                from processing.shared_processing p
                join meetings.shared_item i on i.id = p.id
                join meetings.shared_meeting m on m.id = i.meeting_id
                where p.thing_id = :issue and p.ended_at is null and m.closed_at is not null
                order by m.starts_at desc
                limit 1
                """)
                .param("issue", issue.value())
                .query((row, number) -> new ItemId(row.getObject("id", UUID.class)))
                .optional();
    }

    /// In the order of the meetings.
    List<Stood> meetings(IssueId issue, GroupId group) {
        return sql.sql("""
                select m.id, m.starts_at, i.state
                from meetings.shared_item i join meetings.shared_meeting m on m.id = i.meeting_id
                where i.subject_id = :issue and i.group_id = :group and i.kind = 'issue' and m.state <> 'cancelled'
                  and not exists (select 1 from meetings.shared_dropped d
                                  where d.meeting_id = m.id and d.subject_id = i.subject_id)
                order by m.starts_at, m.id
                """)
                .param("issue", issue.value())
                .param("group", group.value())
                .query((row, number) -> new Stood(
                        new MeetingId(row.getObject("id", UUID.class)),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getString("state")))
                .list();
    }

    /// The texts that say whether it helped, in the order of their days.
    Map<LookBack, UUID> said(IssueId issue) {
        var said = new LinkedHashMap<LookBack, UUID>();
        sql.sql("select days, record_id from issues.look_back where issue_id = :issue order by days")
                .param("issue", issue.value())
                .query(row -> {
                    said.put(LookBack.of(row.getInt("days")).orElseThrow(), row.getObject("record_id", UUID.class));
                });
        return said;
    }

    /// False: somebody, or another window, has said it before.
    boolean say(IssueId issue, GroupId group, LookBack when, UUID record, Instant now) {
        return sql.sql("""
                        insert into issues.look_back (issue_id, days, group_id, record_id, at)
                        values (:issue, :days, :group, :record, :now) on conflict (issue_id, days) do nothing
                        """)
                        .param("issue", issue.value())
                        .param("days", when.days())
                        .param("group", group.value())
                        .param("record", record)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
