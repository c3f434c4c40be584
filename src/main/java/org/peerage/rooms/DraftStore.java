package org.peerage.rooms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.peerage.rooms.shredding.ShredKeys;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of drafts: whoever acts has only their own.
@Component
class DraftStore {

    private final JdbcClient sql;
    private final ShredKeys outer;

    DraftStore(JdbcClient sql, ShredKeys outer) {
        this.sql = sql;
        this.outer = outer;
    }

    private Optional<Sealed> opened(RoomId room, UUID id, byte[] locked) {
        return outer.open(room, "draft " + id, locked).flatMap(Sealed::of);
    }

    List<Drafts.Draft> all(PersonId me, RoomId room, String kind) {
        return sql
                .sql("""
                select id, sealed from rooms.draft
                where person_id = :me and room_id = :room and kind = :kind
                order by saved_at, id
                """)
                .param("me", me.value())
                .param("room", room.value())
                .param("kind", kind)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return opened(room, id, row.getBytes("sealed")).map(draft -> new Drafts.Draft(id, draft));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// @param known whether there is one to be written over; false where another window has written one meanwhile
    boolean save(PersonId me, RoomId room, String kind, UUID id, Sealed sealed, boolean known, Instant at) {
        return sql.sql("""
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
                        .param("sealed", outer.lock(room, "draft " + id, sealed.bytes()))
                        .param("at", Timestamp.from(at))
                        .param("known", known)
                        .update()
                == 1;
    }

    /// The draft as it stands, and nobody else's to write until the transaction ends.
    Optional<Sealed> take(PersonId me, RoomId room, String kind, UUID id) {
        return sql.sql("""
                select sealed from rooms.draft
                where person_id = :me and room_id = :room and kind = :kind and id = :id
                for update
                """)
                .param("me", me.value())
                .param("room", room.value())
                .param("kind", kind)
                .param("id", id)
                .query((row, number) -> opened(room, id, row.getBytes("sealed")))
                .optional()
                .flatMap(Function.identity());
    }

    int count(PersonId me, RoomId room) {
        return sql.sql("select count(*) from rooms.draft where person_id = :me and room_id = :room")
                .param("me", me.value())
                .param("room", room.value())
                .query(Integer.class)
                .single();
    }

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
