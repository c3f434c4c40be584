package org.peerage.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is to know what. Rows of others are written by the program `notices` alone.
@Component
class NoticeStore {

    private static final int MOST = 200;

    private final JdbcClient sql;

    NoticeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param times how often it was told, with other facts or as one more of its kind
    record Told(
            UUID id,
            PersonId person,
            String kind,
            UUID subject,
            String address,
            List<Object> facts,
            int times,
            Instant from,
            Instant until,
            boolean read) {}

    /// @param counted of what is told as a number, such as words on a wall
    record Digest(PersonId person, int notices, int counted) {}

    /// A notice that holds no longer.
    record Gone(UUID id, PersonId person) {}

    /// Those for whom something is new by it. What is told again changes nothing, unless its facts have
    /// changed, or each time counts.
    List<Told> tell(Notice notice, Map<UUID, PersonId> to, Instant now) {
        return sql.sql("""
                insert into notices.notice as n
                    (id, person_id, kind, subject_id, circle_id, address, facts, times, from_at, until_at, told)
                select t.id, t.person, :kind, :subject, :circle, :address, :facts, 1, :from, :until, :from <= :now
                from unnest(:ids, :people) as t (id, person)
                order by t.person
                on conflict (person_id, kind, subject_id) do update
                set address = excluded.address, facts = excluded.facts, times = n.times + 1, from_at = excluded.from_at,
                    until_at = excluded.until_at, told = excluded.told, digested = false, read_at = null
                where :counted or n.facts <> excluded.facts or (:later and n.from_at <> excluded.from_at)
                returning n.id, n.person_id, n.kind, n.subject_id, n.address, n.facts, n.times, n.from_at, n.until_at, n.read_at
                """)
                .param("kind", notice.kind().key())
                .param("subject", notice.subject())
                .param("circle", notice.circle())
                .param("address", notice.address())
                .param(
                        "facts",
                        notice.facts().stream().map(NoticeStore::written).toArray(String[]::new))
                .param("from", at(notice.from().equals(Instant.EPOCH) ? now : notice.from()))
                .param("until", at(notice.until()))
                .param("now", at(now))
                .param("counted", notice.kind().counted())
                .param("later", !notice.from().equals(Instant.EPOCH))
                .param("ids", to.keySet().toArray(UUID[]::new))
                .param("people", to.values().stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> told(row))
                .list();
    }

    List<Gone> withdraw(String kind, UUID subject) {
        return sql.sql("""
                delete from notices.notice where kind = :kind and subject_id = :subject returning id, person_id
                """)
                .param("kind", kind)
                .param("subject", subject)
                .query((row, number) -> new Gone(row.getObject("id", UUID.class), person(row)))
                .list();
    }

    List<Gone> withdraw(String kind, UUID subject, PersonId person) {
        return sql.sql("""
                delete from notices.notice where kind = :kind and subject_id = :subject and person_id = :person
                returning id, person_id
                """)
                .param("kind", kind)
                .param("subject", subject)
                .param("person", person.value())
                .query((row, number) -> new Gone(row.getObject("id", UUID.class), person(row)))
                .list();
    }

    List<Gone> withdrawFromOthers(String kind, UUID subject, PersonId person) {
        return sql.sql("""
                delete from notices.notice where kind = :kind and subject_id = :subject and person_id <> :person
                returning id, person_id
                """)
                .param("kind", kind)
                .param("subject", subject)
                .param("person", person.value())
                .query((row, number) -> new Gone(row.getObject("id", UUID.class), person(row)))
                .list();
    }

    List<Gone> leave(PersonId person, UUID circle) {
        return sql.sql("""
                delete from notices.notice where person_id = :person and circle_id = :circle returning id, person_id
                """)
                .param("person", person.value())
                .param("circle", circle)
                .query((row, number) -> new Gone(row.getObject("id", UUID.class), person(row)))
                .list();
    }

    /// What has come due meanwhile. Nodes do not wait for each other and never take the same.
    List<Told> due(Instant now) {
        return sql.sql("""
                update notices.notice set told = true
                where id = any (array(select id from notices.notice where not told and from_at <= :now
                                      order by from_at, id limit :most for update skip locked))
                returning id, person_id, kind, subject_id, address, facts, times, from_at, until_at, read_at
                """)
                .param("now", at(now))
                .param("most", MOST)
                .query((row, number) -> told(row))
                .list();
    }

