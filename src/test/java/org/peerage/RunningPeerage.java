package org.peerage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.peerage.database.Database;
import org.peerage.database.DatabaseLogin;
import org.peerage.identity.PersonalLinks;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The whole program on a free port with its own PostgreSQL in a throw-away folder, started once per run and shared.
/// Tests keep apart by making their own people, networks and groups, as everybody else does.
public final class RunningPeerage {

    private static final Supplier<RunningPeerage> SHARED = StableOnce.of(RunningPeerage::start);

    private final ConfigurableApplicationContext context;
    private final URI base;
    private final Path home;

    private RunningPeerage(ConfigurableApplicationContext context, URI base, Path home) {
        this.context = context;
        this.base = base;
        this.home = home;
    }

    public static RunningPeerage shared() {
        return SHARED.get();
    }

    public URI base() {
        return base;
    }

    public Path home() {
        return home;
    }

    /// Another way in than the program's: `peerage_backup` makes backups and sees every row, as somebody who stole the
    /// database would; `postgres` may turn back time.
    public DatabaseLogin login(String role) {
        try {
            var password =
                    Files.readString(home.resolve("secrets").resolve(role)).strip();
            return new DatabaseLogin(bean(Database.class).app().url(), role, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many rows were changed, past the program.
    public int asSuperuser(String text, Object... values) {
        try (var superuser = new Superuser(this)) {
            return superuser.run(text, values);
        }
    }

    /// The first column, past the program.
    public List<String> column(String query, Object... values) {
        try (var superuser = new Superuser(this)) {
            return superuser.column(query, values);
        }
    }

    public long count(String query, Object... values) {
        return Long.parseLong(column(query, values).getFirst());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /// Every route of the program.
    public RequestMappingHandlerMapping mappings() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(
                new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(status -> work.get()));
    }

    private static RunningPeerage start() {
        try {
            var kept = System.getenv().getOrDefault("PEERAGE_TEST_HOME", "");
            var home = kept.isEmpty() ? Passable.folder("peerage-test") : Path.of(kept);
            int port;
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            var base = URI.create("http://localhost:" + port);
            var context = SpringApplication.run(
                    Peerage.class,
                    "--server.port=" + port,
                    "--peerage.base-url=" + base,
                    "--peerage.home=" + home,
                    "--peerage.proxies=127.0.0.2",
                    "--spring.main.register-shutdown-hook=false");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.close();
                if (kept.isEmpty()) {
                    delete(home);
                }
            }));
            var peerage = new RunningPeerage(context, base, home);
            peerage.hurries();
            peerage.forgetAttempts();
            return peerage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it, so that other processes may take the folder over as an operator runs it.
    public void stop() {
        setting("alter system reset synchronous_commit");
        context.close();
    }

    /// Here nothing needs to outlive a power cut, so no commit waits for the disk.
    private void hurries() {
        setting("alter system set synchronous_commit = off");
    }

    private void setting(String sql) {
        asSuperuser(sql);
        asSuperuser("select pg_reload_conf()");
    }

    /// An installation that is kept for the next run has counted what was tried in this one.
    private void forgetAttempts() {
        Acting.asProgram(
                "limits",
                () -> inTransaction(() -> bean(JdbcClient.class)
                        .sql("delete from identity.attempt")
                        .update()));
    }

    /// A link with which somebody enrols and founds a network.
    public String foundingLink() {
        return link("networks.found", "/networks/new");
    }

    /// A link with which somebody enrols, and nothing more.
    ///
    /// @param next the page that they come to
    public String enrollingLink(String next) {
        return link("test.nothing", next);
    }

    private String link(String kind, String next) {
        return Acting.asProgram(
                "sign-in",
                () -> bean(PersonalLinks.class)
                        .issue(kind, Ids.next(), "", next)
                        .url());
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
