package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.RunningPeerage;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Requests that no page of ours makes: they get a plain answer, are no incident, and leave nothing of theirs in the
/// log.
@ExtendWith(OutputCaptureExtension.class)
class RequestLimitsTests {

    private static final String SECRET = "marigold-7731";

    private final RunningPeerage peerage = RunningPeerage.shared();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "GET, /sign-in?next=%zzmarigold-7731",
                "GET, /sign-in?next=%c3%28marigold-7731",
                "GET, /sign-in?next=%",
                "GET, /join/%zzmarigold-7731",
                "GET, /join/%00marigold-7731",
                "GET, /assets/%2e%2e/%zzmarigold-7731",
            })
    void malformedEncodingIsABadRequest(String method, String target, CapturedOutput output) throws IOException {
        assertThat(status(method, target, "")).isBetween(400, 404);
        assertThat(output.getAll()).doesNotContain(SECRET).doesNotContain("Incident");
    }

    /// An address may hold an invitation.
    @Test
    void anAddressThatLeadsNowhereIsNotWrittenDown(CapturedOutput output) throws IOException {
        assertThat(status("GET", "/join/" + SECRET + "/and/more", "")).isEqualTo(404);
        assertThat(status("POST", "/sign-in/" + SECRET, "")).isBetween(400, 404);
        assertThat(output.getAll()).doesNotContain(SECRET).doesNotContain("Incident");
    }

    @Test
    void aFormWithMalformedEncodingIsABadRequest(CapturedOutput output) throws IOException {
        assertThat(status("POST", "/sign-in/mail", "address=%zz" + SECRET)).isEqualTo(400);
        assertThat(output.getAll()).doesNotContain(SECRET).doesNotContain("Incident");
    }

    @Test
    void theCharacterZeroIsInNoText(CapturedOutput output) throws IOException {
        assertThat(status("GET", "/sign-in?next=%00" + SECRET, "")).isEqualTo(400);
        assertThat(status("POST", "/sign-in/mail", "address=a%00" + SECRET)).isEqualTo(400);
        assertThat(output.getAll()).doesNotContain(SECRET).doesNotContain("Incident");
    }

    /// Else whoever makes somebody press a form under an address of theirs would add to what the form says.
    @Test
    void aFieldIsInTheFormOrInTheAddress() throws IOException {
        assertThat(status("POST", "/sign-in/mail?address=jon@example.org", "address=ann@example.org"))
                .isEqualTo(400);
        assertThat(status("POST", "/sign-in/mail?%61ddress=jon@example.org", "address=ann@example.org"))
                .isEqualTo(400);
        assertThat(status("POST", "/sign-in/mail?other=1", "address=ann@example.org"))
                .isBetween(200, 399);
    }

    /// It would tell a script what only the server is to read: cookies.
    @Test
    void nothingIsEchoed() throws IOException {
        assertThat(status("TRACE", "/sign-in?next=/" + SECRET, "")).isBetween(400, 405);
    }

    @Test
    void moreFieldsThanAnyFormHasAreRefused(CapturedOutput output) throws IOException {
        var many =
                IntStream.range(0, 20_000).mapToObj(n -> "f" + n + "=" + SECRET).collect(Collectors.joining("&"));
        assertThat(status("POST", "/sign-in/mail", many)).isIn(400, 413);
        assertThat(status("GET", "/sign-in?" + many.substring(0, 12_000), "")).isBetween(200, 414);
        assertThat(output.getAll()).doesNotContain(SECRET).doesNotContain("Incident");
    }

    @Test
    void aFormLargerThanAnyOfOursIsTooLarge(CapturedOutput output) throws IOException {
        assertThat(status("POST", "/sign-in/mail", "address=" + SECRET.repeat(300_000)))
                .isEqualTo(413);
        assertThat(output.getAll()).doesNotContain(SECRET).doesNotContain("Incident");
    }

    private int status(String method, String target, String form) throws IOException {
        var body = form.getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket(peerage.base().getHost(), peerage.base().getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write("""
                    %s %s HTTP/1.1
                    Host: localhost
                    Accept: text/html
                    Sec-Fetch-Site: same-origin
                    Content-Type: application/x-www-form-urlencoded
                    Content-Length: %d
                    Connection: close

                    """.replace("\n", "\r\n")
                    .formatted(method, target, body.length)
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(9));
        }
    }
}
