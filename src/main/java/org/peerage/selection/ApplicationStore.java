package org.peerage.selection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What somebody wrote who has asked to join without an account, as long as it is not decided.
@Component
class ApplicationStore {

    private final JdbcClient sql;

    ApplicationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param reach by what they can be reached
    record Words(String reach, String words) {}

    void add(ProspectId id, Applications.Application application, Instant at) {
        sql.sql("""
                insert into selection.application (prospect_id, reach, words, at) values (:id, :reach, :words, :at)
                """)
                .param("id", id.value())
                .param("reach", application.reach())
                .param("words", application.words())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Words> of(ProspectId id) {
        return sql.sql("select reach, words from selection.application where prospect_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Words(row.getString("reach"), row.getString("words")))
                .optional();
    }

    /// Of whoever has been decided on.
    void forget(ProspectId id) {
        sql.sql("delete from selection.application where prospect_id = :id")
                .param("id", id.value())
                .update();
    }
}
