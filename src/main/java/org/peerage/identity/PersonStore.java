package org.peerage.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.sealing.Card;
import org.peerage.sealing.OwnRooms;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/// Rows about people, their public cards and their locked keys.
@Component
class PersonStore {

    private final JdbcClient sql;

    PersonStore(JdbcClient sql) {
        this.sql = sql;
    }

    boolean none() {
        return !sql.sql("select exists (select 1 from identity.person)")
                .query(Boolean.class)
                .single();
    }

    void add(PersonId person, String name, Instant now) {
        sql.sql("insert into identity.person (id, name, created_at) values (:id, :name, :now)")
                .param("id", person.value())
                .param("name", name)
                .param("now", Timestamp.from(now))
                .update();
    }

    void addCard(PersonId person, String card, String fingerprint) {
        sql.sql("insert into identity.card (person_id, card, fingerprint) values (:person, :card, :fingerprint)")
                .param("person", person.value())
                .param("card", card)
                .param("fingerprint", fingerprint)
                .update();
    }

    void addLock(UUID id, PersonId person, String kind, byte @Nullable [] credential, byte[] file, Instant now) {
        sql.sql("""
                insert into identity.lock (id, person_id, kind, credential_id, file, created_at)
                values (:id, :person, :kind, :credential, :file, :now)
                """)
                .param("id", id)
                .param("person", person.value())
                .param("kind", kind)
                .param("credential", credential)
                .param("file", file)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// The lock that a number made from its words finds.
    Optional<KeyChanges.Found> byWords(byte[] number) {
        return sql.sql("""
                select l.person_id, l.file, c.card from identity.lock l
                join identity.card c on c.person_id = l.person_id
                where l.sign_in = :number
                """)
                .param("number", number)
                .query((row, n) -> new KeyChanges.Found(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new Bytes(row.getBytes("file")),
                        row.getString("card")))
                .optional();
    }

    void findByWords(PersonId person, byte[] number) {
        sql.sql("update identity.lock set sign_in = :number where person_id = :person and kind = 'words'")
                .param("number", number)
                .param("person", person.value())
                .update();
    }

    /// Whether this is the card that they enrolled with; a session alone brings no other to a door.
    boolean hasCard(PersonId person, String fingerprint) {
        return sql.sql(
                        "select exists (select 1 from identity.card where person_id = :id and fingerprint = :fingerprint)")
                .param("id", person.value())
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    /// Of whoever can sign in: nobody does who was erased.
    Optional<String> name(PersonId person) {
        return sql.sql("select name from identity.person where id = :id and erased_at is null")
                .param("id", person.value())
                .query(String.class)
                .optional();
    }

    boolean erased(PersonId person) {
        return sql.sql("select exists (select from identity.person where id = :id and erased_at is not null)")
                .param("id", person.value())
                .query(Boolean.class)
                .single();
    }

    void rename(PersonId person, String name) {
        sql.sql("update identity.person set name = :name where id = :id")
                .param("name", name)
                .param("id", person.value())
                .update();
    }

    /// By id, by one of the ids already found, by the whole name or by a part of it.
    List<People.Match> matching(String whom, List<PersonId> found) {
        return sql.sql("""
                select id, name, created_at,
                       id::text = lower(:whom) or id = any (:found) or lower(name) = lower(:whom) as exact
                from identity.person
                where id::text = lower(:whom) or id = any (:found) or position(lower(:whom) in lower(name)) > 0
                order by exact desc, lower(name), id limit 20
                """)
                .param("whom", whom.strip())
                .param("found", found.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> new People.Match(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getBoolean("exact")))
                .list();
    }

    Optional<People.Me> me(PersonId person) {
        return sql.sql("""
                select p.name, c.card, c.fingerprint
                from identity.person p join identity.card c on c.person_id = p.id
                where p.id = :id
                """)
                .param("id", person.value())
                .query((row, number) -> new People.Me(
                        person, row.getString("name"), row.getString("card"), row.getString("fingerprint")))
                .optional();
    }

    List<People.Lock> locks(PersonId person) {
        return sql.sql("select id, kind, credential_id, file from identity.lock where person_id = :person order by id")
                .param("person", person.value())
                .query((row, number) -> new People.Lock(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        base64(row.getBytes("credential_id")),
                        base64(row.getBytes("file"))))
                .list();
    }

    List<People.Device> devices(PersonId person) {
        return sql.sql("""
                select p.credential_id, p.label, p.created_at, p.used_at,
                       exists (select 1 from identity.lock l where l.credential_id = p.credential_id) as opens
                from identity.passkey p where p.person_id = :person order by p.created_at
                """)
                .param("person", person.value())
                .query((row, number) -> new People.Device(
                        base64(row.getBytes("credential_id")),
                        row.getString("label"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("used_at").toInstant(),
                        row.getBoolean("opens")))
                .list();
    }

    List<People.Words> words(PersonId person) {
        return sql.sql("""
                select created_at, opened_at from identity.lock
                where person_id = :person and kind = 'words' order by created_at
                """)
                .param("person", person.value())
                .query((row, number) -> new People.Words(
                        row.getTimestamp("created_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("opened_at")).map(Timestamp::toInstant)))
                .list();
    }

    /// Two changes of one person's locks go one after the other.
    void takeTurn(PersonId person) {
        sql.sql("select id from identity.person where id = :person for update")
                .param("person", person.value())
                .query(UUID.class)
                .optional();
    }

    void removeWords(PersonId person) {
        sql.sql("delete from identity.lock where person_id = :person and kind = 'words'")
                .param("person", person.value())
                .update();
    }

    boolean hasLockBeside(PersonId person, byte[] credential) {
        return sql.sql("""
                select exists (select 1 from identity.lock
                               where person_id = :person and credential_id is distinct from :credential)
                """)
                .param("person", person.value())
                .param("credential", credential)
                .query(Boolean.class)
                .single();
    }

    /// Its lock goes with it. What it was called, if it was there.
    Optional<String> removePasskey(PersonId person, byte[] credential) {
        return sql.sql("""
                delete from identity.passkey where person_id = :person and credential_id = :credential
                returning label
                """)
                .param("person", person.value())
                .param("credential", credential)
                .query(String.class)
                .optional();
    }

    /// What was made before and nobody has vouched for yet gives way.
    void keepNewKeys(PersonId person, Card card, byte[] file, OwnRooms rooms, Instant now) {
        sql.sql("""
                insert into identity.new_keys (person_id, card, fingerprint, file, rooms, signature, made_at)
                values (:person, :card, :fingerprint, :file, :rooms, :signature, :now)
                on conflict (person_id) do update
                set card = excluded.card, fingerprint = excluded.fingerprint, file = excluded.file,
                    rooms = excluded.rooms, signature = excluded.signature, made_at = excluded.made_at
                """)
                .param("person", person.value())
                .param("card", card.json())
                .param("fingerprint", card.fingerprint())
                .param("file", file)
                .param("rooms", rooms.sealed().bytes())
                .param("signature", rooms.signature())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<NewKeys.Waiting> newKeys(PersonId person) {
        return sql.sql("select card, fingerprint, file, made_at from identity.new_keys where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> new NewKeys.Waiting(
                        row.getString("card"),
                        row.getString("fingerprint"),
                        base64(row.getBytes("file")),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    void forgetNewKeys(PersonId person) {
        sql.sql("delete from identity.new_keys where person_id = :person")
                .param("person", person.value())
                .update();
    }

    /// Puts the waiting keys in the place of the old ones, with their one lock and an empty "My rooms".
    void takeNewKeys(PersonId person, UUID lock, Instant now) {
        for (var statement : List.of(
                """
                update identity.card c set card = n.card, fingerprint = n.fingerprint
                from identity.new_keys n where n.person_id = :person and c.person_id = n.person_id
                """,
                "delete from identity.lock where person_id = :person",
                "delete from identity.passkey where person_id = :person",
                """
                insert into identity.lock (id, person_id, kind, file, created_at)
                select :lock, person_id, 'words', file, :now from identity.new_keys where person_id = :person
                """,
                """
                update identity.own_rooms o
                set rev = 1, sealed = n.rooms, signature = n.signature, kept_at = :now
                from identity.new_keys n where n.person_id = :person and o.person_id = n.person_id
                """)) {
            sql.sql(statement)
                    .param("person", person.value())
                    .param("lock", lock)
                    .param("now", Timestamp.from(now))
                    .update();
        }
        forgetNewKeys(person);
    }

    void opened(PersonId person, UUID lock, Instant now) {
        sql.sql("update identity.lock set opened_at = :now where id = :lock and person_id = :person")
                .param("now", Timestamp.from(now))
                .param("lock", lock)
                .param("person", person.value())
                .update();
    }

    private static String base64(byte @Nullable [] bytes) {
        return bytes == null ? "" : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
