package org.peerage.demo;

import java.util.List;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the demonstration's people; read and written as the program `demo` only.
@Component
class FigureStore {

    private final JdbcClient sql;

    FigureStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Figure> all() {
        return sql.sql("""
                select person_id, position, name, part, words, start_at from demo.figure order by position
                """)
                .query((row, number) -> new Figure(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getInt("position"),
                        row.getString("name"),
                        row.getString("part"),
                        row.getString("words"),
                        row.getString("start_at")))
                .list();
    }

    void add(Figure figure) {
        sql.sql("""
                insert into demo.figure (person_id, position, name, part, words, start_at)
                values (:person, :position, :name, :part, :words, :start)
                """)
                .param("person", figure.person().value())
                .param("position", figure.position())
                .param("name", figure.name())
                .param("part", figure.part())
                .param("words", figure.words())
                .param("start", figure.startAt())
                .update();
    }

    void startAll(String path, String part) {
        sql.sql("update demo.figure set start_at = :path where part = :part")
                .param("path", path)
                .param("part", part)
                .update();
    }
}
