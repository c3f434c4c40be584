package org.peerage.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Letters as they wait, go and fail.
@Component
class LetterStore {

    private final JdbcClient sql;

    LetterStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A letter ready to be sent.
    record Outgoing(UUID id, Mailbox to, String subject, String body, Optional<CalendarPart> calendar, int attempts) {}

    /// A letter as its sender or its recipient sees it.
    record Line(
            String kind,
            String subject,
            String toName,
            LetterState state,
            String reason,
            Instant postedAt,
            boolean mine) {}

    boolean add(
            UUID id,
            Letter letter,
            Mailbox to,
            String subject,
            String body,
            Optional<CalendarPart> calendar,
            Optional<PersonId> by,
            Instant now) {
        return sql.sql("""
                        insert into mail.letter
                            (id, key, thread, kind, to_person, to_name, to_address, posted_by, subject, body, calendar,
                             calendar_method, state, attempts, next_at, reason, worth_until, posted_at, fleeting)
                        values
                            (:id, :key, :thread, :kind, :person, :name, :address, :by, :subject, :body, :calendar,
                             :method, 'waiting', 0, :now, '', :until, :now, :fleeting)
                        on conflict (key) do nothing
                        """)
                        .param("id", id)
                        .param("key", letter.key())
                        .param("thread", letter.thread())
                        .param("kind", letter.kind())
                        .param("person", letter.to().value())
                        .param("name", to.name())
                        .param("address", to.address())
                        .param("by", by.map(PersonId::value).orElse(null))
                        .param("subject", subject)
                        .param("body", body)
                        .param("calendar", calendar.map(CalendarPart::text).orElse(null))
                        .param("method", calendar.map(CalendarPart::method).orElse(null))
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(letter.worthUntil()))
                        .param("fleeting", letter.fleeting())
                        .update()
                == 1;
    }

    /// Letters on a thread go out in order or not at all: what waits gives way to what is newer.
    void supersede(Letter newer) {
        sql.sql("""
                update mail.letter set state = 'superseded', body = case when fleeting then '' else body end
                where thread = :thread and to_person = :person and state = 'waiting' and key <> :key
                """)
                .param("thread", newer.thread())
                .param("person", newer.to().value())
                .param("key", newer.key())
                .update();
    }

    void expire(Instant now) {
        sql.sql("""
                update mail.letter set state = 'expired', body = case when fleeting then '' else body end
                where state = 'waiting' and worth_until <= :now
                """).param("now", Timestamp.from(now)).update();
    }

    /// Takes one letter that is due. Nodes do not wait for each other and never take the same one.
    Optional<Outgoing> take(Instant now, Instant until) {
        return sql.sql("""
                update mail.letter set attempts = attempts + 1, next_at = :lease
                where id = (
                    select id from mail.letter where state = 'waiting' and next_at <= :now
                    order by next_at, posted_at, id limit 1 for update skip locked)
                returning id, to_name, to_address, subject, body, calendar, calendar_method, attempts
                """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(until))
                .query((row, number) -> {
                    var calendar = row.getString("calendar");
                    return new Outgoing(
                            row.getObject("id", UUID.class),
                            new Mailbox(row.getString("to_name"), row.getString("to_address")),
                            row.getString("subject"),
                            row.getString("body"),
                            calendar == null
                                    ? Optional.empty()
                                    : Optional.of(new CalendarPart(row.getString("calendar_method"), calendar)),
                            row.getInt("attempts"));
                })
                .optional();
    }

    void sent(UUID id, Instant now) {
        sql.sql("""
                update mail.letter
                set state = 'sent', reason = '', sent_at = :now, body = case when fleeting then '' else body end
                where id = :id
                """).param("id", id).param("now", Timestamp.from(now)).update();
    }

    void retry(UUID id, String reason, Instant next) {
        sql.sql("update mail.letter set reason = :reason, next_at = :next where id = :id and state = 'waiting'")
                .param("id", id)
                .param("reason", reason)
                .param("next", Timestamp.from(next))
                .update();
    }

    void giveUp(UUID id, String reason) {
        sql.sql("""
                update mail.letter
                set state = 'given-up', reason = :reason, body = case when fleeting then '' else body end
                where id = :id and state = 'waiting'
                """).param("id", id).param("reason", reason).update();
    }

    /// What was sent to somebody and what they caused, newest first.
    List<Line> of(PersonId me, int most) {
        return sql.sql("""
                select kind, subject, to_name, state, reason, posted_at, to_person
                from mail.letter where to_person = :me or posted_by = :me
                order by posted_at desc, id desc limit :most
                """)
                .param("me", me.value())
                .param("most", most)
                .query((row, number) -> new Line(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("to_name"),
                        LetterState.of(row.getString("state")),
                        row.getString("reason"),
                        row.getTimestamp("posted_at").toInstant(),
                        me.value().equals(row.getObject("to_person", UUID.class))))
                .list();
    }
}
