package org.peerage.kills;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerage.Caller;

/// Sends one person's acts to whichever node comes next, each once, and says what became of it.
final class Sender {

    enum Answer {
        /// The server has said that it is done.
        DONE,
        /// It may be done or not: the answer was lost, or the server had lost its database.
        UNANSWERED,
        /// It was not done: no server was there, or it asked for patience.
        NOT_SENT,
        /// It was not done, because the server has something else than the sender believes.
        OVERTAKEN
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Nodes nodes;
    private final String cookies;

    Sender(Nodes nodes, Caller who) {
        this.nodes = nodes;
        this.cookies = who.cookies();
    }

    Answer post(String path, Map<String, String> fields) throws InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return act("POST", path, "application/x-www-form-urlencoded", body);
    }

    /// @throws IllegalStateException for an answer that no healthy server gives to this act, killed or not
    Answer act(String method, String path, String type, String body) throws InterruptedException {
        try {
            var answer = send(method, path, type, body);
            var to = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() < 400 && !to.contains("/sign-in")) {
                return Answer.DONE;
            }
            if (answer.statusCode() >= 500) {
                return Answer.UNANSWERED;
            }
            if (answer.statusCode() == 429) {
                return Answer.NOT_SENT;
            }
            if (answer.statusCode() == 409 || answer.statusCode() == 422) {
                return Answer.OVERTAKEN;
            }
            throw new IllegalStateException(
                    method + " " + path + " was answered " + answer.statusCode() + " " + to + "\n" + answer.body());
        } catch (ConnectException nobodyThere) {
            return Answer.NOT_SENT;
        } catch (IOException cutOff) {
            return Answer.UNANSWERED;
        }
    }

    /// The body of an answer, for comparing.
    ///
    /// @throws IOException where there is none now
    String read(String method, String path, String body) throws IOException, InterruptedException {
        var answer = send(method, path, "application/json", body);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(nodes.next() + path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .header("Accept", "text/html, application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Cookie", cookies)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
