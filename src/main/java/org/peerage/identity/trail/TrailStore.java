package org.peerage.identity.trail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what was written down about whoever acts. Nobody changes it.
@Component
class TrailStore {

    private final JdbcClient sql;

    TrailStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Line(UUID id, String kind, Instant at) {}

    /// Newest first.
    ///
    /// @param before the last line of the page before; null for the first page
    List<Line> mine(@Nullable UUID before, int most) {
        return sql.sql("""
                select id, kind, at from identity.audit
                where person_id = :me
                  and (cast(:before as uuid) is null or (at, id) <
                       (select b.at, b.id from identity.audit b where b.person_id = :me and b.id = :before))
                order by at desc, id desc limit :most
                """)
                .param("me", Acting.me().value())
                .param("before", before)
                .param("most", most)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
