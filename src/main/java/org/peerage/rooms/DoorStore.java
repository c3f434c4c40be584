package org.peerage.rooms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.peerage.sealing.Card;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of those who wait to be let in.
@Component
class DoorStore {

    private final JdbcClient sql;

    DoorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Asking again replaces what was asked before; but what came over the personal link stays when somebody asks again
    /// without one. False: there is no such room.
    boolean knock(RoomId room, PersonId person, Card card, String tag, Instant at) {
        try {
            sql.sql("""
                    insert into rooms.join_request (room_id, person_id, fingerprint, card, tag, asked_at)
                    values (:room, :person, :fingerprint, :card, :tag, :at)
                    on conflict (room_id, person_id) do update
                    set fingerprint = excluded.fingerprint, card = excluded.card, tag = excluded.tag,
                        asked_at = excluded.asked_at
                    where excluded.tag <> '' or join_request.tag = ''
                    """)
                    .param("room", room.value())
                    .param("person", person.value())
                    .param("fingerprint", card.fingerprint())
                    .param("card", card.json())
                    .param("tag", tag)
                    .param("at", Timestamp.from(at))
                    .update();
            return true;
        } catch (DataIntegrityViolationException noSuchRoom) {
            return false;
        }
    }

    List<Door.Waiting> waiting(RoomId room) {
        return sql.sql("""
                select person_id, fingerprint, card, tag from rooms.join_request
                where room_id = :room order by asked_at, person_id
                """)
                .param("room", room.value())
                .query((row, number) -> new Door.Waiting(
                        row.getObject("person_id", UUID.class),
                        row.getString("fingerprint"),
                        row.getString("card"),
                        row.getString("tag")))
                .list();
    }

    void forget(RoomId room, PersonId person) {
        sql.sql("delete from rooms.join_request where room_id = :room and person_id = :person")
                .param("room", room.value())
                .param("person", person.value())
                .update();
    }
}
