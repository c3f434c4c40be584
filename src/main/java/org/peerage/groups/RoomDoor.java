package org.peerage.groups;

import java.util.List;
import java.util.UUID;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the room shows of its door: who knocks, and the sealed secrets of the links that were handed out.
@Component
class RoomDoor {

    static final String INVITATION = "invitation";

    private final JdbcClient sql;

    RoomDoor(JdbcClient sql) {
        this.sql = sql;
    }

    /// Those who ask to be let in: all of them for whoever is inside, oneself for whoever asks.
    @Transactional(readOnly = true)
    List<PersonId> asking(RoomId room) {
        return sql.sql("select person_id from rooms.shared_request where room_id = :room order by asked_at")
                .param("room", room.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    @Transactional(readOnly = true)
    List<SealedView> invitations(RoomId room) {
        return sql.sql("""
                select room_id, id, kind, rev, epoch, author, sealed from rooms.shared_record
                where room_id = :room and kind = :kind order by id desc limit 64
                """)
                .param("room", room.value())
                .param("kind", INVITATION)
                .query((row, number) -> SealedView.of(row))
                .list();
    }
}
