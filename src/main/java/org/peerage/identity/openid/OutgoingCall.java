package org.peerage.identity.openid;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Everything that this program asks of a provider: answered in ten seconds, in a quarter of a megabyte, by the
/// address that was asked, or not at all.
final class OutgoingCall implements HTTPRequestSender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 256 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        var body = Objects.requireNonNullElse(asked.getBody(), "");
        var request = HttpRequest.newBuilder(safe(asked.getURI()))
                .method(
                        asked.getMethod().name(),
                        asked.getMethod() == HTTPRequest.Method.GET
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        asked.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        var answer = ask(request);
        var read = new HTTPResponse(answer.statusCode());
        answer.headers().firstValue("Content-Type").ifPresent(type -> read.setHeader("Content-Type", type));
        read.setBody(answer.body());
        return read;
    }

    /// What stands at an address.
    ///
    /// @throws IOException for whatever is not an answer of 200
    String text(URI address) throws IOException {
        var answer = ask(HttpRequest.newBuilder(safe(address)).header("Accept", "application/json"));
        if (answer.statusCode() != 200) {
            throw new IOException("answered with status " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException {
        var answering = http.sendAsync(
                request.timeout(PATIENCE).header("User-Agent", "Peerage").build(),
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            return answering.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answering.cancel(true);
            throw new IOException("did not answer within " + PATIENCE.toSeconds() + " s", late);
        } catch (ExecutionException broken) {
            throw new IOException("does not answer", broken);
        } catch (InterruptedException stopped) {
            answering.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("was not waited for", stopped);
        }
    }

    private static URI safe(URI address) throws IOException {
        if (!OpenIdSettings.reachedSafely(address)) {
            throw new IOException("names an address without https");
        }
        return address;
    }
}
