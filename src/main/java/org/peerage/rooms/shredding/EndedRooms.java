package org.peerage.rooms.shredding;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rooms that were dissolved, for whoever destroys their keys.
@Component
class EndedRooms {

    private final JdbcClient sql;

    EndedRooms(JdbcClient sql) {
        this.sql = sql;
    }

    List<String> all() {
        return sql.sql("select id from rooms.room where dissolved_at is not null")
                .query((row, number) -> Objects.requireNonNull(row.getString("id")))
                .list();
    }
}
