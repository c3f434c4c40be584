package org.peerage.tenancy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.peerage.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// A process that does one thing beside an instance that is running, such as the `enrol` command.
public final class SecondProcess {

    private SecondProcess() {}

    /// One transaction, as whoever acts now, in the database of the running instance; empty where none is.
    public static <T> Optional<T> transaction(
            Path home, Map<String, String> environment, Function<JdbcClient, T> work) {
        return Database.running(home, environment).map(login -> {
            var dataSource = new TransactionalDataSource(
                    new DriverManagerDataSource(login.url(), login.user(), login.password()), () -> {});
            var transaction = new TransactionTemplate(new ScopedTransactions(dataSource));
            return Objects.requireNonNull(transaction.execute(status -> work.apply(JdbcClient.create(dataSource))));
        });
    }
}
