package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerage.RunningPeerage;
import org.peerage.identity.OneStretch;

/// The program of the tests knows one proxy, 127.0.0.2; everybody else, 127.0.0.1 too, is somebody.
class ProxiesTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @ParameterizedTest
    @CsvSource({
        "'203.0.113.7', 203.0.113.7",
        "'10.9.9.9, 203.0.113.7', 203.0.113.7",
        "'203.0.113.7, 10.1.2.3', 203.0.113.7",
        "'made up, 203.0.113.7', 203.0.113.7",
        "'203.0.113.7, made up', 192.0.2.1",
        "'2001:db8::1', 2001:db8::1",
        "'10.1.2.3', 10.1.2.3",
        "'0', 192.0.2.1",
        "'', 192.0.2.1",
    })
    void theAskerIsTheLastOfTheListThatIsNoProxy(String forwarded, String asker) {
        assertThat(Proxies.of("192.0.2.1, 10.1.2.0/24").asker("192.0.2.1", forwarded))
                .isEqualTo(asker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/99", "*", "127.0.0.1; 10.0.0.1", "abc", "1"})
    void whatIsNoAddressIsRefused(String written) {
        assertThatThrownBy(() -> Proxies.of(written))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("PEERAGE_PROXIES");
    }

    @Test
    void aNamedProxyIsBelievedAndNobodyElse() throws IOException {
        assertThat(ask("127.0.0.2", "203.0.113.80", "/help")).contains("Strict-Transport-Security: max-age=63072000");
        assertThat(ask("127.0.0.1", "203.0.113.80", "/help")).doesNotContain("Strict-Transport-Security");
    }

    /// Whoever makes up addresses is counted as themselves, and nobody is kept out because of another.
    @Test
    void limitsCountPeopleAndNotTheProxy() throws IOException {
        OneStretch.of(Duration.ofHours(1), times -> {
            var guesser = "203.0.113." + (100 + times);
            for (var attempt = 1; attempt <= 60; attempt++) {
                assertThat(ask("127.0.0.2", attempt + ".2.3.4, " + guesser, "/join/guessed"))
                        .startsWith("HTTP/1.1 404");
            }
            assertThat(ask("127.0.0.2", guesser, "/join/guessed")).startsWith("HTTP/1.1 429");
            assertThat(ask("127.0.0.2", "203.0.113.82", "/join/guessed")).startsWith("HTTP/1.1 404");
        });
    }

    /// The proxy's own spelling of our address is nothing to a browser.
    @Test
    void onesWayToSignInStaysUnderTheNameThatTheBrowserUsed() throws IOException {
        assertThat(ask("127.0.0.2", "203.0.113.83", "/keys")).contains("Location: /sign-in?next=");
    }

    private String ask(String from, String forwarded, String path) throws IOException {
        try (var socket = new Socket(
                InetAddress.ofLiteral("127.0.0.1"), peerage.base().getPort(), InetAddress.ofLiteral(from), 0)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write("""
                    GET %s HTTP/1.1
                    Host: circle.example.org
                    Accept: text/html
                    X-Forwarded-For: %s
                    X-Forwarded-Proto: https
                    Connection: close

                    """.replace("\n", "\r\n").formatted(path, forwarded).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
