package org.peerage.jobs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Wakes a job on every node.
@Component
public class WakeUps {

    static final String CHANNEL = "jobs";

    private final JdbcClient sql;

    WakeUps(JdbcClient sql) {
        this.sql = sql;
    }

    /// When the transaction commits that has made the work; never for work that was undone.
    @Transactional(propagation = Propagation.MANDATORY)
    public void wake(String job) {
        sql.sql("select pg_notify(:channel, :job)")
                .param("channel", CHANNEL)
                .param("job", job)
                .query()
                .listOfRows();
    }
}
