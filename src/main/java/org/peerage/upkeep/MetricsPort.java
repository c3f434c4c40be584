package org.peerage.upkeep;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peerage.live.Streams;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What whoever runs the server looks at, on a port of its own that only this machine reaches; off unless
/// `PEERAGE_METRICS_PORT` names one: `/metrics` in the words of Prometheus, and at `/` what the doctor finds. Counts
/// and sizes alone: no id, no name, no address of a page.
@Component
class MetricsPort implements DisposableBean {

    private static final Pattern LOCAL = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?");

    private final RequestCounts requests;
    private final Streams streams;
    private final OperatorsPage page;
    private final Path home;
    private final @Nullable HttpServer server;

    MetricsPort(
            RequestCounts requests,
            Streams streams,
            OperatorsPage page,
            @Value("${peerage.home}") Path home,
            @Value("${peerage.metrics-port:}") @Nullable Integer port)
            throws IOException {
        this.requests = requests;
        this.streams = streams;
        this.page = page;
        this.home = home;
        this.server = port == null ? null : listen(port);
    }

    OptionalInt port() {
        return server == null
                ? OptionalInt.empty()
                : OptionalInt.of(server.getAddress().getPort());
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.stop(0);
        }
    }

    private HttpServer listen(int port) throws IOException {
        var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        // The doctor asks other servers and may wait for them; counting does not wait for the doctor.
        listening.setExecutor(task -> Thread.ofVirtual().start(task));
        listening.createContext("/", this::answer);
        listening.start();
        return listening;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            // A page of somewhere else whose name leads here is not to read it.
            if (!LOCAL.matcher(Objects.requireNonNullElse(
                            exchange.getRequestHeaders().getFirst("Host"), ""))
                    .matches()) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> send(exchange, "text/plain; version=0.0.4; charset=utf-8", text());
                case "/" -> send(exchange, "text/html; charset=utf-8", page.html());
                case String path
                when OperatorsPage.STYLES.contains(path) ->
                    send(exchange, "text/css; charset=utf-8", OperatorsPage.style(path));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    String text() {
        var text = new StringBuilder();
        text.append("# TYPE peerage_requests_total counter\n");
        for (var kind = 1; kind <= RequestCounts.KINDS; kind++) {
            line(text, "peerage_requests_total{status=\"" + kind + "xx\"}", requests.answered(kind));
        }
        text.append("# TYPE peerage_refused_total counter\n");
        for (var where : RequestCounts.Refused.values()) {
            line(text, "peerage_refused_total{door=\"" + where.word() + "\"}", requests.refused(where));
        }
        one(text, "peerage_request_seconds_total", "counter", requests.seconds());
        one(text, "peerage_requests_working", "gauge", requests.working());
        one(text, "peerage_followers", "gauge", streams.following());
        one(text, "peerage_disk_free_bytes", "gauge", home.toFile().getUsableSpace());
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        one(text, "peerage_heap_used_bytes", "gauge", heap.getUsed());
        one(text, "peerage_heap_max_bytes", "gauge", heap.getMax());
        one(
                text,
                "peerage_threads",
                "gauge",
                ManagementFactory.getThreadMXBean().getThreadCount());
        var collected = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                .sum();
        one(text, "peerage_collecting_seconds_total", "counter", collected / 1e3);
        one(
                text,
                "peerage_up_seconds",
                "gauge",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        return text.toString();
    }

    private static void one(StringBuilder text, String name, String type, Number value) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        line(text, name, value);
    }

    private static void line(StringBuilder text, String name, Number value) {
        text.append(name).append(' ');
        text.append(value instanceof Double fraction ? String.format(Locale.ROOT, "%.3f", fraction) : value);
        text.append('\n');
    }
}
