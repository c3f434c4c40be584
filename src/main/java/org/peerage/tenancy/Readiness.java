package org.peerage.tenancy;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Ready means: a transaction as the runtime role answers. Migrations ran before the port opened. Whoever asks every
/// few seconds hears that it does not; the log need not.
@Component("databaseHealthIndicator")
class Readiness implements HealthIndicator {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Readiness(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Health health() {
        try {
            transaction.executeWithoutResult(
                    status -> sql.sql("select 1").query(Integer.class).single());
            return Health.up().build();
        } catch (DataAccessException | TransactionException lost) {
            return Health.down().build();
        }
    }
}
