package org.peerage.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.peerage.database.Database;
import org.peerage.database.DatabaseLogin;

/// The program as it is run, in processes of its own: one with a PostgreSQL of its own, or several on one PostgreSQL
/// that none of them owns.
public final class Nodes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Ground ground;
    private final List<String> also;
    private final List<Integer> ports = new ArrayList<>();
    private final List<Process> running = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /// On what they stand.
    ///
    /// @param base the address by which people come to the first of them
    /// @param database that nobody but the test looks after; null where there is none
    /// @param login to a database that is not their own; null where each has its own
    private record Ground(
            Path home,
            URI base,
            @Nullable Database database,
            @Nullable DatabaseLogin login) {}

    /// @param also what each of them is started with besides
    public Nodes(Path home, URI base, int many, String... also) throws IOException {
        this(
                many == 1
                        ? new Ground(home, base, null, null)
                        : onOne(home, base, Database.start(home, System.getenv())),
                List.of(base.getPort()),
                many,
                also);
    }

    private static Ground onOne(Path home, URI base, Database database) {
        return new Ground(home, base, database, database.app());
    }

    /// Two on a database that somebody else looks after.
    static Nodes on(DatabaseLogin database, Path home, URI base) throws IOException {
        return new Nodes(new Ground(home, base, null, database), List.of(base.getPort()), 2);
    }

    /// One program on another folder and a port of its own, to which people come by the address that they know.
    public static Nodes elsewhere(Path home, URI base) throws IOException {
        return new Nodes(new Ground(home, base, null, null), List.of(), 1);
    }

    /// One program more on the database of one that runs.
    public static Nodes beside(DatabaseLogin database, Path home, URI base, String... also) throws IOException {
        return new Nodes(new Ground(home, base, null, database), List.of(), 1, also);
    }

    private Nodes(Ground ground, List<Integer> first, int many, String... also) throws IOException {
        this.ground = ground;
        this.also = List.of(also);
        ports.addAll(first);
        while (ports.size() < many) {
            try (var socket = new ServerSocket(0)) {
                ports.add(socket.getLocalPort());
            }
        }
        for (var port : ports) {
            running.add(start(port));
        }
    }

    /// The address of the one whose turn it is.
    String next() {
        return "http://localhost:" + ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
    }

    /// The address of one of them; the first is where the people are told to go.
    public URI address(int number) {
        return URI.create("http://localhost:" + ports.get(number));
    }

    /// `kill -9` to one of them, for good.
    public void kill(int number) throws InterruptedException {
        running.get(number).destroyForcibly().waitFor();
    }

    /// `kill -9` to one of them, which is started again at once.
    void killOne(Random random) throws IOException, InterruptedException {
        var which = random.nextInt(running.size());
        running.get(which).destroyForcibly().waitFor();
        running.set(which, start(ports.get(which)));
    }

    /// `kill -9` to PostgreSQL, or to one of the processes in which it serves: then it ends the others itself.
    void killDatabase(Random random) throws IOException {
        var first = Files.readAllLines(ground.home().resolve("database/postmaster.pid"))
                .getFirst();
        var postmaster = ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
        var children = postmaster.children().toList();
        var one =
                random.nextBoolean() || children.isEmpty() ? postmaster : children.get(random.nextInt(children.size()));
        one.destroyForcibly();
    }

    /// `kill -9` to both, so close together that neither has noticed the other's death.
    void killBoth(Random random) throws IOException, InterruptedException {
        var which = random.nextInt(running.size());
        killDatabase(random);
        running.get(which).destroyForcibly().waitFor();
        running.set(which, start(ports.get(which)));
    }

    /// Waits until every one of them says that it serves.
    public void untilReady() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var number = 0; number < ports.size(); number++) {
            var port = ports.get(number);
            while (!ready(port)) {
                if (System.nanoTime() > end || !running.get(number).isAlive()) {
                    throw new IllegalStateException("waited in vain for the node on " + port);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
            }
        }
    }

    private boolean ready(int port) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/readyz"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process start(int port) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.peerage.Peerage",
                "--server.port=" + port,
                "--peerage.base-url=" + ground.base(),
                "--peerage.home=" + ground.home()));
        command.addAll(also);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(port).toFile()));
        var login = ground.login();
        if (login != null) {
            process.environment().putAll(external(login));
        }
        return process.start();
    }

    private static Map<String, String> external(DatabaseLogin login) {
        var place = login.url().substring("jdbc:postgresql://".length());
        return Map.of("PEERAGE_DATABASE_URL", "postgres://%s:%s@%s".formatted(login.user(), login.password(), place));
    }

    private Path log(int port) {
        return ground.home().resolve("node-" + port + ".log");
    }

    @Override
    public void close() {
        running.forEach(Process::destroy);
        try {
            for (var process : running) {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var database = ground.database();
        if (database != null) {
            database.close();
        }
    }

    /// What the nodes said, for whoever looks for the cause.
    String said() {
        try {
            var all = new StringBuilder();
            for (var port : ports) {
                all.append(Files.readString(log(port)));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
