package org.peerage.identity.kept;

import java.util.List;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the rows that name whoever acts, as far as row security shows them.
@Component
class KeptStore {

    private final JdbcClient sql;

    KeptStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<String> rows(KeptTable table, PersonId me) {
        return sql.sql(table.query())
                .param("me", me.toString())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
