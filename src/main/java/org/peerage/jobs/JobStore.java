package org.peerage.jobs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which node has which round, and the line on which nodes are woken.
@Component
class JobStore {

    private final JdbcClient sql;

    JobStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// False while another node holds it.
    boolean lease(String job, UUID node, Instant now, Instant until) {
        return sql.sql("""
                        insert into jobs.lease (job, node_id, held_until) values (:job, :node, :until)
                        on conflict (job) do update set node_id = excluded.node_id, held_until = excluded.held_until
                        where lease.held_until <= :now
                        """)
                        .param("job", job)
                        .param("node", node)
                        .param("until", Timestamp.from(until))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void tell(String channel, String job) {
        sql.sql("select pg_notify(:channel, :job)")
                .param("channel", channel)
                .param("job", job)
                .query()
                .listOfRows();
    }
}
