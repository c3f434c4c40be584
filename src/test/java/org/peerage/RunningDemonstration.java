package org.peerage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.peerage.database.DatabaseLogin;

/// `./peerage run --demo` as a process of its own. Its folder is one for the whole run of tests: the first that needs
/// the demonstration waits until it is made, the others find it there.
final class RunningDemonstration implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// One that nobody runs: its button and its page are there, and whoever presses it is told that it is silent.
    private static final Map<String, String> A_PROVIDER = Map.of(
            "PEERAGE_OPENID",
            "work",
            "PEERAGE_OPENID_WORK_LABEL",
            "Example Work",
            "PEERAGE_OPENID_WORK_ISSUER",
            "http://localhost:1",
            "PEERAGE_OPENID_WORK_CLIENT_ID",
            "peerage",
            "PEERAGE_OPENID_WORK_CLIENT_SECRET",
            "made-up");

    private static final Supplier<RunningDemonstration.Folder> FOLDER = StableOnce.of(Folder::make);

    /// Where it lives; its address is a part of what it has made.
    private record Folder(Path home, int port) {

        static Folder make() {
            try (var socket = new ServerSocket(0)) {
                return new Folder(Passable.folder("peerage-demo"), socket.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Folder folder;
    private Process process;

    private RunningDemonstration(Folder folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static RunningDemonstration start() throws IOException {
        return start(FOLDER.get());
    }

    /// In a folder of its own, as it is before anybody has done anything.
    static RunningDemonstration startAnew() throws IOException {
        return start(Folder.make());
    }

    private static RunningDemonstration start(Folder folder) throws IOException {
        var demonstration = new RunningDemonstration(folder, run(folder, "--demo"));
        demonstration.until(() -> demonstration.body("/demo").contains("Enter as Mara Lindqvist"));
        return demonstration;
    }

    /// Where what it has made lies; for whoever runs it in another way after it was stopped.
    Path home() {
        return folder.home();
    }

    URI base() {
        return URI.create("http://localhost:" + folder.port());
    }

    /// The program alone.
    void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        powerIsBack();
    }

    /// The program and its database at once.
    void powerFails() throws IOException, InterruptedException {
        var file = folder.home().resolve("database").resolve("postmaster.pid");
        var postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
        process.destroyForcibly();
        postmaster.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
        postmaster.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    void powerIsBack() throws IOException {
        process = run(folder, "--demo");
        until(() -> body("/readyz").contains("UP"));
    }

    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    /// What the program says where somebody starts it on this folder without `--demo`; it ends by itself.
    String saidWithoutDemo() throws IOException, InterruptedException {
        var real = run(folder);
        if (!real.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            real.destroyForcibly();
            throw new AssertionError("it serves a demonstration as if it were real:\n" + log());
        }
        return log();
    }

    DatabaseLogin login(String role) throws IOException {
        var port = Files.readString(folder.home().resolve("database.port")).strip();
        var password = Files.readString(folder.home().resolve("secrets").resolve(role));
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/peerage", role, password.strip());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String log() throws IOException {
        return Files.readString(folder.home().resolve("log"));
    }

    private static Process run(Folder folder, String... arguments) throws IOException {
        var log = folder.home().resolve("log");
        Files.writeString(log, "", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.peerage.Peerage",
                "--server.port=" + folder.port(),
                "--peerage.home=" + folder.home()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(A_PROVIDER);
        return builder.start();
    }

    private void until(BooleanSupplier met) throws IOException {
        var end = Instant.now().plus(PATIENCE);
        while (!met.getAsBoolean()) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                process.destroyForcibly();
                throw new AssertionError("waited in vain; the program said:\n" + log());
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private String body(String path) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(base().resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
