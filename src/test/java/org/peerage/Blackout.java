package org.peerage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The real database of a running program is killed, and cannot start again until this ends: a file that PostgreSQL
/// looks for first is away.
public final class Blackout implements AutoCloseable {

    private final URI base;
    private final Path file;
    private final Path away;

    private Blackout(URI base, Path database) {
        this.base = base;
        this.file = database.resolve("PG_VERSION");
        this.away = database.resolve("PG_VERSION.away");
    }

    /// Returns when the program says that it does not serve.
    public static Blackout of(RunningPeerage peerage) throws IOException {
        var database = peerage.home().resolve("database");
        var blackout = new Blackout(peerage.base(), database);
        var postmaster = Files.readAllLines(database.resolve("postmaster.pid")).getFirst();
        written(peerage);
        Files.move(blackout.file, blackout.away, StandardCopyOption.ATOMIC_MOVE);
        ProcessHandle.of(Long.parseLong(postmaster.strip())).orElseThrow().destroyForcibly();
        blackout.untilReadyIs(503);
        return blackout;
    }

    /// In tests no commit waits for the disk, and the last ones would be lost with the process.
    private static void written(RunningPeerage peerage) {
        peerage.asSuperuser("checkpoint");
    }

    /// Returns when the program has found its database again, by itself.
    @Override
    public void close() throws IOException {
        if (Files.exists(away)) {
            Files.move(away, file, StandardCopyOption.ATOMIC_MOVE);
        }
        untilReadyIs(200);
    }

    private void untilReadyIs(int status) throws IOException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(base.resolve("/readyz")).build();
            while (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != status) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("waited in vain for " + status + " of /readyz");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
