package org.peerage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each sample as it is shipped, with another name and certificate, before a server that says what reached it. What the
/// program makes of it: `ProxiesTests`. The build server installs both programs; elsewhere a missing one is said.
class ProxySampleTests {

    private static final String NAME = "peerage.example.org";
    /// A roster as large as the program takes one, with what a form adds to it.
    private static final int LARGEST = 33 << 20;

    private static final char[] PASSWORD = "sample".toCharArray();

    @TempDir
    private Path folder;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private HttpServer behind;
    private KeyStore keys;
    private int port;
    private int plainPort;

    enum Proxy {
        NGINX,
        CADDY
    }

    @BeforeEach
    void aServerBehind() throws Exception {
        behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        behind.createContext("/seen", exchange -> {
            var headers = exchange.getRequestHeaders();
            var size = exchange.getRequestBody().readAllBytes().length;
            var seen = String.join(
                            " ",
                            headers.getFirst("Host"),
                            String.join("+", headers.get("X-Forwarded-For")),
                            headers.getFirst("X-Forwarded-Proto"),
                            Integer.toString(size))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, seen.length);
            exchange.getResponseBody().write(seen);
            exchange.close();
        });
        behind.createContext("/events", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        behind.start();
        keys = keys();
        port = freePort();
        plainPort = freePort();
    }

    @AfterEach
    void nothingBehind() {
        goOn.countDown();
        behind.stop(0);
    }

    @ParameterizedTest
    @EnumSource
    void theSampleSaysWhoAsksAndPassesOnWhatALiveMeetingNeeds(Proxy proxy) throws Exception {
        var program = proxy.name().toLowerCase(Locale.ROOT);
        Assumptions.assumeThat(isInstalled(program))
                .as(program + " is not installed here; its sample was not tried")
                .isTrue();
        var running = proxy == Proxy.NGINX ? nginx() : caddy();
        try (var http = HttpClient.newBuilder().sslContext(trusting()).build()) {
            untilItListens(running);
            var base = "https://localhost:" + port;

            var seen = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/seen"))
                            .header("X-Forwarded-For", "203.0.113.9")
                            .header("X-Forwarded-Proto", "http")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[LARGEST]))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(seen.body())
                    .as("host, asker, how, and a roster of the largest kind")
                    .isEqualTo("localhost:" + port + " 127.0.0.1 https " + LARGEST);

            var events = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/events")).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (var stream = events.body()) {
                assertThat(new String(stream.readNBytes(9), StandardCharsets.UTF_8))
                        .as("an event arrives while the answer goes on")
                        .isEqualTo("data: 1\n\n");
                goOn.countDown();
            }

            if (proxy == Proxy.NGINX) {
                var plain = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + plainPort + "/x?y=1"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                assertThat(plain.headers().firstValue("Location")).contains("https://localhost/x?y=1");
            }
        } finally {
            running.destroy();
            assertThat(running.waitFor(120, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process nginx() throws IOException, GeneralSecurityException {
        var sample = Files.readString(Path.of("deploy/nginx/peerage.conf"))
                .replace("listen 80;", "listen 127.0.0.1:" + plainPort + ";")
                .replace("listen 443 ", "listen 127.0.0.1:" + port + " ")
                .replace("/etc/letsencrypt/live/" + NAME, folder.toString())
                .replace("http://127.0.0.1:8080", upstream())
                .replace(NAME, "localhost");
        pem();
        Files.writeString(folder.resolve("peerage.conf"), sample);
        var main = new StringBuilder("""
                pid %1$s/pid;
                error_log %1$s/log;
                events {}
                http {
                    include %1$s/peerage.conf;
                """.formatted(folder));
        for (var kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            main.append("    %s_temp_path %s/%s;%n".formatted(kind, folder, kind));
        }
        Files.writeString(folder.resolve("nginx.conf"), main.append("}\n"));
        var asOneself = System.getProperty("user.name").equals("root") ? "daemon off; user root;" : "daemon off;";
        return started(
                "nginx",
                "-e",
                folder.resolve("log").toString(),
                "-c",
                folder.resolve("nginx.conf").toString(),
                "-g",
                asOneself);
    }

    private Process caddy() throws IOException, GeneralSecurityException {
        pem();
        var sample = Files.readString(Path.of("deploy/caddy/Caddyfile"))
                .replace(
                        "\n" + NAME + " {",
                        "\n{\n\tadmin off\n\tauto_https disable_redirects\n}\n\nhttps://localhost:" + port
                                + " {\n\ttls " + folder.resolve("fullchain.pem") + " " + folder.resolve("privkey.pem"))
                .replace("127.0.0.1:8080", upstream().replace("http://", ""));
        Files.writeString(folder.resolve("Caddyfile"), sample);
        return started(
                "caddy",
                "run",
                "--adapter",
                "caddyfile",
                "--config",
                folder.resolve("Caddyfile").toString());
    }

    private Process started(String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("HOME", folder.toString());
        return builder.start();
    }

    private void untilItListens(Process running) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (true) {
            try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException notYet) {
                assertThat(running.isAlive() && System.nanoTime() < deadline)
                        .as(() -> read("output") + read("log"))
                        .isTrue();
                running.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    private String read(String file) {
        try {
            return Files.exists(folder.resolve(file)) ? Files.readString(folder.resolve(file)) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private String upstream() {
        return "http://127.0.0.1:" + behind.getAddress().getPort();
    }

    private KeyStore keys() throws Exception {
        var file = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sample",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private void pem() throws IOException, GeneralSecurityException {
        Files.writeString(
                folder.resolve("fullchain.pem"),
                armoured("CERTIFICATE", keys.getCertificate("sample").getEncoded()));
        Files.writeString(
                folder.resolve("privkey.pem"),
                armoured("PRIVATE KEY", keys.getKey("sample", PASSWORD).getEncoded()));
    }

    private static String armoured(String kind, byte[] bytes) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes));
    }

    private SSLContext trusting() throws GeneralSecurityException, IOException {
        var known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("sample", keys.getCertificate("sample"));
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
