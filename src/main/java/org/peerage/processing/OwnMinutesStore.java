package org.peerage.processing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.peerage.groups.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What groups have changed of protocols. Each statement runs in the transaction of an operation.
@Component
class OwnMinutesStore {

    private final JdbcClient sql;

    OwnMinutesStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Minutes by steps, by protocols.
    Map<String, Map<String, Integer>> of(GroupId group, String module) {
        var own = new HashMap<String, Map<String, Integer>>();
        sql.sql("""
                select protocol, step, minutes from processing.own_minutes
                where group_id = :group and module = :module
                """).param("group", group.value()).param("module", module).query(row -> {
            own.computeIfAbsent(row.getString("protocol"), _ -> new HashMap<>())
                    .put(row.getString("step"), row.getInt("minutes"));
        });
        return own;
    }

    /// Takes the place of what the group has changed of this protocol before.
    void replace(GroupId group, Protocol protocol, Map<String, Integer> minutes) {
        sql.sql("""
                delete from processing.own_minutes
                where group_id = :group and module = :module and protocol = :protocol
                """)
                .param("group", group.value())
                .param("module", protocol.module())
                .param("protocol", protocol.key())
                .update();
        minutes.forEach((step, own) -> sql.sql("""
                        insert into processing.own_minutes (group_id, module, protocol, step, minutes)
                        values (:group, :module, :protocol, :step, :minutes)
                        """)
                .param("group", group.value())
                .param("module", protocol.module())
                .param("protocol", protocol.key())
                .param("step", step)
                .param("minutes", own)
                .update());
    }

    /// The group has come to a step of it since then, and has not ended it.
    boolean isAtWork(GroupId group, Protocol protocol, Instant since) {
        return sql.sql("""
                select exists (select from processing.processing
                               where group_id = :group and module = :module and protocol = :protocol
                                 and ended_at is null and begun_at > :since)
                """)
                .param("group", group.value())
                .param("module", protocol.module())
                .param("protocol", protocol.key())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }
}
