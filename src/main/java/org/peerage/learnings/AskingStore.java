package org.peerage.learnings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may be asked, who asks whom, and what they answered; the last two for the two alone.
@Component
class AskingStore {

    private static final String COLUMNS = """
            select id, group_id, about_id, asking_person_id, asked_id, yes from learnings.asking
            """;

    private final JdbcClient sql;

    AskingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// An issue that was worked on, and who of those who agreed has said something to it.
    record Spoken(UUID issue, UUID stated, List<PersonId> people) {}

    void agree(Circle circle) {
        sql.sql("""
                insert into learnings.consent (group_id, person_id) values (:group, tenancy.me()) on conflict do nothing
                """).param("group", circle.id().value()).update();
    }

    void takeBack(Circle circle) {
        sql.sql("delete from learnings.consent where group_id = :group and person_id = tenancy.me()")
                .param("group", circle.id().value())
                .update();
    }

    Set<PersonId> agreed(GroupId group) {
        return sql.sql("select person_id from learnings.consent where group_id = :group")
                .param("group", group.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /// Worked on to the end, with its presenter and those who gave a note to it; the latest first.
    List<Spoken> spoken(GroupId group, int atMost) {
        var titles = new LinkedHashMap<UUID, UUID>();
        var people = sql
                .sql("""
                        select i.id, i.stated_id, t.person_id
                        from issues.shared_issue i
                        join (select id as thing_id, presenter_id as person_id from issues.shared_issue
                              where group_id = :group
                              union
                              select thing_id, author_id from processing.shared_capture
                              where group_id = :group and kind = 'issue-note') t on t.thing_id = i.id
                        join learnings.consent c on c.group_id = i.group_id and c.person_id = t.person_id
                        where i.group_id = :group and i.state = 'closed' and t.person_id <> tenancy.me()
                        order by i.closed_at desc, i.id, t.person_id
                        limit :most
                        """)
                .param("group", group.value())
                .param("most", atMost)
                .query((row, number) -> {
                    var issue = Objects.requireNonNull(row.getObject("id", UUID.class));
                    titles.putIfAbsent(issue, Objects.requireNonNull(row.getObject("stated_id", UUID.class)));
                    return Map.entry(issue, new PersonId(row.getObject("person_id", UUID.class)));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return titles.entrySet().stream()
                .map(one -> new Spoken(one.getKey(), one.getValue(), people.getOrDefault(one.getKey(), List.of())))
                .toList();
    }

    /// The text that states an issue which has been worked on to the end.
    Optional<UUID> stated(GroupId group, UUID issue) {
        return sql.sql(
                        "select stated_id from issues.shared_issue where id = :issue and group_id = :group and state = 'closed'")
                .param("issue", issue)
                .param("group", group.value())
                .query((row, number) -> Objects.requireNonNull(row.getObject("stated_id", UUID.class)))
                .optional();
    }

    /// False: asked before.
    boolean ask(Asking asking, Instant now) {
        return sql.sql("""
                        insert into learnings.asking (id, group_id, about_id, asking_person_id, asked_id, at)
                        values (:id, :group, :about, :by, :asked, :now)
                        on conflict (about_id, asking_person_id, asked_id) do nothing
                        """)
                        .param("id", asking.id())
                        .param("group", asking.group().value())
                        .param("about", asking.about())
                        .param("by", asking.by().value())
                        .param("asked", asking.asked().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// False: answered before.
    boolean answer(Asking asking, boolean yes, Instant now) {
        return sql.sql("""
                        update learnings.asking set yes = :yes, answered_at = :now
                        where id = :id and asked_id = tenancy.me() and yes is null
                        """)
                        .param("yes", yes)
                        .param("now", Timestamp.from(now))
                        .param("id", asking.id())
                        .update()
                == 1;
    }

    /// That whoever acts has a part in, the latest last.
    List<Asking> in(GroupId group) {
        return sql.sql(COLUMNS + "where group_id = :group order by at, id")
                .param("group", group.value())
                .query((row, number) -> asking(row))
                .list();
    }

    /// Of which whoever acts was asked.
    Optional<Asking> ofMe(UUID id) {
        return sql.sql(COLUMNS + "where id = :id and asked_id = tenancy.me()")
                .param("id", id)
                .query((row, number) -> asking(row))
                .optional();
    }

    private static Asking asking(ResultSet row) throws SQLException {
        return new Asking(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getObject("about_id", UUID.class),
                new PersonId(row.getObject("asking_person_id", UUID.class)),
                new PersonId(row.getObject("asked_id", UUID.class)),
                row.getObject("yes", Boolean.class));
    }
}
