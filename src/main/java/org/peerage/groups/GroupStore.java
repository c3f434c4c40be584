package org.peerage.groups;

import java.sql.Timestamp;
import java.time.Instant;
import org.peerage.networks.NetworkId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the groups and of their rooms.
@Component
class GroupStore {

    private final JdbcClient sql;

    GroupStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(GroupId id, Groups.Wish wish, Instant now) {
        sql.sql("""
                insert into groups.group
                    (id, network_id, name, purpose, zone, smallest, target, largest, formed_by, formed_at)
                values (:id, :network, :name, :purpose, :zone, :smallest, :target, :largest, :by, :now)
                """)
                .param("id", id.value())
                .param("network", wish.network().value())
                .param("name", wish.name())
                .param("purpose", wish.purpose())
                .param("zone", wish.zone().getId())
                .param("smallest", wish.smallest())
                .param("target", wish.target())
                .param("largest", wish.largest())
                .param("by", Acting.me().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void describe(GroupId id, String name, String purpose) {
        sql.sql("update groups.group set name = :name, purpose = :purpose where id = :id")
                .param("name", name)
                .param("purpose", purpose)
                .param("id", id.value())
                .update();
    }

    boolean convenes(NetworkId network) {
        return sql.sql("select :network = any (array(select networks.my_convened()))")
                .param("network", network.value())
                .query(Boolean.class)
                .single();
    }

    /// False when the group has a room already.
    boolean bind(GroupId id, RoomId room, Instant now) {
        return sql.sql("""
                        insert into groups.room (group_id, room_id, opened_by, opened_at)
                        values (:id, :room, :by, :now)
                        on conflict do nothing
                        """)
                        .param("id", id.value())
                        .param("room", room.value())
                        .param("by", Acting.me().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void open(GroupId id, Instant now) {
        sql.sql("update groups.group set opened_at = :now, chair_since = :now where id = :id")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
