package org.peerage.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Two PostgreSQL as an operator runs them, looked after by nobody: the second follows the first by streaming
/// replication, and takes its place when told to. Nothing is acknowledged before both have it.
public final class Pair implements AutoCloseable {

    private final Path home;
    private final PostgresInstallation installation;
    private final Server first;
    private final Server second;

    private record Server(int port, Process process) {}

    /// Begins with the database in the folder of a program that has ended.
    public Pair(Path home) throws Exception {
        this.home = home;
        installation = PostgresInstallation.in(Database.programFolder(home, System.getenv()));
        var data = home.resolve("database").toAbsolutePath();
        var copy = home.resolve("standby").toAbsolutePath();
        PostgresFixture.copy(data.toString(), copy);
        first = started(data, "synchronous_standby_names=second");
        writtenTo(first);
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s application_name=second'%n"
                        .formatted(
                                first.port,
                                Role.SUPERUSER.user(),
                                login(first, Role.SUPERUSER).password()),
                StandardOpenOption.APPEND);
        second = started(copy);
        until(() -> asked(first, "select count(*) from pg_stat_replication where sync_state = 'sync'")
                .equals("1"));
    }

    /// Both, for whoever wants the one that is written to.
    public DatabaseLogin app() {
        return new DatabaseLogin(
                "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/peerage?targetServerType=primary"
                        .formatted(first.port, second.port),
                Role.APP.user(),
                login(first, Role.APP).password());
    }

    /// `kill -9` to the first, for good; then the second is told to take its place.
    public void failOver() throws Exception {
        first.process.destroyForcibly().waitFor();
        asked(second, "select pg_promote()");
        until(() -> asked(second, "select pg_is_in_recovery()").equals("f"));
        writtenTo(second);
    }

    /// For whoever looks into the database past the program.
    private void writtenTo(Server server) throws IOException {
        Files.writeString(home.resolve("database.port"), Integer.toString(server.port));
    }

    private Server started(Path data, String... also) throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        installation.user().own(data);
        var command = new ArrayList<>(
                List.of(installation.program().resolve("bin/postgres").toString(), "-D", data.toString()));
        var settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1", "port=" + port, "unix_socket_directories=", "max_connections=60"));
        settings.addAll(List.of(also));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        var builder = new ProcessBuilder(installation.user().command(command))
                .directory(installation.program().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("pair.log").toFile()));
        PostgresUser.cleanEnvironment(builder.environment());
        var server = new Server(port, builder.start());
        until(() -> asked(server, "select 1").equals("1"));
        return server;
    }

    private String asked(Server server, String question) throws Exception {
        return PostgresFixture.one(login(server, Role.SUPERUSER), question);
    }

    private DatabaseLogin login(Server server, Role role) {
        return role.login(server.port, HomeFolder.password(home, role).orElseThrow());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        if (!PostgresFixture.eventually(condition)) {
            throw new IOException("waited in vain for PostgreSQL");
        }
    }

    @Override
    public void close() throws IOException {
        first.process.destroyForcibly();
        second.process.destroyForcibly();
    }
}
