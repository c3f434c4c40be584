package org.peerage.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;

/// What somebody who watches the server learns, and that it is nothing about anybody.
class MetricsPortTests {

    private static final String LINE = "[a-z_]+(\\{status=\"[1-5]xx\"})? [0-9]+(\\.[0-9]{3})?";

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

        var metrics = new MetricsPort(counts, peerage.home(), 0);
        try {
            var port = metrics.port().orElseThrow();
            var told = ask(port, "/metrics");
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body().lines())
                    .allMatch(line -> line.startsWith("# TYPE peerage_") || line.matches(LINE))
                    .anyMatch(line -> line.startsWith("peerage_requests_total{status=\"2xx\"} "))
                    .anyMatch(line -> line.startsWith("peerage_disk_free_bytes "));
            assertThat(ask(port, "/").statusCode()).isEqualTo(404);
        } finally {
            metrics.destroy();
        }
    }

    /// Or the board would show nothing where somebody looks.
    @Test
    void theBoardAsksForWhatThereIs() throws IOException {
        var told = new MetricsPort(counts, peerage.home(), null).text();
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
