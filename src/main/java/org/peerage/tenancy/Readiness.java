package org.peerage.tenancy;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Ready means: a transaction as the runtime role answers. Migrations ran before the port opened.
@Component("databaseHealthIndicator")
class Readiness extends AbstractHealthIndicator {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Readiness(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void doHealthCheck(Health.Builder answer) {
        transaction.executeWithoutResult(
                status -> sql.sql("select 1").query(Integer.class).single());
        answer.up();
    }
}
