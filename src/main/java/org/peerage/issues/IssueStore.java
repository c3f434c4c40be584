package org.peerage.issues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.processing.Subject;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Issues, as far as whoever acts may see them. Each statement runs in the transaction of an operation.
@Component
class IssueStore {

    private static final String COLUMNS = """
            select id, group_id, room_id, presenter_id, kind, protocol, minutes, state, stated_id, closed_at, value
            from issues.issue
            """;

    private final JdbcClient sql;

    IssueStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Issue> find(IssueId id) {
        return sql.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(IssueStore::issue)
                .optional();
    }

    /// The issue, held until the transaction ends; only for whoever may change it.
    Optional<Issue> take(IssueId id) {
        return sql.sql(COLUMNS + "where id = :id for update")
                .param("id", id.value())
                .query(IssueStore::issue)
                .optional();
    }

    /// The issue that this text states.
    Optional<IssueId> stating(UUID record) {
        return sql.sql("select id from issues.issue where stated_id = :record")
                .param("record", record)
                .query((row, number) -> new IssueId(row.getObject("id", UUID.class)))
                .optional();
    }

    /// Whether somebody has come to this meeting, and follows it on a device since then.
    Subject.Presence presence(MeetingId meeting, PersonId person, Instant since) {
        return sql.sql("""
                select exists (select from meetings.shared_attendance a
                               where a.meeting_id = :meeting and a.person_id = :person) as came,
                       exists (select from live.shared_presence p
                               where p.topic_id = :meeting and p.person_id = :person and p.seen_at >= :since) as follows
                """)
                .param("meeting", meeting.value())
                .param("person", person.value())
                .param("since", Timestamp.from(since))
                .query((row, number) -> !row.getBoolean("came")
                        ? Subject.Presence.ABSENT
                        : row.getBoolean("follows") ? Subject.Presence.FOLLOWING : Subject.Presence.WITHOUT_SCREEN)
                .single();
    }

    List<Issue> open(GroupId group) {
        return sql.sql(COLUMNS + "where group_id = :group and state not in ('closed', 'let-go') order by prepared_at")
                .param("group", group.value())
                .query(IssueStore::issue)
                .list();
    }

    /// What waits, and what waited once and was let go.
    List<Issue> parked(GroupId group) {
        return sql.sql(COLUMNS + "where group_id = :group and state in ('waiting', 'let-go') order by prepared_at, id")
                .param("group", group.value())
                .query(IssueStore::issue)
                .list();
    }

    /// The latest first.
    List<Issue> of(GroupId group, PersonId presenter) {
        return sql.sql(COLUMNS + "where group_id = :group and presenter_id = :presenter order by prepared_at desc, id")
                .param("group", group.value())
                .param("presenter", presenter.value())
                .query(IssueStore::issue)
                .list();
    }

    List<Issue> workedOn(MeetingId meeting) {
        return sql.sql(COLUMNS + """
                join (select subject_id, position from meetings.shared_item
                       where meeting_id = :meeting and state = 'done') i on i.subject_id = id
                order by i.position
                """)
                .param("meeting", meeting.value())
                .query(IssueStore::issue)
                .list();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        var preparation = new Issue.Preparation(
                new IssueId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                new RoomId(row.getString("room_id")),
                new PersonId(row.getObject("presenter_id", UUID.class)),
                IssueKind.of(kind).orElseThrow(() -> new IllegalStateException("an issue is a " + kind)),
                row.getString("protocol"),
                row.getInt("minutes"),
                row.getObject("stated_id", UUID.class));
        return switch (row.getString("state")) {
            case "waiting" -> new Issue.Waiting(preparation);
            case "prepared" -> new Issue.Prepared(preparation);
            case "let-go" ->
                new Issue.LetGo(preparation, row.getTimestamp("closed_at").toInstant());
            case "at-work" -> new Issue.AtWork(preparation);
            case "closed" ->
                new Issue.Closed(
                        preparation, row.getTimestamp("closed_at").toInstant(), row.getObject("value", Integer.class));
            default -> throw new IllegalStateException("an issue is " + row.getString("state"));
        };
    }

    void add(Issue.Prepared issue, Instant now) {
        add(issue.preparation(), "prepared", now);
    }

    void park(Issue.Waiting issue, Instant now) {
        add(issue.preparation(), "waiting", now);
    }

    private void add(Issue.Preparation what, String state, Instant now) {
        sql.sql("""
                insert into issues.issue
                    (id, group_id, room_id, presenter_id, kind, protocol, minutes, state, stated_id, prepared_at)
                values (:id, :group, :room, :presenter, :kind, :protocol, :minutes, :state, :stated, :now)
                """)
                .param("state", state)
                .param("id", what.id().value())
                .param("group", what.group().value())
                .param("room", what.room().value())
                .param("presenter", what.presenter().value())
                .param("kind", what.kind().key())
                .param("protocol", what.protocol())
                .param("minutes", what.minutes())
                .param("stated", what.stated())
                .param("now", Timestamp.from(now))
                .update();
    }

    void change(Issue.Prepared issue) {
        var what = issue.preparation();
        sql.sql("""
                update issues.issue set kind = :kind, protocol = :protocol, minutes = :minutes, state = 'prepared'
                where id = :id and state in ('waiting', 'prepared')
                """)
                .param("kind", what.kind().key())
                .param("protocol", what.protocol())
                .param("minutes", what.minutes())
                .param("id", what.id().value())
                .update();
    }

    void begin(IssueId id) {
        sql.sql("update issues.issue set state = 'at-work' where id = :id and state in ('waiting', 'prepared')")
                .param("id", id.value())
                .update();
    }

    void letGo(Issue.LetGo issue) {
        sql.sql("update issues.issue set state = 'let-go', closed_at = :at where id = :id and state = 'waiting'")
                .param("at", Timestamp.from(issue.at()))
                .param("id", issue.id().value())
                .update();
    }

    void takeUp(Issue.Waiting issue) {
        sql.sql("update issues.issue set state = 'waiting', closed_at = null where id = :id and state = 'let-go'")
                .param("id", issue.id().value())
                .update();
    }

    void close(Issue.Closed issue) {
        sql.sql("update issues.issue set state = 'closed', closed_at = :at where id = :id and state = 'at-work'")
                .param("at", Timestamp.from(issue.at()))
                .param("id", issue.id().value())
                .update();
    }

    void value(IssueId id, int worth) {
        sql.sql("update issues.issue set value = :value where id = :id and state = 'closed' and value is null")
                .param("value", worth)
                .param("id", id.value())
                .update();
    }
}
