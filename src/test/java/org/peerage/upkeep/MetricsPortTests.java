package org.peerage.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.live.Streams;

/// What somebody who watches the server learns, and that it is nothing about anybody.
class MetricsPortTests {

    private static final String LINE = "[a-z_]+(\\{(status=\"[1-5]xx|door=\"[a-z-]+)\"})? [0-9]+(\\.[0-9]{3})?";

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final RequestCounts counts = peerage.bean(RequestCounts.class);

    @Test
    void itIsOffUnlessAPortIsNamed() {
        assertThat(peerage.bean(MetricsPort.class).port()).isEmpty();
    }

    @Test
    void itGivesCountsAndNothingElse() throws Exception {
        var good = counts.answered(2);
        var bad = counts.answered(4);
        var caller = Caller.stranger(peerage);
        assertThat(caller.get("/help").statusCode()).isEqualTo(200);
        assertThat(caller.get("/nothing-of-ours/018f0000-0000-7000-8000-000000000001")
                        .statusCode())
                .isBetween(300, 499);
        assertThat(caller.send("POST", "/sign-in/mail", "text/plain", "", Map.of("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(counts.answered(2)).isGreaterThan(good);
        assertThat(counts.answered(4)).isGreaterThan(bad);
        assertThat(counts.seconds()).isPositive();

        var metrics = new MetricsPort(counts, peerage.bean(Streams.class), page(Map.of()), peerage.home(), 0);
        try {
            var port = metrics.port().orElseThrow();
            var told = ask(port, "/metrics");
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body().lines())
                    .allMatch(line -> line.startsWith("# TYPE peerage_") || line.matches(LINE))
                    .anyMatch(line -> line.startsWith("peerage_requests_total{status=\"2xx\"} "))
                    .anyMatch(line -> line.startsWith("peerage_disk_free_bytes "));
            assertThat(ask(port, "/anything").statusCode()).isEqualTo(404);
        } finally {
            metrics.destroy();
        }
    }

    /// Of whoever tries to get in the numbers tell, and nothing more.
    @Test
    void whatIsRefusedIsCountedByTheDoor() {
        var signIns = counts.refused(RequestCounts.Refused.SIGN_IN);
        var links = counts.refused(RequestCounts.Refused.LINK);
        var missing = counts.refused(RequestCounts.Refused.NOT_FOUND);
        var caller = Caller.stranger(peerage);
        assertThat(caller.send("POST", "/sign-in/words", "application/json", "{\"number\":\"none\"}", Map.of())
                        .statusCode())
                .isBetween(400, 422);
        assertThat(caller.get("/join/nobody").statusCode()).isEqualTo(404);
        assertThat(caller.send("POST", "/sign-in/mail", "text/plain", "", Map.of("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Caller.enrolled(peerage, "Otis Marlow")
                        .get("/groups/00000000-0000-7000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        counts(RequestCounts.Refused.SIGN_IN, signIns + 2);
        counts(RequestCounts.Refused.LINK, links + 1);
        counts(RequestCounts.Refused.NOT_FOUND, missing + 1);
    }

    /// An answer may be read before it is counted.
    private void counts(RequestCounts.Refused where, long many) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (counts.refused(where) < many && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(counts.refused(where)).isEqualTo(many);
    }

    @Test
    void whoeverRunsTheServerReadsWhatTheDoctorFindsTheWorstFirst() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var page = page(Map.of("PEERAGE_SMTP_URL", "smtp://ann:marigold-7731@localhost:" + closed));
        var metrics = new MetricsPort(counts, peerage.bean(Streams.class), page, peerage.home(), 0);
        try {
            var port = metrics.port().orElseThrow();
            var html = Jsoup.parse(ask(port, "/").body());
            assertThat(html.title()).startsWith("Something is wrong");
            assertThat(html.select("[data-mark]").eachAttr("data-mark"))
                    .startsWith("BAD")
                    .contains("GOOD");
            assertThat(html.expectFirst("[data-mark=BAD]").text()).startsWith("mail BAD");
            assertThat(html.text()).contains("PostgreSQL").doesNotContain("marigold");
            for (var sheet : html.select("link[rel=stylesheet]").eachAttr("href")) {
                assertThat(ask(port, sheet).statusCode()).isEqualTo(200);
            }
        } finally {
            metrics.destroy();
        }
    }

    /// A page of somewhere else can have its own name lead to this machine.
    @Test
    void onlyWhoAsksForThisMachineIsAnswered() throws IOException {
        var metrics = new MetricsPort(counts, peerage.bean(Streams.class), page(Map.of()), peerage.home(), 0);
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), metrics.port().orElseThrow())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: elsewhere.example.org\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403");
        } finally {
            metrics.destroy();
        }
    }

    private OperatorsPage page(Map<String, String> environment) {
        var clock = InstantSource.system();
        return new OperatorsPage(
                peerage.bean(TemplateEngine.class), new Doctor(peerage.home(), environment, clock), clock);
    }

    /// Or the board would show nothing where somebody looks.
    @Test
    void theBoardAsksForWhatThereIs() throws IOException {
        var told = new MetricsPort(counts, peerage.bean(Streams.class), page(Map.of()), peerage.home(), null).text();
        var asked = Pattern.compile("peerage_[a-z_]+")
                .matcher(Files.readString(Path.of("deploy/metrics/board.json")))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(asked).hasSizeGreaterThan(7).allMatch(name -> told.contains("# TYPE " + name + " "));
    }

    private static HttpResponse<String> ask(int port, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
