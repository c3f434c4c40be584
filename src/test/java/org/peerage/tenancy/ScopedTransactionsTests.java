package org.peerage.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Passable;
import org.peerage.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopedTransactionsTests {

    private static final PersonId MARA = new PersonId(UUID.fromString("018f0000-0000-7000-8000-000000000001"));

    private Database database;
    private HikariDataSource pool;
    private TransactionalDataSource dataSource;
    private TransactionTemplate transaction;

    @BeforeAll
    void start(@TempDir(factory = Passable.class) Path home) {
        database = Database.start(home, System.getenv());
        database.migrate(List.of("database", "tenancy"));
        var login = database.app();
        // One connection only: whoever keeps it keeps everybody out.
        pool = new HikariDataSource();
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(2000);
        dataSource = new TransactionalDataSource(pool, pool::close);
        transaction = new TransactionTemplate(new ScopedTransactions(dataSource));
    }

    @AfterAll
    void stop() {
        pool.close();
        database.close();
    }

    @Test
    void whoeverCatchesWhatAnotherCouldNotDoGoesOnAsThemselves() {
        var sql = JdbcClient.create(dataSource);
        var scope = new Scope(sql);
        var after = Acting.as(
                new Actor.Person(MARA),
                () -> transaction.execute(status -> {
                    assertThatThrownBy(() -> scope.actingAs(new Actor.Program("mail"), () -> {
                                throw new IllegalStateException("no letter today");
                            }))
                            .hasMessage("no letter today");
                    return sql.sql("select tenancy.me()::text || ' ' || tenancy.acting_as('mail')")
                            .query(String.class)
                            .single();
                }));
        assertThat(after).isEqualTo(MARA + " false");
    }

    @Test
    void aStatementThatFailsIsWhatIsTold() {
        var sql = JdbcClient.create(dataSource);
        var scope = new Scope(sql);
        assertThatThrownBy(() -> transaction.execute(status -> scope.actingAs(
                        new Actor.Program("mail"),
                        () -> sql.sql("select 1 / 0").query(Integer.class).single())))
                .hasMessageContaining("division by zero");
    }

    @Test
    void theActorIsAnnouncedForOneTransactionAlone() {
        assertThat(Acting.as(new Actor.Person(MARA), this::whoActs)).isEqualTo(MARA.toString());
        assertThat(whoActs()).isEqualTo("nobody");
        assertThat(Acting.asProgram("mail", () -> ask("select tenancy.acting_as('mail')::text")))
                .isEqualTo("true");
        assertThat(ask("select tenancy.acting_as('mail')::text")).isEqualTo("false");
    }

    @Test
    void aQueryOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> JdbcClient.create(dataSource)
                        .sql("select 1")
                        .query(Integer.class)
                        .single())
                .rootCause()
                .hasMessage("a query was made outside a transaction");
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnnouncementGoesBackToThePool() throws Exception {
        assertThat(whoActs()).isEqualTo("nobody");
        var login = database.app();
        try (var other = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                    + " where usename = 'peerage_app' and pid <> pg_backend_pid()");
        }

        assertThatThrownBy(() -> Acting.as(new Actor.Person(MARA), this::whoActs))
                .isInstanceOf(TransactionException.class);

        assertThat(TransactionSynchronizationManager.getResource(dataSource)).isNull();
        assertThat(whoActs()).isEqualTo("nobody");
    }

    private String whoActs() {
        return ask("select coalesce(tenancy.me()::text, 'nobody')");
    }

    private String ask(String sql) {
        return String.valueOf(transaction.<String>execute(status ->
                JdbcClient.create(dataSource).sql(sql).query(String.class).single()));
    }
}
