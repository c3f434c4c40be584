package org.peerage.calls;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who calls whom, as far as the acting person sits with them.
@Component
class CallStore {

    private final JdbcClient sql;

    CallStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Call(PersonId by, Instant taken, boolean made) {}

    Optional<Setback> setback(UUID issue) {
        return sql.sql("""
                select group_id, presenter_id, closed_at from issues.shared_issue
                where id = :issue and kind = 'setback' and state in ('at-work', 'closed')
                """)
                .param("issue", issue)
                .query((row, number) -> new Setback(
                        issue,
                        new GroupId(row.getObject("group_id", UUID.class)),
                        new PersonId(row.getObject("presenter_id", UUID.class)),
                        Optional.ofNullable(row.getTimestamp("closed_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .optional();
    }

    List<Call> of(UUID issue) {
        return sql.sql("select person_id, at, made_at from calls.call where issue_id = :issue order by at, person_id")
                .param("issue", issue)
                .query((row, number) -> new Call(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("made_at") != null))
                .list();
    }

    /// False: taken before.
    boolean take(Setback setback, Instant now) {
        return sql.sql("""
                        insert into calls.call (issue_id, group_id, person_id, said_by, at)
                        values (:issue, :group, tenancy.me(), :presenter, :now) on conflict do nothing
                        """)
                        .param("issue", setback.issue())
                        .param("group", setback.group().value())
                        .param("presenter", setback.presenter().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void takeBack(UUID issue) {
        sql.sql("delete from calls.call where issue_id = :issue and person_id = tenancy.me() and made_at is null")
                .param("issue", issue)
                .update();
    }

    void made(UUID issue, Instant now) {
        sql.sql("""
                update calls.call set made_at = :now
                where issue_id = :issue and person_id = tenancy.me() and made_at is null
                """).param("now", Timestamp.from(now)).param("issue", issue).update();
    }
}
