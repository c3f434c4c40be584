package org.peerage.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people of this instance, their public cards and their locked keys.
@Component
public class People {

    private final JdbcClient sql;

    People(JdbcClient sql) {
        this.sql = sql;
    }

    /// What opens an identity: an age file, and for a passkey which one; both in base64url.
    record Lock(UUID id, String kind, String credential, String file) {}

    /// A passkey. One without a lock signs in and opens nothing.
    record Device(String credential, String label, Instant added, Instant used, boolean opens) {}

    /// A lock made of ten words, and when it last opened the keys.
    record Words(Instant made, Optional<Instant> opened) {}

    record Me(PersonId person, String name, String card, String fingerprint) {}

    @Transactional(readOnly = true)
    public boolean none() {
        return !sql.sql("select exists (select 1 from identity.person)")
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void add(PersonId person, String name, Instant now) {
        sql.sql("insert into identity.person (id, name, created_at) values (:id, :name, :now)")
                .param("id", person.value())
                .param("name", name)
                .param("now", Timestamp.from(now))
                .update();
    }

    @Transactional
    void addCard(PersonId person, String card, String fingerprint) {
        sql.sql("insert into identity.card (person_id, card, fingerprint) values (:person, :card, :fingerprint)")
                .param("person", person.value())
                .param("card", card)
                .param("fingerprint", fingerprint)
                .update();
    }

    @Transactional
    void addLock(PersonId person, String kind, byte @Nullable [] credential, byte[] file, Instant now) {
        sql.sql("""
                insert into identity.lock (id, person_id, kind, credential_id, file, created_at)
                values (:id, :person, :kind, :credential, :file, :now)
                """)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("kind", kind)
                .param("credential", credential)
                .param("file", file)
                .param("now", Timestamp.from(now))
                .update();
    }

    @Transactional
    void note(PersonId person, String kind, Instant now) {
        sql.sql("insert into identity.audit (id, person_id, kind, at) values (:id, :person, :kind, :now)")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("kind", kind)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Whether this is the card that they enrolled with; a session alone brings no other to a door.
    @Transactional(readOnly = true)
    public boolean hasCard(PersonId person, String fingerprint) {
        return sql.sql(
                        "select exists (select 1 from identity.card where person_id = :id and fingerprint = :fingerprint)")
                .param("id", person.value())
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    /// Writes down that somebody has signed in, and gives their name.
    @Transactional
    String welcome(PersonId person, Instant now) {
        note(person, "signed-in", now);
        return name(person).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    Optional<String> name(PersonId person) {
        return sql.sql("select name from identity.person where id = :id")
                .param("id", person.value())
                .query(String.class)
                .optional();
    }

    /// Somebody who might be meant. `exact` when nothing but spelling in capitals differs.
    record Match(PersonId person, String name, Instant enrolledAt, boolean exact) {

        String line() {
            return person + "  " + name + "  (enrolled " + enrolledAt.toString().substring(0, 10) + ")";
        }
    }

    /// By id, by one of the ids already found, by the whole name or by a part of it.
    @Transactional(readOnly = true)
    List<Match> matching(String whom, List<PersonId> found) {
        return sql.sql("""
                select id, name, created_at,
                       id::text = lower(:whom) or id = any (:found) or lower(name) = lower(:whom) as exact
                from identity.person
                where id::text = lower(:whom) or id = any (:found) or position(lower(:whom) in lower(name)) > 0
                order by exact desc, lower(name), id limit 20
                """)
                .param("whom", whom.strip())
                .param("found", found.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> new Match(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getBoolean("exact")))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Me> me(PersonId person) {
        return sql.sql("""
                select p.name, c.card, c.fingerprint
                from identity.person p join identity.card c on c.person_id = p.id
                where p.id = :id
                """)
                .param("id", person.value())
                .query((row, number) ->
                        new Me(person, row.getString("name"), row.getString("card"), row.getString("fingerprint")))
                .optional();
    }

    @Transactional
    List<Lock> takeLocks(PersonId person, Instant now) {
        note(person, "locks-fetched", now);
        return sql.sql("select id, kind, credential_id, file from identity.lock where person_id = :person order by id")
                .param("person", person.value())
                .query((row, number) -> new Lock(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        base64(row.getBytes("credential_id")),
                        base64(row.getBytes("file"))))
                .list();
    }

    @Transactional(readOnly = true)
    List<Device> devices(PersonId person) {
        return sql.sql("""
                select p.credential_id, p.label, p.created_at, p.used_at,
                       exists (select 1 from identity.lock l where l.credential_id = p.credential_id) as opens
                from identity.passkey p where p.person_id = :person order by p.created_at
                """)
                .param("person", person.value())
                .query((row, number) -> new Device(
                        base64(row.getBytes("credential_id")),
                        row.getString("label"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("used_at").toInstant(),
                        row.getBoolean("opens")))
                .list();
    }

    @Transactional(readOnly = true)
    List<Words> words(PersonId person) {
        return sql.sql("""
                select created_at, opened_at from identity.lock
                where person_id = :person and kind = 'words' order by created_at
                """)
                .param("person", person.value())
                .query((row, number) -> new Words(
                        row.getTimestamp("created_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("opened_at")).map(Timestamp::toInstant)))
                .list();
    }

    private static String base64(byte @Nullable [] bytes) {
        return bytes == null ? "" : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
