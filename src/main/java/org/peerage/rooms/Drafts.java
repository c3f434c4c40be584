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
class Drafts {

    /// Nobody has so many thoughts in one room; a broken page might.
    private static final int MOST = 500;

    private final JdbcClient sql;

    Drafts(JdbcClient sql) {
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

    enum Saving {
        SAVED,
        /// Another window has written since.
        ELSEWHERE,
        TOO_MANY
    }

    /// @param after the hash of the draft that the page started from, empty where there was none
    @Transactional
    Saving save(PersonId me, RoomId room, String kind, UUID id, Sealed sealed, String after, Instant at) {
        var before = taken(me, room, kind, id);
        if (before.isPresent() && !before.get().hash().equals(after)) {
            return Saving.ELSEWHERE;
        }
        if (before.isEmpty() && count(me, room) >= MOST) {
            return Saving.TOO_MANY;
        }
        var stored = sql.sql("""
                insert into rooms.draft (person_id, room_id, kind, id, sealed, saved_at)
                values (:me, :room, :kind, :id, :sealed, :at)
                on conflict (person_id, room_id, kind, id) do update
                set sealed = excluded.sealed, saved_at = excluded.saved_at
                where :known
                """)
                .param("me", me.value())
                .param("room", room.value())
                .param("kind", kind)
                .param("id", id)
                .param("sealed", sealed.bytes())
                .param("at", Timestamp.from(at))
                .param("known", before.isPresent())
                .update();
        return stored == 1 ? Saving.SAVED : Saving.ELSEWHERE;
    }

    /// The draft as it stands, and nobody else's to write until the transaction ends.
    private Optional<Sealed> taken(PersonId me, RoomId room, String kind, UUID id) {
        return sql.sql("""
                select sealed from rooms.draft
                where person_id = :me and room_id = :room and kind = :kind and id = :id
                for update
                """)
                .param("me", me.value())
                .param("room", room.value())
                .param("kind", kind)
                .param("id", id)
                .query((row, number) -> Sealed.of(row.getBytes("sealed")).orElseThrow())
                .optional();
    }

    private int count(PersonId me, RoomId room) {
        return sql.sql("select count(*) from rooms.draft where person_id = :me and room_id = :room")
                .param("me", me.value())
                .param("room", room.value())
                .query(Integer.class)
                .single();
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
