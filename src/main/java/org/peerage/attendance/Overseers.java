package org.peerage.attendance;

import java.sql.Date;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.groups.Circle;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who sees to it that the charter is kept with whom: the chair with everybody else; with the chair whoever is to chair
/// next, and where nobody is, each of the others. The policies of the database say the same (`attendance.stands_in`).
@Component
class Overseers {

    private final JdbcClient sql;
    private final InstantSource clock;

    Overseers(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Whom whoever acts oversees, of those in the room.
    Set<PersonId> mine(Circle circle) {
        var next = nextChair(circle);
        return circle.inRoom().stream()
                .filter(sitter -> !sitter.id().equals(Acting.me()))
                .filter(sitter ->
                        sitter.chairs() ? next.map(Acting.me()::equals).orElse(true) : circle.chaired())
                .map(Circle.Sitter::id)
                .collect(Collectors.toSet());
    }

    /// To whom what concerns somebody is told.
    List<PersonId> of(Circle circle, PersonId person) {
        if (!circle.chair().equals(Optional.of(person))) {
            return circle.chair().stream().toList();
        }
        return nextChair(circle).map(List::of).orElseGet(() -> circle.others(person));
    }

    /// Who has that role today, and is somebody else than the chair.
    Optional<PersonId> nextChair(Circle circle) {
        return sql
                .sql("""
                select person_id from groups.shared_role
                where group_id = :group and role = 'deputy' and until >= :today
                """)
                .param("group", circle.id().value())
                .param("today", Date.valueOf(circle.day(clock.instant())))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list()
                .stream()
                .filter(person -> !circle.chair().equals(Optional.of(person)))
                .findFirst();
    }
}
