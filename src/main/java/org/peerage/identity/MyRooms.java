package org.peerage.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.peerage.sealing.Card;
import org.peerage.sealing.OwnRooms;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps each person's "My rooms", made at enrolment and renewed by their own devices. Only the person's keys make the
/// next one, and each follows the one before it: two devices that renew at once do not lose what the other has added.
@Component
class MyRooms {

    private final JdbcClient sql;
    private final People people;
    private final InstantSource clock;

    MyRooms(JdbcClient sql, People people, InstantSource clock) {
        this.sql = sql;
        this.people = people;
        this.clock = clock;
    }

    /// The very first, at enrolment.
    @Transactional
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

    @Transactional(readOnly = true)
    Optional<OwnRooms> of(PersonId person) {
        return sql.sql("select rev, sealed, signature from identity.own_rooms where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> new OwnRooms(
                        row.getLong("rev"),
                        Sealed.of(row.getBytes("sealed")).orElseThrow(),
                        row.getString("signature")))
                .optional();
    }

    /// False: not signed by the person's keys, or not the next one.
    @Transactional
    boolean renew(PersonId person, OwnRooms rooms) {
        return people.me(person)
                        .flatMap(me -> Card.parse(me.card()))
                        .filter(rooms::by)
                        .isPresent()
                && sql.sql("""
                        update identity.own_rooms
                        set rev = :rev, sealed = :sealed, signature = :signature, kept_at = :now
                        where person_id = :person and rev = :rev - 1
                        """)
                                .param("person", person.value())
                                .param("rev", rooms.rev())
                                .param("sealed", rooms.sealed().bytes())
                                .param("signature", rooms.signature())
                                .param("now", Timestamp.from(clock.instant()))
                                .update()
                        == 1;
    }
}
