package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// The demonstration as a newcomer meets it, and what becomes of a meeting when the program is killed in its middle.
class DemonstrationJourneyTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final int port;
    private final URI base;

    DemonstrationJourneyTests() throws IOException {
        home = Files.createTempDirectory("peerage-demo");
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        base = URI.create("http://localhost:" + port);
    }

    @Test
    void aMeetingOutlivesTheKillingOfTheProgram() throws IOException, InterruptedException {
        var first = start("--demo");
        try (var chair = Visitor.atALaptop("Mara Lindqvist", base);
                var member = Visitor.atAPhone("Theo Brannigan", base)) {
            until(() -> body("/demo").contains("Enter as Mara Lindqvist"));
            chair.goTo("/demo");
            assertThat(chair.accessibilityFindings()).isEmpty();
            enter(chair);
            enter(member);
            var group = URI.create(chair.page().url()).getPath();
            chair.goTo(group + "/meetings");
            var coming = chair.page()
                    .locator("main a[href$='/prepare']")
                    .first()
                    .getAttribute("href")
                    .replace("/prepare", "/live");
            for (var visitor : List.of(chair, member)) {
                visitor.goTo(coming).press("I am here").sees("You are here");
            }
            chair.press("Start the meeting").sees("Item 1 of 12");
            member.sees("Item 1 of 12");
            chair.press("Next item").sees("Item 2 of 12");
            member.press("I agree").sees("Item 2 of 12");

            first.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            var second = start("--demo");
            until(() -> body("/readyz").contains("UP"));
            chair.sees("Item 2 of 12").press("Next item").sees("Item 3 of 12");
            member.sees("Item 3 of 12")
                    .sees("Drive to the depot")
                    .page()
                    .locator("room-lock")
                    .waitFor();
            second.destroy();
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            first.destroyForcibly();
        }
        var real = start();
        assertThat(real.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(home.resolve("log"))).contains("This folder holds a demonstration");
    }

    private static void enter(Visitor visitor) {
        visitor.goTo("/demo").press("Enter as " + visitor.name());
        visitor.page().waitForURL(url -> url.contains("/groups/"));
        visitor.sees("Lantern Group");
    }

    private Process start(String... arguments) throws IOException {
        var command = new java.util.ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.peerage.Peerage",
                "--server.port=" + port,
                "--peerage.base-url=" + base,
                "--peerage.home=" + home));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
    }

    private void until(java.util.function.BooleanSupplier met) throws IOException {
        var end = Instant.now().plus(PATIENCE);
        while (!met.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain; the program said:\n" + Files.readString(home.resolve("log")));
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private String body(String path) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
