package org.peerage.identity.linking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.peerage.identity.linking.Linking.Device;
import org.peerage.identity.linking.Linking.Handed;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/// Devices that wait for their owner's keys, each found by a number made from its code.
@Component
class LinkingStore {

    private final JdbcClient sql;

    LinkingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A person links one device at a time.
    void forgetAll(PersonId person) {
        sql.sql("delete from identity.device where person_id = :person")
                .param("person", person.value())
                .update();
    }

    void begin(byte[] number, PersonId person, Instant until) {
        sql.sql("insert into identity.device (number, person_id, expires_at) values (:number, :person, :until)")
                .param("number", number)
                .param("person", person.value())
                .param("until", Timestamp.from(until))
                .update();
    }

    Optional<Device> find(byte[] number, Instant now) {
        return sql.sql("""
                select recipient, tag, linked_at is not null as linked from identity.device
                where number = :number and expires_at > :now
                """)
                .param("number", number)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Device(
                        Objects.requireNonNullElse(row.getString("recipient"), ""),
                        Objects.requireNonNullElse(row.getString("tag"), ""),
                        row.getBoolean("linked")))
                .optional();
    }

    /// False: another device has come before, or the code has run out.
    boolean come(byte[] number, String recipient, String tag, Instant now) {
        return sql.sql("""
                        update identity.device set recipient = :recipient, tag = :tag
                        where number = :number and recipient is null and expires_at > :now
                        """)
                        .param("number", number)
                        .param("recipient", recipient)
                        .param("tag", tag)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean handOver(byte[] number, byte[] file, Instant now) {
        return sql.sql("""
                        update identity.device set file = :file
                        where number = :number and recipient is not null and file is null and expires_at > :now
                        """)
                        .param("number", number)
                        .param("file", file)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// What waits for the device, if its owner has handed it over.
    Optional<Handed> handed(byte[] number, Instant now) {
        return sql.sql("""
                select d.person_id, d.file, c.card from identity.device d join identity.card c on c.person_id = d.person_id
                where d.number = :number and d.file is not null and d.expires_at > :now
                """)
                .param("number", number)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Handed(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new Bytes(row.getBytes("file")),
                        row.getString("card")))
                .optional();
    }

    /// From now on nobody gets anything by this number. False: somebody has used it up.
    boolean useUp(byte[] number, Instant now) {
        return sql.sql("""
                        update identity.device set file = null, linked_at = :now
                        where number = :number and linked_at is null and expires_at > :now
                        """)
                        .param("number", number)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void forgetExpired(Instant now) {
        sql.sql("delete from identity.device where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
