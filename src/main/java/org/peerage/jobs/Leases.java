package org.peerage.jobs;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.peerage.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The rounds that this node has.
@Component
class Leases {

    private final UUID node = Ids.next();
    private final JdbcClient sql;
    private final InstantSource clock;

    Leases(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// False while another node has this round, or has done it. Acts as the job itself.
    @Transactional
    boolean take(String job, Duration round) {
        var now = clock.instant();
        return sql.sql("""
                        insert into jobs.lease (job, node_id, held_until) values (:job, :node, :until)
                        on conflict (job) do update set node_id = excluded.node_id, held_until = excluded.held_until
                        where lease.held_until <= :now
                        """)
                        .param("job", job)
                        .param("node", node)
                        .param("until", Timestamp.from(now.plus(round)))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
