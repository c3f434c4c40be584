package org.peerage.confidences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Confidences as far as the acting person told them or was told them.
@Component
class ConfidenceStore {

    private static final String COLUMNS =
            "select id, group_id, room_id, person_id, chair_id, told_at, state from confidences.confidence ";

    private final JdbcClient sql;

    ConfidenceStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Confidence told) {
        sql.sql("""
                insert into confidences.confidence (id, group_id, room_id, person_id, chair_id, told_at, state)
                values (:id, :group, :room, :by, :chair, :at, 'told')
                """)
                .param("id", told.id())
                .param("group", told.group().value())
                .param("room", told.room().value())
                .param("by", told.by().value())
                .param("chair", told.chair().value())
                .param("at", Timestamp.from(told.toldAt()))
                .update();
    }

    /// The latest first.
    List<Confidence> in(GroupId group) {
        return sql.sql(COLUMNS + "where group_id = :group order by told_at desc, id")
                .param("group", group.value())
                .query((row, number) -> confidence(row))
                .list();
    }

    /// For whoever may say how far it has come, and for nobody else until the transaction ends.
    Optional<Confidence> take(UUID id) {
        return sql.sql(COLUMNS + "where id = :id and chair_id = tenancy.me() for update")
                .param("id", id)
                .query((row, number) -> confidence(row))
                .optional();
    }

    void move(Confidence told, Confidence.State state, Instant at) {
        sql.sql("update confidences.confidence set state = :state, state_at = :at where id = :id")
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("at", Timestamp.from(at))
                .param("id", told.id())
                .update();
    }

    /// How many were told to the acting person that they have not said to have read.
    int unread(GroupId group) {
        return sql.sql("""
                select count(*) from confidences.confidence
                where group_id = :group and chair_id = tenancy.me() and state = 'told'
                """).param("group", group.value()).query(Integer.class).single();
    }

    private static Confidence confidence(ResultSet row) throws SQLException {
        return new Confidence(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new RoomId(row.getString("room_id")),
                new PersonId(row.getObject("person_id", UUID.class)),
                new PersonId(row.getObject("chair_id", UUID.class)),
                row.getTimestamp("told_at").toInstant(),
                Confidence.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
