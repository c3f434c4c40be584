package org.peerage.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// A PostgreSQL of our own, as a child process. ADR-0005 says why.
///
/// It listens on 127.0.0.1 alone, with a password. It ends with this process, whatever ends it: a shell holds
/// it on a leash, which is our end of a pipe, and the system drops that even at `kill -9`. When PostgreSQL
/// itself is killed it is started again on the same port; the connection pool finds it there.
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /// Long, because recovery after a power cut replays the log first.
    private static final Duration READY = Duration.ofMinutes(5);

    private static final Duration STOPPED = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int ATTEMPTS = 5;
    private static final long LOG_LIMIT = 4_000_000;

    /// An orderly end takes no longer, but where PostgreSQL is asked for it while it recovers from the death of
    /// one of its own processes it may wait for ever. Ended at once it recovers at the next start, and loses
    /// nothing.
    private static final Duration IN_ORDER = Duration.ofSeconds(10);

    /// Waits for PostgreSQL and, beside it, for the end of the pipe. The interrupt (a fast, orderly shutdown)
    /// repeats until it is gone, because a PostgreSQL that is only just starting does not listen yet; after
    /// ten seconds it is asked to end at once. The signals of a terminal are ignored: the Java process
    /// decides when to let go.
    private static final String LEASH = """
            trap '' HUP INT TERM
            exec 3<&0 </dev/null
            "$@" 3<&- &
            database=$!
            {
                read -r _ <&3
                times=0
                how=INT
                while kill -"$how" "$database" 2>/dev/null; do
                    sleep 0.2
                    times=$((times + 1))
                    [ "$times" -lt 50 ] || how=QUIT
                done
            } &
            leash=$!
            wait "$database"
            status=$?
            kill -KILL "$leash" 2>/dev/null
            exit "$status"
            """;

    private final HomeFolder home;
    private final Path program;
    private final PostgresUser user;
    private final Path data;
    private int port;
    private @Nullable Process process;
    private volatile boolean closing;

    private EmbeddedPostgres(HomeFolder home, PostgresInstallation installation) {
        this.home = home;
        this.program = installation.program();
        this.user = installation.user();
        this.data = home.resolve("database").toAbsolutePath();
    }

    static EmbeddedPostgres start(Path folder, Path programFolder) {
        var home = HomeFolder.claim(folder);
        try {
            return start(home, PostgresInstallation.in(programFolder));
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    static EmbeddedPostgres start(HomeFolder home, PostgresInstallation installation) {
        var postgres = new EmbeddedPostgres(home, installation);
        try {
            postgres.prepareData();
            postgres.open();
            new Roles(home, postgres.port).create();
            return postgres;
        } catch (IOException e) {
            postgres.endProcess();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            postgres.endProcess();
            throw e;
        }
    }

    DatabaseLogin login(Role role) {
        return role.login(port, home.password(role));
    }

    void keepAddress(String address) {
        home.keepAddress(address);
    }

    /// Stops PostgreSQL in order and lets go of the folder.
    @Override
    public void close() {
        closing = true;
        endProcess();
        home.close();
    }

    private void prepareData() throws IOException {
        var folder = home.resolve("").toAbsolutePath();
        if (!user.canReach(folder)) {
            throw new DatabaseRefused("PostgreSQL does not run as root, and the user nobody cannot reach " + folder
                    + "; set PEERAGE_HOME to a folder that every user may pass through, such as /var/lib/peerage,"
                    + " or start Peerage as an ordinary user.");
        }
        if (!Files.exists(data)) {
            initialise();
        }
        var version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!PostgresProgram.VERSION.startsWith(version + ".")) {
            throw new DatabaseRefused("The database in " + data + " was written by PostgreSQL " + version
                    + " and this Peerage brings " + PostgresProgram.VERSION
                    + "; start the Peerage that wrote it, make a backup there (./peerage backup), and bring it back with"
                    + " this one into an empty folder (./peerage restore).");
        }
        user.own(data);
    }

    /// Made beside its place and moved there when complete, so that a start cut short leaves nothing half made.
    private void initialise() throws IOException {
        var fresh = home.resolve("database.new").toAbsolutePath();
        FileSystemUtils.deleteRecursively(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var password = fresh.resolve("password");
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, home.password(Role.SUPERUSER));
        user.own(password);
        user.own(fresh);
        var command = user.command(List.of(
                program.resolve("bin/initdb").toString(),
                "--pgdata=" + fresh.resolve("data"),
                "--username=" + Role.SUPERUSER.user(),
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        var initdb = process(command).start();
        try {
            if (initdb.waitFor() != 0) {
                throw new DatabaseRefused("The database could not be created in " + data + "; "
                        + home.resolve("postgres.log") + " says why.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseRefused("The creation of the database was interrupted.", e);
        }
        Files.move(fresh.resolve("data"), data, StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(fresh);
    }

    private void open() throws IOException {
        endOrphan();
        trimLog();
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            port = freePort();
            home.keepPort(port);
            if (launch()) {
                Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
                return;
            }
        }
        throw new DatabaseRefused(
                "PostgreSQL does not start on " + data + "; " + home.resolve("postgres.log") + " says why.");
    }

    /// Starts PostgreSQL on the chosen port and waits until it takes connections; false when it ended instead.
    private boolean launch() throws IOException {
        List<String> command = new ArrayList<>();
        // A session of its own keeps the terminal's Ctrl-C away from PostgreSQL while requests are still being served.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.addAll(List.of("setsid", "sh", "-c", LEASH, "postgres-leash"));
        } else {
            command.addAll(List.of("sh", "-m", "-c", LEASH, "postgres-leash"));
        }
        command.addAll(user.command(List.of(program.resolve("bin/postgres").toString(), "-D", data.toString())));
        for (var setting : settings()) {
            command.addAll(List.of("-c", setting));
        }
        Process started;
        synchronized (this) {
            if (closing) {
                return false;
            }
            started =
                    process(command).redirectInput(ProcessBuilder.Redirect.PIPE).start();
            process = started;
        }
        var deadline = System.nanoTime() + READY.toNanos();
        try {
            while (!started.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                if (isReady()) {
                    return true;
                }
                if (System.nanoTime() > deadline) {
                    endProcess();
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            endProcess();
        }
        return false;
    }

    private List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "timezone=UTC",
                "log_timezone=UTC",
                "max_connections=60",
                "password_encryption=scram-sha-256",
                // Neither statements nor the values of rows belong in a log.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "log_checkpoints=off");
    }

    private void watch() {
        try {
            for (var watched = process; watched != null; watched = process) {
                watched.waitFor();
                if (closing) {
                    return;
                }
                LOG.warn("PostgreSQL ended with status {}; starting it again", watched.exitValue());
                revive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Until it runs again: a disk that is full now may have room tomorrow, and nobody should have to start the
    /// program for it.
    private void revive() throws InterruptedException {
        for (var attempt = 1; !closing; attempt++) {
            try {
                endOrphan();
                if (launch()) {
                    return;
                }
            } catch (IOException | DatabaseRefused e) {
                LOG.debug("PostgreSQL was not started", e);
            }
            if (attempt == ATTEMPTS) {
                LOG.error(
                        "PostgreSQL does not start again; {} says why. It is tried again until it does",
                        home.resolve("postgres.log"));
            }
            // What is left of the killed one may hold its memory a moment longer.
            TimeUnit.MILLISECONDS.sleep(Math.min(200L * attempt, 5_000));
        }
    }

    /// Ends a PostgreSQL that still works on our folder although no Peerage holds it, and forgets one whose
    /// number now belongs to another program (which happens when a container starts again).
    private void endOrphan() throws IOException {
        var running = postmaster();
        if (running.isEmpty()) {
            return;
        }
        var orphan = running.get();
        var isPostgres =
                orphan.info().command().map(path -> path.endsWith("/postgres")).orElse(true);
        if (!isPostgres) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            return;
        }
        if (!ends(orphan, "-INT", IN_ORDER) && !ends(orphan, "-QUIT", STOPPED)) {
            throw new DatabaseRefused(
                    "A PostgreSQL left over from before (process " + orphan.pid() + ") does not stop; end it by hand.");
        }
    }

    private static boolean ends(ProcessHandle postgres, String signal, Duration patience) throws IOException {
        new ProcessBuilder("kill", signal, Long.toString(postgres.pid())).start();
        try {
            postgres.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("PostgreSQL has not ended at {}", signal, e);
            return false;
        }
    }

    private boolean isReady() throws IOException {
        return postmaster().isPresent() && postmasterFile().stream().skip(7).anyMatch(line -> line.startsWith("ready"));
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var lines = postmasterFile();
        return lines.isEmpty() || lines.getFirst().isBlank()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private List<String> postmasterFile() throws IOException {
        var file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    /// The port of last time where it is still free, so that an operator's notes stay true.
    private int freePort() throws IOException {
        var last = home.port();
        for (var candidate : List.of(last.orElse(0), 0)) {
            try (var socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                LOG.debug("port {} is taken", candidate);
            }
        }
        throw new DatabaseRefused("No free port was found on 127.0.0.1.");
    }

    private void trimLog() throws IOException {
        var log = home.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private ProcessBuilder process(List<String> command) {
        var log = ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile());
        var builder = new ProcessBuilder(command)
                .directory(program.toFile())
                .redirectOutput(log)
                .redirectError(log);
        PostgresUser.cleanEnvironment(builder.environment());
        return builder;
    }

    private synchronized void endProcess() {
        var ending = process;
        if (ending == null) {
            return;
        }
        try {
            ending.getOutputStream().close();
            if (!ending.waitFor(STOPPED.toSeconds(), TimeUnit.SECONDS)) {
                LOG.error("PostgreSQL does not stop; it will recover at the next start");
                ending.descendants().forEach(ProcessHandle::destroyForcibly);
                ending.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
