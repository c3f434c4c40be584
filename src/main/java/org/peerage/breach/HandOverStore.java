package org.peerage.breach;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the program `breach` reads and writes where somebody leaves, and who of a group is next for whoever sits in it.
@Component
class HandOverStore {

    private final JdbcClient sql;
    private final BreachStore breaches;
    private final ReportStore reports;

    HandOverStore(JdbcClient sql, BreachStore breaches, ReportStore reports) {
        this.sql = sql;
        this.breaches = breaches;
        this.reports = reports;
    }

    /// Everybody in the room: the chair, whoever is to chair next, then whoever is there for longest.
    List<PersonId> line(GroupId group, LocalDate today) {
        return sql.sql("""
                select s.person_id
                from groups.shared_since s
                join groups.shared_group g on g.id = s.group_id
                left join groups.shared_role r on r.group_id = s.group_id and r.person_id = s.person_id
                     and r.role = 'deputy' and r.until >= :today
                where s.group_id = :group
                order by s.person_id = g.chair_id desc, r.person_id is null, s.since, s.person_id
                """)
                .param("today", Date.valueOf(today))
                .param("group", group.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /// Those that are not closed and are handled by somebody, or wait for them.
    List<Breach> lyingWith(GroupId group, PersonId person) {
        return breaches.in(group).stream()
                .filter(breach -> !breach.isClosed()
                        && (breach.handler().equals(person) || breach.liesWith().equals(Optional.of(person))))
                .toList();
    }

    /// Those that were not answered, and those whose case goes on.
    List<Report> reportedTo(GroupId group, PersonId person) {
        return reports.in(group).stream()
                .filter(report -> report.handler().equals(person) && !report.dropped())
                .filter(report -> report.takenUp()
                        .flatMap(breach -> breaches.find(group, breach))
                        .filter(Breach::isClosed)
                        .isEmpty())
                .toList();
    }

    List<PersonId> reporters(Breach breach) {
        return reports.in(breach.group()).stream()
                .filter(report -> report.takenUp().equals(Optional.of(breach.id())))
                .map(Report::reporter)
                .distinct()
                .toList();
    }

    void wait(Breach breach, Optional<PersonId> next) {
        sql.sql("""
                update breach.breach set waits = true, waits_for = cast(:next as uuid)
                where group_id = :group and id = :id
                """)
                .param("next", next.map(PersonId::value).orElse(null))
                .param("group", breach.group().value())
                .param("id", breach.id())
                .update();
    }

    void takenOver(Breach breach, PersonId by) {
        sql.sql("""
                update breach.breach set handler_id = :by, waits = false, waits_for = null
                where group_id = :group and id = :id
                """)
                .param("by", by.value())
                .param("group", breach.group().value())
                .param("id", breach.id())
                .update();
        sql.sql("update breach.affected set handler_id = :by where group_id = :group and breach_id = :id")
                .param("by", by.value())
                .param("group", breach.group().value())
                .param("id", breach.id())
                .update();
    }
}
