package org.peerage.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// What one browser takes for the program. It is that browser's proxy, so that addresses, origin and passkeys are the
/// true ones, and everything goes on to the program until a lie is told. Scripts and styles pass as they are: a server
/// that changes them is another matter, which no page can withstand.
final class HostileServer implements AutoCloseable {

    /// What a client of the JDK sets itself, and what would hide the words of an answer.
    private static final Set<String> OWN_HEADERS = Set.of(
            "host",
            "connection",
            "content-length",
            "expect",
            "upgrade",
            "proxy-connection",
            "accept-encoding",
            "transfer-encoding");

    private final HttpServer door;
    private final URI program;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Map<String, Lie> lies = new ConcurrentHashMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Lie.Asked> heard = new CopyOnWriteArrayList<>();

    HostileServer(URI program) {
        this.program = program;
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/", this::answer);
        door.start();
    }

    String address() {
        return "http://127.0.0.1:" + door.getAddress().getPort();
    }

    void tells(Lie lie) {
        lies.put(lie.name(), lie);
    }

    void isHonest() {
        lies.clear();
        told.clear();
    }

    /// Whether a lie was really told: a page that never asked has refused nothing.
    boolean told(Lie lie) {
        return told.contains(lie.name());
    }

    /// All that the browser asked for so far.
    List<Lie.Asked> heard() {
        return List.copyOf(heard);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var uri = exchange.getRequestURI();
            var asked = new Lie.Asked(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    Objects.toString(uri.getRawQuery(), ""),
                    new String(body, StandardCharsets.UTF_8));
            heard.add(asked);
            var lie = lies.values().stream()
                    .filter(one ->
                            !asked.path().startsWith("/assets/") && one.about().test(asked))
                    .findFirst();
            if (lie.isPresent()) {
                tell(exchange, asked, body, lie.get());
            } else {
                pass(exchange, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            // The browser has turned to another page.
        }
    }

    private void tell(HttpExchange exchange, Lie.Asked asked, byte[] body, Lie lie) throws IOException {
        var answer = lie.told().answer(asked, () -> honestly(exchange, body));
        told.add(lie.name());
        if (!answer.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.type());
        }
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private Lie.Answer honestly(HttpExchange exchange, byte[] body) {
        try (var answer = ask(exchange, body).body()) {
            var bytes = answer.stream().readAllBytes();
            return new Lie.Answer(answer.status(), answer.type(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Streams pass as they come, event by event.
    private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var answer = ask(exchange, body);
        try (var stream = answer.body().stream()) {
            var empty = exchange.getRequestMethod().equals("HEAD")
                    || answer.statusCode() == 204
                    || answer.statusCode() == 304;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : 0);
            if (empty) {
                return;
            }
            var buffer = new byte[16_384];
            var out = exchange.getResponseBody();
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        }
    }

    private HttpResponse<Body> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var uri = exchange.getRequestURI();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var request = HttpRequest.newBuilder(program.resolve(uri.getRawPath() + query))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        var answer = http.send(
                request.build(),
                info -> HttpResponse.BodySubscribers.mapping(
                        HttpResponse.BodySubscribers.ofInputStream(),
                        stream -> new Body(
                                info.statusCode(),
                                info.headers().firstValue("content-type").orElse(""),
                                stream)));
        answer.headers().map().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        return answer;
    }

    private record Body(int status, String type, InputStream stream) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    @Override
    public void close() {
        door.stop(0);
        http.shutdownNow();
    }
}
