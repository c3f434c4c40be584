package org.peerage.scheduling.hosting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.GroupDate;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who hosts which date of a group.
@Component
class HostStore {

    private final JdbcClient sql;

    HostStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param offered whether its host looks for somebody to take it
    record Turn(DateId date, PersonId host, boolean offered, Instant startsAt) {}

    Map<DateId, Turn> of(GroupId group) {
        var turns = new HashMap<DateId, Turn>();
        sql.sql("""
                select t.date_id, t.person_id, t.offered, d.starts_at
                from scheduling.host_turn t join scheduling.date d on d.id = t.date_id
                where t.group_id = :group and d.state = 'set'
                """).param("group", group.value()).query(row -> {
            var date = new DateId(row.getObject("date_id", UUID.class));
            turns.put(
                    date,
                    new Turn(
                            date,
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getBoolean("offered"),
                            row.getTimestamp("starts_at").toInstant()));
        });
        return turns;
    }

    void give(GroupDate date, PersonId host, Instant now) {
        sql.sql("""
                insert into scheduling.host_turn (date_id, group_id, person_id, offered, at)
                values (:date, :group, :host, false, :now)
                on conflict (date_id) do update
                set person_id = excluded.person_id, offered = false, at = excluded.at
                """)
                .param("date", date.id().value())
                .param("group", date.group().value())
                .param("host", host.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// True where it was theirs and not offered yet.
    boolean offer(DateId date, Instant now) {
        return sql.sql("""
                        update scheduling.host_turn set offered = true, at = :now
                        where date_id = :date and person_id = :me and not offered
                        """)
                        .param("date", date.value())
                        .param("me", Acting.me().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Set<String> done(DateId date) {
        return new HashSet<>(sql.sql("select item from scheduling.host_check where date_id = :date")
                .param("date", date.value())
                .query(String.class)
                .list());
    }

    void check(GroupDate date, String item, Instant now) {
        sql.sql("""
                insert into scheduling.host_check (date_id, group_id, item, done_by, at)
                values (:date, :group, :item, :me, :now) on conflict do nothing
                """)
                .param("date", date.id().value())
                .param("group", date.group().value())
                .param("item", item)
                .param("me", Acting.me().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void uncheck(DateId date, String item) {
        sql.sql("delete from scheduling.host_check where date_id = :date and item = :item")
                .param("date", date.value())
                .param("item", item)
                .update();
    }
}
