package org.peerage.identity.kept;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes somebody out of the tables, as each module says in the last cell of its lines (ADR-0032). Acts as
/// [#ERASING], whose policies reach no other tables than those.
///
/// What others have stays: sealed texts, which nobody here can read; entries of ledgers, whose signatures would
/// break; facts about meetings, under an id that leads to no name.
public final class Erasure {

    public static final String ERASING = "erasing";

    private Erasure() {}

    /// What came of it.
    public sealed interface Outcome {

        /// Done.
        ///
        /// @param rows how many were changed or deleted, by table
        record Erased(SortedMap<String, Integer> rows) implements Outcome {}

        /// Nothing was done.
        ///
        /// @param reasons keys of sentences that say what to do first
        record Forbidden(List<String> reasons) implements Outcome {}
    }

    public static Outcome of(JdbcClient sql, PersonId person, UUID note, Instant now) {
        var tables = new KeptTables().all().reversed();
        // Whoever signs in as them at this moment waits here, and is refused afterwards.
        sql.sql("select id from identity.person where id = :person for update")
                .param("person", person.value())
                .query(UUID.class)
                .optional();
        var reasons = forbidding(sql, person);
        if (!reasons.isEmpty()) {
            return new Outcome.Forbidden(reasons);
        }
        var done = new TreeMap<String, Integer>();
        // What is found by the line of the directory first, as long as that is there.
        for (var byCondition : List.of(true, false)) {
            for (var table : tables) {
                for (var statement : table.erasing(byCondition)) {
                    var rows = sql.sql(statement)
                            .param("person", person.toString())
                            .update();
                    done.merge(table.table(), rows, Integer::sum);
                }
            }
        }
        done.put(
                "identity.audit",
                sql.sql("select identity.forget_trail(:person)")
                        .param("person", person.value())
                        .query(Integer.class)
                        .single());
        sql.sql("""
                insert into identity.audit (id, chain, person_id, kind, at)
                values (:note, :person, :person, 'erased', :now)
                """)
                .param("note", note)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
        return new Outcome.Erased(done);
    }

    /// Keys of sentences that say what has to be done first; empty where nothing has.
    static List<String> forbidding(JdbcClient sql, PersonId person) {
        return new KeptTables()
                .all().stream()
                        .filter(table -> table.forbidding().stream()
                                .anyMatch(query -> sql.sql(query)
                                                .param("person", person.toString())
                                                .query(Long.class)
                                                .single()
                                        > 0))
                        .map(table -> "identity.erase.forbidden." + table.table())
                        .toList();
    }
}
