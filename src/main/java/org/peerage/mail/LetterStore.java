package org.peerage.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    ///
    /// @param sort by which it is switched off, if it may be
    /// @param off where that is done; empty until it is handed over
    record Outgoing(
            UUID id,
            PersonId person,
            String sort,
            Mailbox to,
            String subject,
            String body,
            String off,
            @Nullable Act act,
            Optional<CalendarPart> calendar,
            int attempts) {

        Outgoing withAWayOut(String address, String foot) {
            return new Outgoing(id, person, sort, to, subject, body + foot, address, act, calendar, attempts);
        }

        Outgoing saying(String more) {
            return new Outgoing(id, person, sort, to, subject, body + more, off, act, calendar, attempts);
        }
    }

    /// What the letter lets its reader do without signing in, until when.
    record Act(String act, UUID subject, Instant until) {}

    /// A letter as its sender or its recipient sees it.
    record Line(
            String kind,
            String subject,
            String toName,
            LetterState state,
            String reason,
            String answer,
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
                             calendar_method, state, attempts, next_at, reason, worth_until, posted_at, fleeting, sort, act,
                             act_subject)
                        values
                            (:id, :key, :thread, :kind, :person, :name, :address, :by, :subject, :body, :calendar,
                             :method, :state, 0, :now, '', :until, :now, :fleeting, :sort, :act,
                             :actSubject)
                        on conflict (key) do update
                        set state = 'waiting', to_address = excluded.to_address, next_at = excluded.next_at,
                            body = excluded.body
                        where letter.state = 'by-hand' and excluded.state = 'waiting'
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
                        .param("state", to.address().isEmpty() ? "by-hand" : "waiting")
                        .param("fleeting", letter.fleeting())
                        .param("act", letter.act().map(Letter.Act::key).orElse(null))
                        .param(
                                "actSubject",
                                letter.act().map(Letter.Act::subject).orElse(null))
                        .param("sort", letter.switchable().map(LetterKind::key).orElse(null))
                        .update()
                == 1;
    }

    /// Letters on a thread go out in order or not at all: what waits gives way to what is newer.
    void supersede(Letter newer) {
        sql.sql("""
                update mail.letter set state = 'superseded', body = case when fleeting then '' else body end
                where thread = :thread and to_person = :person and state in ('waiting', 'by-hand') and key <> :key
                """)
                .param("thread", newer.thread())
                .param("person", newer.to().value())
                .param("key", newer.key())
                .update();
    }

    /// Waiting letters of a thread, whoever they are to.
    void takeBack(String thread) {
        sql.sql("""
                update mail.letter set state = 'superseded', body = case when fleeting then '' else body end
                where thread = :thread and state in ('waiting', 'by-hand')
                """).param("thread", thread).update();
    }

    /// Of a sort that the person wants no more, also those that wait already.
    void takeBack(PersonId person, String sort) {
        sql.sql("""
                update mail.letter set state = 'superseded', body = case when fleeting then '' else body end
                where to_person = :person and sort = :sort and state = 'waiting'
                """).param("person", person.value()).param("sort", sort).update();
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
                returning id, to_person, sort, act, act_subject, worth_until, to_name, to_address, subject, body, calendar, calendar_method, attempts
                """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(until))
                .query((row, number) -> outgoing(row))
                .optional();
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        var calendar = row.getString("calendar");
        return new Outgoing(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("to_person", UUID.class)),
                Objects.requireNonNullElse(row.getString("sort"), ""),
                new Mailbox(row.getString("to_name"), row.getString("to_address")),
                row.getString("subject"),
                row.getString("body"),
                "",
                act(row),
                calendar == null
                        ? Optional.empty()
                        : Optional.of(new CalendarPart(row.getString("calendar_method"), calendar)),
                row.getInt("attempts"));
    }

    private static @Nullable Act act(ResultSet row) throws SQLException {
        var act = row.getString("act");
        return act == null
                ? null
                : new Act(
                        act,
                        row.getObject("act_subject", UUID.class),
                        row.getTimestamp("worth_until").toInstant());
    }

    void sent(UUID id, Instant now) {
        sql.sql("""
                update mail.letter
                set state = 'sent', reason = '', answer = '', sent_at = :now, body = case when fleeting then '' else body end
                where id = :id
                """).param("id", id).param("now", Timestamp.from(now)).update();
    }

    void retry(UUID id, String reason, String answer, Instant next) {
        sql.sql("""
                update mail.letter set reason = :reason, answer = :answer, next_at = :next
                where id = :id and state = 'waiting'
                """)
                .param("id", id)
                .param("answer", answer)
                .param("reason", reason)
                .param("next", Timestamp.from(next))
                .update();
    }

    void giveUp(UUID id, String reason, String answer) {
        sql.sql("""
                update mail.letter
                set state = 'given-up', reason = :reason, answer = :answer, body = case when fleeting then '' else body end
                where id = :id and state = 'waiting'
                """)
                .param("id", id)
                .param("reason", reason)
                .param("answer", answer)
                .update();
    }

    /// Somebody whom no letter reaches, and how much this person has for them.
    record ByHand(PersonId person, String name, int letters) {}

    private static final String BY_HAND = """
            posted_by = :me and to_person <> :me and not fleeting and worth_until > :now
            and (state = 'by-hand' or (state = 'waiting' and not :delivers))
            """;

    List<ByHand> byHand(PersonId me, boolean delivers, Instant now) {
        return sql.sql("""
                select to_person, max(to_name) as to_name, count(*) as letters from mail.letter where %s
                group by to_person order by max(lower(to_name)), to_person
                """.formatted(BY_HAND))
                .param("me", me.value())
                .param("delivers", delivers)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new ByHand(
                        new PersonId(row.getObject("to_person", UUID.class)),
                        row.getString("to_name"),
                        row.getInt("letters")))
                .list();
    }

    /// Somebody's letters to be passed on by this person, as they would have been sent.
    List<Outgoing> byHand(PersonId me, PersonId to, boolean delivers, Instant now) {
        return sql.sql("""
                select id, to_person, sort, act, act_subject, worth_until, to_name, to_address, subject, body, calendar,
                       calendar_method, attempts
                from mail.letter where to_person = :to and %s order by posted_at, id limit 24
                """.formatted(BY_HAND))
                .param("me", me.value())
                .param("to", to.value())
                .param("delivers", delivers)
                .param("now", Timestamp.from(now))
                .query((row, number) -> outgoing(row))
                .list();
    }

    void passedOn(PersonId me, PersonId to) {
        sql.sql("""
                update mail.letter set state = 'superseded'
                where posted_by = :me and to_person = :to and state in ('by-hand', 'waiting')
                """).param("me", me.value()).param("to", to.value()).update();
    }

    /// What was sent to somebody and what they caused, newest first.
    List<Line> of(PersonId me, int most) {
        return sql.sql("""
                select kind, subject, to_name, state, reason, answer, posted_at, to_person
                from mail.letter where (to_person = :me or posted_by = :me) and state <> 'by-hand'
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
                        row.getString("answer"),
                        row.getTimestamp("posted_at").toInstant(),
                        me.value().equals(row.getObject("to_person", UUID.class))))
                .list();
    }
}
