package org.peerage.identity.kept;

import java.sql.Timestamp;
import java.time.Instant;
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

    /// How many rows were changed or deleted, by table.
    public static SortedMap<String, Integer> of(JdbcClient sql, PersonId person, UUID note, Instant now) {
        var done = new TreeMap<String, Integer>();
        // The higher floors first, as far as names tell: they find their rows by the line of the directory.
        for (var table : new KeptTables().all().reversed()) {
            for (var statement : table.erasing()) {
                var rows = sql.sql(statement).param("person", person.toString()).update();
                done.merge(table.table(), rows, Integer::sum);
            }
        }
        sql.sql("insert into identity.audit (id, person_id, kind, at) values (:note, :person, 'erased', :now)")
                .param("note", note)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
        return done;
    }
}
