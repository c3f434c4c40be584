package org.peerage.coaching;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who coaches whom, and which texts there are for whoever acts.
@Component
class CoachStore {

    private final JdbcClient sql;

    CoachStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Presented> issue(UUID issue) {
        return sql.sql("""
                select id, group_id, presenter_id, state in ('waiting', 'prepared') as ahead
                from issues.shared_issue where id = :issue
                """)
                .param("issue", issue)
                .query((row, number) -> new Presented(
                        row.getObject("id", UUID.class),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        new PersonId(row.getObject("presenter_id", UUID.class)),
                        row.getBoolean("ahead")))
                .optional();
    }

    Optional<Coaching> of(UUID issue) {
        return sql.sql("select coach_id, asked_by, state from coaching.coaching where issue_id = :issue")
                .param("issue", issue)
                .query((row, number) -> new Coaching(
                        new PersonId(row.getObject("coach_id", UUID.class)),
                        new PersonId(row.getObject("asked_by", UUID.class)),
                        Coaching.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT))))
                .optional();
    }

    void ask(Presented issue, PersonId coach, Instant now) {
        sql.sql("""
                insert into coaching.coaching (issue_id, group_id, presenter_id, coach_id, asked_by, state, said_at)
                values (:issue, :group, :presenter, :coach, :me, 'asked', :now)
                on conflict (issue_id) do update
                set coach_id = :coach, asked_by = :me, state = 'asked', said_at = :now
                """)
                .param("issue", issue.issue())
                .param("group", issue.group().value())
                .param("presenter", issue.presenter().value())
                .param("coach", coach.value())
                .param("me", Acting.me().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void say(UUID issue, Coaching.State state, Instant now) {
        sql.sql("update coaching.coaching set state = :state, said_at = :now where issue_id = :issue")
                .param("issue", issue)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// @param reader whoever it is for beside its writer; none where it is for the room
    /// @param answers to the eight questions; else a word
    record Given(UUID id, PersonId by, @Nullable PersonId reader, boolean answers) {}

    void give(Presented issue, Given text, Instant now) {
        sql.sql("""
                insert into coaching.text (id, issue_id, group_id, person_id, reader_id, answers, said_at)
                values (:id, :issue, :group, :by, :reader, :answers, :now)
                """)
                .param("id", text.id())
                .param("issue", issue.issue())
                .param("group", issue.group().value())
                .param("by", text.by().value())
                .param("reader", text.reader() == null ? null : text.reader().value())
                .param("answers", text.answers())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// The latest first.
    List<Given> texts(UUID issue) {
        return sql.sql("""
                select id, person_id, reader_id, answers from coaching.text
                where issue_id = :issue order by said_at desc, id
                """)
                .param("issue", issue)
                .query((row, number) -> {
                    var reader = row.getObject("reader_id", UUID.class);
                    return new Given(
                            row.getObject("id", UUID.class),
                            new PersonId(row.getObject("person_id", UUID.class)),
                            reader == null ? null : new PersonId(reader),
                            row.getBoolean("answers"));
                })
                .list();
    }
}
