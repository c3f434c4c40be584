package org.peerage.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import org.peerage.database.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLErrorCodesFactory;

/// The one pool of connections, as the runtime role, and the transaction manager that announces who acts.
@Configuration(proxyBeanMethods = false)
class ConnectionsConfiguration {

    @Bean(destroyMethod = "close")
    TransactionalDataSource dataSource(Database database) {
        var login = database.app();
        var pool = new HikariDataSource();
        pool.setPoolName("peerage");
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(TransactionalDataSource.PATIENCE.toMillis());
        var dataSource = new TransactionalDataSource(
                pool, pool::close, patience -> pool.setConnectionTimeout(patience.toMillis()));
        // Spring would otherwise ask the database for its name outside any transaction.
        SQLErrorCodesFactory.getInstance().registerDatabase(dataSource, "PostgreSQL");
        return dataSource;
    }

    @Bean
    ScopedTransactions transactionManager(TransactionalDataSource dataSource) {
        return new ScopedTransactions(dataSource);
    }
}
