package org.peerage.identity.trail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes what was done and reads it. The database gives numbers and marks, at the end of the transaction; nobody
/// changes a line.
@Component
class TrailStore {

    static final int PORTION = 1000;

    private static final String ENTRIES = """
            select a.chain, a.number, a.id, a.person_id, a.network_id, a.about, a.kind, a.at, encode(a.mark, 'hex') as mark
            from identity.audit a
            """;

    private static final RowMapper<Entry> ENTRY = (row, _) -> new Entry(
            row.getObject("chain", UUID.class),
            row.getLong("number"),
            row.getObject("id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getObject("network_id", UUID.class),
            row.getObject("about", UUID.class),
            row.getString("kind"),
            row.getTimestamp("at").toInstant(),
            row.getString("mark"));

    private final JdbcClient sql;

    TrailStore(JdbcClient sql) {
        this.sql = sql;
    }

    void write(UUID id, UUID chain, UUID person, @Nullable UUID network, Deed deed, @Nullable UUID about, Instant now) {
        sql.sql("""
                insert into identity.audit (id, chain, person_id, network_id, kind, about, at)
                values (:id, :chain, :person, :network, :kind, :about, :now)
                """)
                .param("id", id)
                .param("chain", chain)
                .param("person", person)
                .param("network", network)
                .param("kind", deed.word())
                .param("about", about)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Newest first.
    List<Entry> before(UUID chain, long number, int most) {
        return sql.sql(ENTRIES + "where a.chain = :chain and a.number < :number order by a.number desc limit :most")
                .param("chain", chain)
                .param("number", number)
                .param("most", most)
                .query(ENTRY)
                .list();
    }

    /// As they were written.
    List<Entry> after(UUID chain, long number) {
        return sql.sql(ENTRIES + "where a.chain = :chain and a.number > :number order by a.number limit :most")
                .param("chain", chain)
                .param("number", number)
                .param("most", PORTION)
                .query(ENTRY)
                .list();
    }

    /// The same through all chains, one after the other.
    List<Entry> afterOfAll(UUID chain, long number) {
        return sql.sql(ENTRIES + """
                where (a.chain, a.number) > (:chain, :number) order by a.chain, a.number limit :most
                """)
                .param("chain", chain)
                .param("number", number)
                .param("most", PORTION)
                .query(ENTRY)
                .list();
    }

    /// An entry that stands in no chain: the program leaves none.
    Optional<UUID> unmarked() {
        return sql.sql("select a.id from identity.audit a where a.mark is null order by a.id limit 1")
                .query(UUID.class)
                .optional();
    }

    /// Follows a chain to its end, a portion at a time.
    Chain followed(UUID whose) {
        var chain = new Chain();
        List<Entry> portion;
        var number = 0L;
        do {
            portion = after(whose, number);
            portion.forEach(chain::follow);
            number = portion.isEmpty() ? number : portion.getLast().number();
        } while (portion.size() == PORTION);
        return chain;
    }
}
