package org.peerage.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Read and written as the program `demo` only.
@Component
class Figures {

    private final JdbcClient sql;

    Figures(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public List<Figure> all() {
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

    @Transactional(readOnly = true)
    public Optional<Figure> find(PersonId person) {
        return all().stream().filter(figure -> figure.person().equals(person)).findFirst();
    }

    @Transactional
    public void add(Figure figure) {
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

    @Transactional
    public void startAll(String path, String part) {
        sql.sql("update demo.figure set start_at = :path where part = :part")
                .param("path", path)
                .param("part", part)
                .update();
    }
}