    /// People who have had no digest since then and have not read what came before the moment: of these kinds, how many
    /// notices, and how much of what counts.
    List<Digest> digests(List<String> kinds, List<String> counted, Instant before, Instant since) {
        return sql.sql("""
                select n.person_id, count(*) filter (where not n.kind = any (:counted)) as notices,
                       coalesce(sum(n.times) filter (where n.kind = any (:counted)), 0) as counted
                from notices.notice n
                where n.read_at is null and not n.digested and n.from_at <= :before and n.until_at > :before
                  and n.kind = any (:kinds)
                  and not exists (select from notices.digest d where d.person_id = n.person_id and d.sent_at > :since)
                group by n.person_id
                limit :most
                """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("counted", counted.toArray(String[]::new))
                .param("before", at(before))
                .param("since", at(since))
                .param("most", MOST)
                .query((row, number) -> new Digest(person(row), row.getInt("notices"), row.getInt("counted")))
                .list();
    }

    /// False when another node was first.
    boolean digested(PersonId person, Instant since, Instant now) {
        var mine = sql.sql("""
                        insert into notices.digest as d (person_id, sent_at) values (:person, :now)
                        on conflict (person_id) do update set sent_at = excluded.sent_at where d.sent_at <= :since
                        """)
                        .param("person", person.value())
                        .param("now", at(now))
                        .param("since", at(since))
                        .update()
                == 1;
        sql.sql(
                        "update notices.notice set digested = true where person_id = :person and read_at is null and from_at <= :now")
                .param("person", person.value())
                .param("now", at(now))
                .update();
        return mine;
    }

    boolean waits(String kind, UUID subject) {
        return sql.sql("""
                select exists (select from notices.notice
                               where person_id = tenancy.me() and kind = :kind and subject_id = :subject)
                """)
                .param("kind", kind)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /// The acting person's, the latest first.
    List<Told> mine(Instant now) {
        return sql.sql("""
                select id, person_id, kind, subject_id, address, facts, times, from_at, until_at, read_at from notices.notice
                where person_id = tenancy.me() and from_at <= :now and until_at > :now
                order by read_at is not null, from_at desc, id desc limit :most
                """)
                .param("now", at(now))
                .param("most", MOST)
                .query((row, number) -> told(row))
                .list();
    }

    /// Of these kinds.
    int unread(List<String> kinds, Instant now) {
        return sql.sql("""
                select count(*) from notices.notice
                where person_id = tenancy.me() and read_at is null and from_at <= :now and until_at > :now
                  and kind = any (:kinds)
                """)
                .param("now", at(now))
                .param("kinds", kinds.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /// Where it leads; empty for what is not there, or another's.
    Optional<String> read(UUID id, Instant now) {
        return sql.sql("""
                update notices.notice set read_at = coalesce(read_at, :now)
                where id = :id and person_id = tenancy.me() returning address
                """)
                .param("id", id)
                .param("now", at(now))
                .query(String.class)
                .optional();
    }

    /// What had come when the page was drawn.
    void readAll(Instant drawn, Instant now) {
        sql.sql("""
                update notices.notice set read_at = :now
                where person_id = tenancy.me() and read_at is null and from_at <= :drawn
                """).param("drawn", at(drawn)).param("now", at(now)).update();
    }

    /// What the acting person's list is at.
    long n() {
        return sql.sql("select n from live.shared_topic where id = tenancy.me()")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    boolean has(PersonId person) {
        return sql.sql("select exists (select from live.shared_topic where id = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private static PersonId person(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getObject("id", UUID.class),
                person(row),
                row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("address"),
                Arrays.stream((String[]) row.getArray("facts").getArray())
                        .map(NoticeStore::fact)
                        .toList(),
                row.getInt("times"),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                row.getTimestamp("read_at") != null);
    }

    /// PostgreSQL knows later years than a timestamp of Java's old kind.
    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment.equals(Instant.MAX) ? Instant.parse("9999-01-01T00:00:00Z") : moment);
    }

    private static String written(Object fact) {
        return switch (fact) {
            case Message.Moment(var moment, var zone) -> "moment " + moment + " " + zone;
            case LocalDate day -> "day " + day;
            default -> "text " + fact;
        };
    }

    private static Object fact(String written) {
        var parts = written.split(" ", 2);
        return switch (parts[0]) {
            case "moment" -> {
                var moment = parts[1].split(" ", 2);
                yield new Message.Moment(Instant.parse(moment[0]), ZoneId.of(moment[1]));
            }
            case "day" -> LocalDate.parse(parts[1]);
            default -> parts[1];
        };
    }
}
