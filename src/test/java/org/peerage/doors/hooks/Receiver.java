package org.peerage.doors.hooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program that is told things, and answers as a test wants: with 204 unless it was said otherwise.
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private @Nullable String elsewhere;

    record Call(String path, String id, String timestamp, String signature, String body) {}

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/told";
    }

    /// What it answers next, in turn.
    synchronized void answers(Integer... next) {
        answers.addAll(List.of(next));
    }

    synchronized void answersWell() {
        answers.clear();
    }

    synchronized void leads(String to) {
        elsewhere = to;
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status;
            synchronized (this) {
                calls.add(new Call(
                        exchange.getRequestURI().getPath(),
                        String.valueOf(headers.getFirst("webhook-id")),
                        String.valueOf(headers.getFirst("webhook-timestamp")),
                        String.valueOf(headers.getFirst("webhook-signature")),
                        body));
                var next = answers.poll();
                status = next == null ? 204 : next;
                if (elsewhere != null) {
                    exchange.getResponseHeaders().add("Location", elsewhere);
                }
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
