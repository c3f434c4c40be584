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
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// `/metrics` in the words of Prometheus, on a port of its own that only this machine reaches; off unless
/// `PEERAGE_METRICS_PORT` names one. Counts and sizes alone: no id, no name, no address of a page.
@Component
class MetricsPort implements DisposableBean {

    private final RequestCounts requests;
    private final Path home;
    private final @Nullable HttpServer server;

    MetricsPort(
            RequestCounts requests,
            @Value("${peerage.home}") Path home,
            @Value("${peerage.metrics-port:}") @Nullable Integer port)
            throws IOException {
        this.requests = requests;
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
        listening.createContext("/", this::answer);
        listening.start();
        return listening;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var text = text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    String text() {
        var text = new StringBuilder();
        text.append("# TYPE peerage_requests_total counter\n");
        for (var kind = 1; kind <= RequestCounts.KINDS; kind++) {
            line(text, "peerage_requests_total{status=\"" + kind + "xx\"}", requests.answered(kind));
        }
        one(text, "peerage_request_seconds_total", "counter", requests.seconds());
        one(text, "peerage_requests_working", "gauge", requests.working());
        one(text, "peerage_followers", "gauge", requests.following());
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
