package org.peerage.rooms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people have written for themselves alone, sealed under keys of their own.
@Component
class DraftStore {

    /// Nobody has so many thoughts in one room; a broken page might.
    private static final int MOST = 500;

    private final JdbcClient sql;

    DraftStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Draft(UUID id, Sealed sealed) {}

    @Transactional(readOnly = true)
    Optional<Sealed> draft(PersonId me, RoomId room, String kind, UUID id) {
        return drafts(me, room, kind).stream()
                .filter(draft -> draft.id().equals(id))
                .map(Draft::sealed)
                .findFirst();
    }

    @Transactional(readOnly = true)
    List<Draft> drafts(PersonId me, RoomId room, String kind) {
        return sql.sql("""
                select id, sealed from rooms.draft
                where person_id = :me and room_id = :room and kind = :kind
                order by saved_at, id
                """)
                .param("me", me.value())
                .param("room", room.value())
                .param("kind", kind)
                .query((row, number) -> new Draft(
                        row.getObject("id", UUID.class),
                        Sealed.of(row.getBytes("sealed")).orElseThrow()))
                .list();
    }

    /// False: too many.
    @Transactional
    boolean save(PersonId me, RoomId room, String kind, UUID id, Sealed sealed, Instant at) {
        return sql.sql("""
                insert into rooms.draft (person_id, room_id, kind, id, sealed, saved_at)
                select :me, :room, :kind, :id, :sealed, :at
                where (select count(*) from rooms.draft where person_id = :me and room_id = :room) < :most
                   or exists (select from rooms.draft
                              where person_id = :me and room_id = :room and kind = :kind and id = :id)
                on conflict (person_id, room_id, kind, id) do update
                set sealed = excluded.sealed, saved_at = excluded.saved_at
                """)
                        .param("me", me.value())
                        .param("room", room.value())
                        .param("kind", kind)
                        .param("id", id)
                        .param("sealed", sealed.bytes())
                        .param("at", Timestamp.from(at))
                        .param("most", MOST)
                        .update()
                == 1;
    }

    @Transactional
    void forget(PersonId me, RoomId room, String kind, UUID id) {
        sql.sql("""
                delete from rooms.draft
                where person_id = :me and room_id = :room and kind = :kind and id = :id
                """)
                .param("me", me.value())
                .param("room", room.value())
                .param("kind", kind)
                .param("id", id)
                .update();
    }
}
