package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Passable;

class EmbeddedPostgresTests {

    @TempDir(factory = Passable.class)
    private Path home;

    @Test
    void theBundledVersionAnswersWithSafeSettings() throws Exception {
        try (var database = PostgresFixture.fresh(home)) {
            var login = database.app();
            assertThat(PostgresFixture.one(login, "show server_version")).isEqualTo("18.6");
            assertThat(PostgresFixture.one(login, "show fsync")).isEqualTo("on");
            assertThat(PostgresFixture.one(login, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(
                            PostgresFixture.one(
                                    login,
                                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'peerage'"))
                    .isEqualTo("b C.UTF-8");
            assertThat(Database.running(home, Map.of())).contains(login);
        }
        assertThat(Database.running(home, Map.of())).isEmpty();
    }

    @Test
    void otherInterfacesFindNothing() throws Exception {
        try (var database = PostgresFixture.start(home)) {
            var port = HomeFolder.port(home).orElseThrow();
            assertThat(database.app().url()).contains(":" + port + "/");
            for (var network : NetworkInterface.networkInterfaces()
                    .filter(network -> !isLoopback(network))
                    .toList()) {
                for (var address : network.getInterfaceAddresses()) {
                    if (address.getAddress() instanceof Inet4Address reachable) {
                        assertThatThrownBy(() -> connect(new InetSocketAddress(reachable, port)))
                                .isInstanceOf(ConnectException.class);
                    }
                }
            }
        }
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws Exception {
        try (var database = PostgresFixture.start(home)) {
            assertThat(database.app().user()).isEqualTo("peerage_app");
            PostgresFixture.run(
                    PostgresFixture.login(home, Role.SUPERUSER),
                    "create table kept (word text)",
                    "insert into kept values ('kept')");
        }
        try (var database = PostgresFixture.start(home)) {
            assertThat(database.app().user()).isEqualTo("peerage_app");
            assertThat(PostgresFixture.one(PostgresFixture.login(home, Role.SUPERUSER), "select word from kept"))
                    .isEqualTo("kept");
        }
    }

    @Test
    void itsLogIsSetAsideAtAStartWhereItHasGrown() throws Exception {
        PostgresFixture.start(home).close();
        var grown = home.resolve("postgres.log");
        Files.writeString(grown, "x".repeat(4_000_001));
        PostgresFixture.start(home).close();
        assertThat(home.resolve("postgres.log.1")).hasSize(4_000_001);
        assertThat(Files.size(grown)).isLessThan(1_000_000);
    }

    @Test
    void passwordsAreReadableByTheirOwnerAlone() throws Exception {
        try (var database = PostgresFixture.fresh(home);
                var secrets = Files.list(home.resolve("secrets"))) {
            assertThat(database.app().toString()).doesNotContain(database.app().password());
            assertThat(secrets)
                    .hasSize(4)
                    .allSatisfy(
                            secret -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                                    .isEqualTo("rw-------"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aSecondProcessIsTurnedAwayWithASentence() throws Exception {
        try (var first = PostgresFixture.start(home)) {
            assertThatThrownBy(() -> PostgresFixture.start(home))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("already running on " + home)
                    .hasMessageContaining("PEERAGE_HOME");
            assertThat(PostgresFixture.one(first.app(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void postgresIsBackOnTheSamePortAfterItIsKilled() throws Exception {
        try (var database = PostgresFixture.start(home)) {
            PostgresFixture.run(
                    PostgresFixture.login(home, Role.SUPERUSER),
                    "create table kept (word text)",
                    "insert into kept values ('kept')");
            var killed = postmaster();
            assertThat(killed.destroyForcibly()).isTrue();

            assertThat(PostgresFixture.eventually(() ->
                            PostgresFixture.one(database.app(), "select 1").equals("1")
                                    && !Objects.equals(postmaster(), killed)))
                    .isTrue();
            assertThat(PostgresFixture.one(PostgresFixture.login(home, Role.SUPERUSER), "select word from kept"))
                    .isEqualTo("kept");
        }
    }

    @Test
    void aLeashThatIsKilledTakesNoPostgresAstray() throws Exception {
        try (var database = PostgresFixture.start(home)) {
            var stray = postmaster();
            assertThat(stray.parent().orElseThrow().destroyForcibly()).isTrue();

            assertThat(PostgresFixture.eventually(() -> !stray.isAlive()
                            && PostgresFixture.one(database.app(), "select 1").equals("1")))
                    .isTrue();
            assertThat(postmaster()).isNotEqualTo(stray);
        }
    }

    @Test
    void postgresEndsWithAJavaProcessThatIsKilledAndTheNextStartFindsItsRows() throws Exception {
        var java = startHolder();
        try {
            assertThat(PostgresFixture.eventually(() -> Files.exists(home.resolve("held")) || !java.isAlive()))
                    .isTrue();
            assertThat(java.isAlive()).isTrue();
            var postgres = postmaster();
            assertThatThrownBy(() -> PostgresFixture.start(home)).hasMessageContaining("already running");

            java.destroyForcibly().waitFor();

            assertThat(PostgresFixture.eventually(() -> !postgres.isAlive())).isTrue();
        } finally {
            java.destroyForcibly();
        }
        try (var database = PostgresFixture.start(home)) {
            assertThat(database.app().user()).isEqualTo("peerage_app");
            assertThat(PostgresFixture.one(PostgresFixture.login(home, Role.SUPERUSER), "select word from kept"))
                    .isEqualTo("kept");
        }
    }

    @Test
    void aStartRightAfterAKillWaitsForTheOldPostgres() throws Exception {
        var java = startHolder();
        try {
            assertThat(PostgresFixture.eventually(() -> Files.exists(home.resolve("held")) || !java.isAlive()))
                    .isTrue();
        } finally {
            java.destroyForcibly().waitFor();
        }
        try (var database = PostgresFixture.start(home)) {
            assertThat(PostgresFixture.one(database.app(), "select 1")).isEqualTo("1");
        }
    }

    /// Asked for an orderly end while it recovers from the death of one of its processes, PostgreSQL may never come to
    /// it.
    @Test
    void aStartAfterTheDeathOfOneOfItsProcessesAndOurOwnGoesWell() throws Exception {
        var java = startHolder();
        try {
            assertThat(PostgresFixture.eventually(() -> Files.exists(home.resolve("held")) || !java.isAlive()))
                    .isTrue();
            var login = PostgresFixture.login(home, Role.SUPERUSER);
            try (var connection = login.open();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select pg_backend_pid()")) {
                row.next();
                ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
            }
        } finally {
            java.destroyForcibly().waitFor();
        }
        try (var database = PostgresFixture.start(home)) {
            assertThat(PostgresFixture.one(database.app(), "select 1")).isEqualTo("1");
            assertThat(PostgresFixture.one(PostgresFixture.login(home, Role.SUPERUSER), "select word from kept"))
                    .isEqualTo("kept");
        }
    }

    @Test
    void aNumberThatNowBelongsToAnotherProgramIsForgotten() throws Exception {
        try (var database = PostgresFixture.start(home)) {
            assertThat(database.app().user()).isEqualTo("peerage_app");
        }
        Files.writeString(
                home.resolve("database/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("database") + "\n1\n1\n\n127.0.0.1\n0 0\nready\n");
        try (var database = PostgresFixture.start(home)) {
            assertThat(PostgresFixture.one(database.app(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void rootHandsPostgresToNobodyWhereNamespacesAreNotAllowed(@TempDir(factory = Passable.class) Path everybodys)
            throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can hand over");
        // Wherever this checkout lies, be it a folder that only root may enter.
        PostgresFixture.unpack(everybodys);
        var installation = PostgresInstallation.forNobody(PostgresFixture.PROGRAM, everybodys);
        try (var postgres = EmbeddedPostgres.start(HomeFolder.claim(home), installation)) {
            assertThat(PostgresFixture.one(postgres.login(Role.APP), "select 1"))
                    .isEqualTo("1");
            assertThat(Files.getAttribute(home.resolve("database"), "unix:uid")).isEqualTo(65534);
        }
        // The same folder serves again where a namespace is allowed, and the other way round.
        try (var database = PostgresFixture.start(home)) {
            assertThat(PostgresFixture.one(database.app(), "select 1")).isEqualTo("1");
        }
        try (var postgres = EmbeddedPostgres.start(HomeFolder.claim(home), installation)) {
            assertThat(PostgresFixture.one(postgres.login(Role.APP), "select 1"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aProgramThatNobodyCannotReachIsUnpackedWhereTheyCan(
            @TempDir(factory = Passable.class) Path everybodys, @TempDir Path roots) throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can hand over");
        PostgresFixture.unpack(roots);
        PostgresFixture.unpack(roots.resolve("again"));
        assertThat(PostgresInstallation.forNobody(roots, everybodys).program())
                .isEqualTo(everybodys.resolve(PostgresProgram.VERSION));
        assertThatThrownBy(() -> PostgresInstallation.forNobody(roots, roots.resolve("again")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("start Peerage as an ordinary user");
    }

    @Test
    void dataThatNobodyCannotReachIsRefusedBeforeAnythingIsMade(
            @TempDir(factory = Passable.class) Path everybodys, @TempDir Path roots) throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can hand over");
        PostgresFixture.unpack(everybodys);
        var installation = PostgresInstallation.forNobody(PostgresFixture.PROGRAM, everybodys);
        var folder = roots.resolve("peerage");
        try (var claimed = HomeFolder.claim(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(claimed, installation))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("the user nobody cannot reach " + folder)
                    .hasMessageContaining("PEERAGE_HOME");
        }
        assertThat(folder.resolve("database")).doesNotExist();
        assertThat(folder.resolve("database.new")).doesNotExist();
    }

    @Test
    void aFolderOfAnotherVersionIsLeftAloneWithASentence() throws Exception {
        try (var database = PostgresFixture.start(home)) {
            assertThat(database.app().user()).isEqualTo("peerage_app");
        }
        Files.writeString(home.resolve("database/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> PostgresFixture.start(home))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("written by PostgreSQL 17");
    }

    private Process startHolder() throws IOException {
        PostgresFixture.furnish(home);
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        HeldDatabase.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("holder.log").toFile())
                .start();
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(home.resolve("database/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static boolean isLoopback(NetworkInterface network) {
        try {
            return network.isLoopback();
        } catch (IOException e) {
            return true;
        }
    }

    private static void connect(InetSocketAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(address, 2000);
        }
    }
}
