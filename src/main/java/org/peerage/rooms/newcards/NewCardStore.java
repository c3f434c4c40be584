package org.peerage.rooms.newcards;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.peerage.rooms.RoomId;
import org.peerage.sealing.Card;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of cards that nobody has taken yet.
@Component
class NewCardStore {

    private final JdbcClient sql;

    NewCardStore(JdbcClient sql) {
        this.sql = sql;
    }

    void ask(PersonId person, Card card, Instant at) {
        sql.sql("""
                insert into rooms.new_card (room_id, person_id, fingerprint, card, asked_at)
                select m.room_id, m.person_id, :fingerprint, :card, :at from rooms.member m
                where m.person_id = :person and m.active
                on conflict (room_id, person_id) do update
                set fingerprint = excluded.fingerprint, card = excluded.card, asked_at = excluded.asked_at
                """)
                .param("person", person.value())
                .param("fingerprint", card.fingerprint())
                .param("card", card.json())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<NewCards.Asking> asking(RoomId room) {
        return sql.sql("select person_id, card from rooms.new_card where room_id = :room order by asked_at, person_id")
                .param("room", room.value())
                .query((row, number) ->
                        new NewCards.Asking(row.getObject("person_id", UUID.class), row.getString("card")))
                .list();
    }

    void forget(RoomId room, PersonId person) {
        sql.sql("delete from rooms.new_card where room_id = :room and person_id = :person")
                .param("room", room.value())
                .param("person", person.value())
                .update();
    }

    void forget(PersonId person) {
        sql.sql("delete from rooms.new_card where person_id = :person")
                .param("person", person.value())
                .update();
    }
}
