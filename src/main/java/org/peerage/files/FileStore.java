package org.peerage.files;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Files and their parts, as far as whoever acts may have them.
@Component
class FileStore {

    private final JdbcClient sql;

    FileStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Of everything that the room holds or awaits.
    long partsIn(RoomId room) {
        return sql.sql("select files.parts_in(:room)")
                .param("room", room.value())
                .query(Long.class)
                .single();
    }

    void begin(UUID id, Circle circle, int parts, Instant at) {
        sql.sql("""
                insert into files.file (id, group_id, room_id, person_id, parts, begun_at)
                values (:id, :group, :room, :person, :parts, :at)
                """)
                .param("id", id)
                .param("group", circle.id().value())
                .param("room", circle.openRoom().value())
                .param("person", Acting.me().value())
                .param("parts", parts)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// False: there is no such file of the acting person's on its way, or the part is there already.
    boolean keep(GroupId group, UUID id, int number, byte[] sealed) {
        return sql.sql("""
                insert into files.part (file_id, number, sealed)
                select id, :number, :sealed from files.file
                where id = :id and group_id = :group and person_id = tenancy.me() and put_at is null
                  and :number >= 0 and :number < parts
                on conflict do nothing
                """)
                        .param("id", id)
                        .param("group", group.value())
                        .param("number", number)
                        .param("sealed", sealed)
                        .update()
                == 1;
    }

    boolean has(GroupId group, UUID id, int number) {
        return sql.sql("""
                select exists (select from files.part p join files.file f on f.id = p.file_id
                               where f.id = :id and f.group_id = :group and p.number = :number
                                 and f.person_id = tenancy.me())
                """)
                .param("id", id)
                .param("group", group.value())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> part(GroupId group, UUID id, int number) {
        return sql.sql("""
                select p.sealed from files.part p join files.file f on f.id = p.file_id
                where f.id = :id and f.group_id = :group and p.number = :number and f.put_at is not null
                """)
                .param("id", id)
                .param("group", group.value())
                .param("number", number)
                .query((row, count) -> row.getBytes("sealed"))
                .optional();
    }

    /// Its record was put. False: not all of it is there.
    boolean complete(RoomId room, UUID id, UUID about, Instant at) {
        return sql.sql("""
                update files.file f set about = :about, put_at = :at
                where f.id = :id and f.room_id = :room and f.person_id = tenancy.me() and f.put_at is null
                  and f.parts = (select count(*) from files.part p where p.file_id = f.id)
                """)
                        .param("id", id)
                        .param("room", room.value())
                        .param("about", about)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /// In the order in which they were begun.
    Map<UUID, List<UUID>> of(RoomId room, Collection<UUID> texts) {
        Map<UUID, List<UUID>> files = new LinkedHashMap<>();
        sql.sql("""
                select id, about from files.file
                where room_id = :room and about = any (:texts) and put_at is not null order by id
                """)
                .param("room", room.value())
                .param("texts", texts.toArray(UUID[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getObject("about", UUID.class), text -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class));
                });
        return files;
    }

    List<UUID> remove(RoomId room, UUID text) {
        return sql.sql("""
                delete from files.file where room_id = :room and about = :text and person_id = tenancy.me() returning id
                """)
                .param("room", room.value())
                .param("text", text)
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    void removeAll(RoomId room) {
        sql.sql("select files.end_room(:room)")
                .param("room", room.value())
                .query((row, number) -> room)
                .list();
    }

    /// Which they are, the policy of whoever tidies says.
    void removeUnfinished() {
        sql.sql("delete from files.file where put_at is null").update();
    }
}
