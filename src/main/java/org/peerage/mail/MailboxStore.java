package org.peerage.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Days;
import org.peerage.web.Message;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where letters reach each person.
@Component
class MailboxStore {

    private final JdbcClient sql;

    MailboxStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<String> address(PersonId person) {
        return sql.sql("select address from mail.mailbox where person_id = :person")
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    /// Whoever gets a letter, and how they read a clock.
    ///
    /// @param zone where they are; null until they have said
    record Reader(String address, @Nullable ZoneId zone, Locale language) {

        /// Moments are said by the reader's clock, in their zone where it is known.
        Object said(Object fact) {
            return switch (fact) {
                case Message.Moment(var at, var theirs) -> moment(at.atZone(here(theirs))) + " " + name(theirs);
                case Message.Span(var from, var until, var theirs) -> {
                    var begin = from.atZone(here(theirs));
                    var end = until.atZone(here(theirs));
                    yield moment(begin) + " – "
                            + (end.toLocalDate().equals(begin.toLocalDate()) ? clock(end) : moment(end)) + " "
                            + name(theirs);
                }
                case LocalDate day -> day(day);
                default -> fact;
            };
        }

        ZoneId here(ZoneId theirs) {
            return zone == null ? theirs : zone;
        }

        private String name(ZoneId theirs) {
            return here(theirs).getId().replace('_', ' ');
        }

        private String moment(ZonedDateTime moment) {
            return day(moment.toLocalDate()) + ", " + clock(moment);
        }

        private String clock(ZonedDateTime moment) {
            return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(language)
                    .format(moment);
        }

        private String day(LocalDate day) {
            return Days.of(language).format(day);
        }
    }

    /// Nobody has said how they read: as whoever passes the letter on does.
    static Reader unknown() {
        var writer = LocaleContextHolder.getLocaleContext();
        var language = writer == null ? null : writer.getLocale();
        return new Reader("", null, language == null ? Locale.ENGLISH : language);
    }

    /// In which language somebody reads.
    Locale language(PersonId person) {
        return reader(person).orElseGet(MailboxStore::unknown).language();
    }

    Optional<Reader> reader(PersonId person) {
        return sql.sql("select address, zone, language from mail.mailbox where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> new Reader(
                        row.getString("address"),
                        row.getString("zone").isEmpty() ? null : ZoneId.of(row.getString("zone")),
                        Locale.forLanguageTag(row.getString("language"))))
                .optional();
    }

    void keep(PersonId person, Mailbox mailbox, String zone, Locale language) {
        sql.sql("""
                insert into mail.mailbox (person_id, address, zone, language)
                values (:person, :address, :zone, :language)
                on conflict (person_id) do update
                set address = excluded.address, zone = excluded.zone, language = excluded.language
                """)
                .param("person", person.value())
                .param("address", mailbox.address())
                .param("zone", zone)
                .param("language", language.toLanguageTag())
                .update();
    }

    boolean off(PersonId person, String sort) {
        return sql.sql("select exists (select from mail.switched_off where person_id = :person and sort = :sort)")
                .param("person", person.value())
                .param("sort", sort)
                .query(Boolean.class)
                .single();
    }

    Set<String> off(PersonId person) {
        return Set.copyOf(sql.sql("select sort from mail.switched_off where person_id = :person")
                .param("person", person.value())
                .query(String.class)
                .list());
    }

    void switchOff(PersonId person, String sort) {
        sql.sql("insert into mail.switched_off (person_id, sort) values (:person, :sort) on conflict do nothing")
                .param("person", person.value())
                .param("sort", sort)
                .update();
    }

    void switchOn(PersonId person, String sort) {
        sql.sql("delete from mail.switched_off where person_id = :person and sort = :sort")
                .param("person", person.value())
                .param("sort", sort)
                .update();
    }

    /// What the link in a letter switches off.
    record WayOut(PersonId person, String sort) {}

    void keepWayOut(byte[] token, PersonId person, String sort, Instant now) {
        sql.sql("""
                insert into mail.way_out (token_hash, person_id, sort, made_at) values (:token, :person, :sort, :now)
                """)
                .param("token", token)
                .param("person", person.value())
                .param("sort", sort)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<WayOut> wayOut(byte[] token) {
        return sql.sql("select person_id, sort from mail.way_out where token_hash = :token")
                .param("token", token)
                .query((row, number) ->
                        new WayOut(new PersonId(row.getObject("person_id", UUID.class)), row.getString("sort")))
                .optional();
    }

    void forget(PersonId person) {
        sql.sql("delete from mail.mailbox where person_id = :person")
                .param("person", person.value())
                .update();
    }
}
