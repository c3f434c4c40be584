package org.peerage.identity.ownrooms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.peerage.sealing.OwnRooms;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Each person's "My rooms", one row of a signed and sealed record.
@Component
class OwnRoomsStore {

    private final JdbcClient sql;

    OwnRoomsStore(JdbcClient sql) {
        this.sql = sql;
    }

    void begin(PersonId person, OwnRooms rooms, Instant now) {
        sql.sql("""
                insert into identity.own_rooms (person_id, rev, sealed, signature, kept_at)
                values (:person, :rev, :sealed, :signature, :now)
                """)
                .param("person", person.value())
                .param("rev", rooms.rev())
                .param("sealed", rooms.sealed().bytes())
                .param("signature", rooms.signature())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<OwnRooms> of(PersonId person) {
        return sql.sql("select rev, sealed, signature from identity.own_rooms where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> new OwnRooms(
                        row.getLong("rev"),
                        Sealed.of(row.getBytes("sealed")).orElseThrow(),
                        row.getString("signature")))
                .optional();
    }

    /// False: not the next one.
    boolean renew(PersonId person, OwnRooms rooms, Instant now) {
        return sql.sql("""
                        update identity.own_rooms
                        set rev = :rev, sealed = :sealed, signature = :signature, kept_at = :now
                        where person_id = :person and rev = :rev - 1
                        """)
                        .param("person", person.value())
                        .param("rev", rooms.rev())
                        .param("sealed", rooms.sealed().bytes())
                        .param("signature", rooms.signature())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
