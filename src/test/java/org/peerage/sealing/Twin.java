package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peerage.Browsers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same protocol in a real browser: a blank page with the modules that pages load, and `twin.mjs` to ask them.
final class Twin implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final String WORDS = "abandon ability able about above absent absorb abstract absurd abuse";
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Path DRIVER = Path.of("src/test/resources/room/twin.mjs");

    private final HttpServer server;
    private final BrowserContext context;
    private final Page page;
    private final Map<Keyholder, JsonNode> secrets = new HashMap<>();

    private Twin(HttpServer server) {
        this.server = server;
        this.context = Browsers.chromium().newContext();
        this.page = context.newPage();
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
    }

    static Twin open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", Twin::answer);
            server.start();
            return new Twin(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var file = path.equals("/twin.mjs") ? DRIVER : STATIC.resolve(path.substring(1));
            var page = path.equals("/");
            var found = page || Files.isRegularFile(file);
            var body = page
                    ? "<!doctype html><title>Twin</title>".getBytes(StandardCharsets.UTF_8)
                    : found ? Files.readAllBytes(file) : null;
            exchange.getResponseHeaders().set("Content-Type", page ? "text/html" : "text/javascript");
            exchange.sendResponseHeaders(found ? 200 : 404, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private JsonNode answerTo(String act, Object argument) {
        var answer = page.evaluate(
                "async ([act, argument]) => (await import('/twin.mjs')).run(act, argument)",
                List.of(act, JSON.writeValueAsString(argument)));
        return JSON.readTree((String) answer);
    }

    /// What the browser gives; the test fails where it refuses.
    JsonNode ask(String act, Object argument) {
        var answer = answerTo(act, argument);
        assertThat(answer.path("refuses").asString("")).as(act).isEmpty();
        return answer.path("gives");
    }

    String text(String act, Object argument) {
        return ask(act, argument).asString();
    }

    /// The code of the browser's refusal; the test fails where it does not refuse, or by accident.
    String refusal(String act, Object argument) {
        var answer = answerTo(act, argument);
        assertThat(answer.path("refuses").asString(""))
                .as("%s gave %s", act, answer)
                .matches("[a-z-]+");
        return answer.path("refuses").asString();
    }

    /// What a member keeps. To lock and open it takes a second on purpose, so it is done once for each.
    JsonNode secretsOf(Keyholder member) {
        return secrets.computeIfAbsent(
                member,
                one -> ask(
                        "openWithWords",
                        Map.of(
                                "file",
                                Labelled.base64(one.lockWithWords(WORDS)),
                                "words",
                                List.of(WORDS.split(" ", -1)))));
    }

    static JsonNode json(Object value) {
        return JSON.readTree(value instanceof String text ? text : JSON.writeValueAsString(value));
    }

    /// What a ledger has come to, in the words of `twin.mjs`.
    static JsonNode state(Ledger ledger) {
        var members = new TreeMap<>(ledger.members())
                .entrySet().stream()
                        .map(member -> member(member.getKey(), member.getValue()))
                        .toList();
        var state = new HashMap<String, Object>(Map.of(
                "seq", ledger.seq(),
                "head", ledger.head(),
                "epoch", ledger.epoch(),
                "kcv", ledger.keyCheck(),
                "group", ledger.group(),
                "checks", new TreeMap<>(ledger.checks()),
                "writable", ledger.writable(),
                "members", members,
                "puts", ledger.puts()));
        if (!ledger.vouches().isEmpty()) {
            state.put(
                    "vouches",
                    ledger.vouches().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, vouched -> vouched(vouched.getValue()))));
        }
        if (!ledger.calls().isEmpty()) {
            state.put(
                    "calls",
                    ledger.calls().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, called -> agreed(called.getValue()))));
        }
        if (!ledger.accepted().isEmpty()) {
            state.put("accepted", ledger.accepted());
        }
        ledger.ends().ifPresent(ends -> state.put("ends", agreed(ends)));
        if (ledger.dissolved()) {
            state.put("dissolved", true);
        }
        return json(state);
    }

    private static Map<String, Object> agreed(LedgerMembers.Agreed agreed) {
        return Map.of(
                "since", agreed.since(), "by", agreed.by().stream().sorted().toList());
    }

    private static Map<String, Object> member(String fingerprint, Ledger.Member member) {
        var state = new HashMap<String, Object>(Map.of(
                "fp", fingerprint,
                "chair", member.chair(),
                "active", member.active(),
                "how", member.how(),
                "name", member.name(),
                "stays", member.stays().stream().map(Twin::stay).toList()));
        if (!member.before().isEmpty()) {
            state.put("before", member.before());
        }
        if (!member.reads().isEmpty()) {
            state.put("reads", member.reads());
        }
        return state;
    }

    private static Map<String, Object> vouched(LedgerMembers.Vouched vouched) {
        return Map.of(
                "fp", vouched.fingerprint(),
                "since", vouched.since(),
                "here", vouched.here(),
                "by", vouched.by().stream().sorted().toList());
    }

    private static Map<String, Long> stay(Ledger.Stay stay) {
        return stay.until() == Long.MAX_VALUE
                ? Map.of("from", stay.from())
                : Map.of("from", stay.from(), "until", stay.until());
    }

    static List<JsonNode> entries(List<LedgerEntry> entries) {
        return entries.stream().map(entry -> json(entry.json())).toList();
    }

    static Map<String, Object> ledger(KeyholderRoom room) {
        return Map.of("room", room.id(), "entries", entries(room.entries()));
    }

    @Override
    public void close() {
        context.close();
        server.stop(0);
    }
}
