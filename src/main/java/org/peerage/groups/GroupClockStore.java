package org.peerage.groups;

import java.time.ZoneId;
import java.util.Optional;
import org.peerage.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whoever has not said where they are reads the clock by which their group meets, or their network: a group says its
/// zone once.
@Component
class GroupClockStore implements Outbox.Whereabouts {

    private final JdbcClient sql;

    GroupClockStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ZoneId> mine() {
        return sql.sql("""
                select zone
                from (select 1 as rank, id, zone from groups.group where id = any (array(select groups.my_groups()))
                      union all
                      select 2, id, zone from networks.shared_network) as known
                order by rank, id
                limit 1
                """)
                .query((row, number) -> ZoneId.of(row.getString("zone")))
                .optional();
    }
}
