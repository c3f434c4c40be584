package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.RunningPeerage;

/// Whatever way an address is written, the same answer as ever comes.
class RoutesTests {

    @ParameterizedTest
    @CsvSource({
        "/sign-in, 200",
        "/sign%2Din, 200",
        "/%73ign-in, 200",
        "/sign-in/, 404",
        "/sign-in/further, 404",
        "/, 200",
        "/livez, 200",
        "/no-such-page, 401",
    })
    void anAddressIsFoundInEveryWriting(String path, int status) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(
                            URI.create(RunningPeerage.shared().base() + path))
                    .build();
            assertThat(client.send(asked, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(status);
        }
    }
}
