package org.peerage.wall;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who wrote which chapter of a group's book and when; the words lie in the room.
@Component
class BookStore {

    private final JdbcClient sql;

    BookStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Written(UUID id, Chapter chapter, PersonId by, Instant at) {}

    /// The latest first.
    List<Written> in(GroupId group) {
        return sql.sql("""
                select id, chapter, person_id, at from wall.book_text where group_id = :group order by at desc, id desc
                """)
                .param("group", group.value())
                .query((row, number) -> new Written(
                        row.getObject("id", UUID.class),
                        Chapter.of(row.getString("chapter")).orElseThrow(),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    Optional<UUID> latest(GroupId group, Chapter chapter) {
        return in(group).stream()
                .filter(written -> written.chapter() == chapter)
                .map(Written::id)
                .findFirst();
    }

    void add(GroupId group, RoomId room, UUID id, Chapter chapter, Instant at) {
        sql.sql("""
                insert into wall.book_text (id, group_id, room_id, chapter, person_id, at)
                values (:id, :group, :room, :chapter, :by, :at)
                """)
                .param("id", id)
                .param("group", group.value())
                .param("room", room.value())
                .param("chapter", chapter.key())
                .param("by", Acting.me().value())
                .param("at", Timestamp.from(at))
                .update();
    }
}
