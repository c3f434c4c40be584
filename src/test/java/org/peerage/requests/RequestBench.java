package org.peerage.requests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// Requests a second of the pages that people open most, beside `pgbench` running the statements of the same page, as
/// the same role, from as many connections. A page that costs nothing but its statements would reach it.
final class RequestBench {

    private static final int CONNECTIONS = 8;

    private final int seconds;
    private final Figure figure;
    private final OwnStatements statements;

    private RequestBench(int seconds, Figure figure, OwnStatements statements) {
        this.seconds = seconds;
        this.figure = figure;
        this.statements = statements;
    }

    /// The address of a program with its demonstration, the folder where it keeps its data, how long each measuring
    /// lasts, and which pages.
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        var base = URI.create(arguments[0]);
        try (var statements = new OwnStatements(Path.of(arguments[1]))) {
            new RequestBench(Integer.parseInt(arguments[2]), Figure.chairOf(base), statements).measure(arguments[3]);
        }
    }

    private void measure(String which) throws IOException, InterruptedException, SQLException {
        var pages = new LinkedHashMap<String, String>();
        pages.put("/livez, no cookie", "/livez");
        pages.put("/livez", "/livez");
        pages.put("home", "/");
        pages.put("group", figure.first("/", "/groups/[^/]*"));
        pages.put("meeting", figure.first(pages.get("group"), "/meetings/[^/]*"));
        pages.put("live page", pages.get("meeting") + "/live");
        pages.put("directory", figure.first(pages.get("group"), "/networks/[^/]*") + "/directory");
        pages.put("own keys", "/keys");

        pages.keySet().removeIf(page -> !page.matches(which));

        var requests = new LinkedHashMap<String, OwnStatements.Request>();
        for (var page : pages.entrySet()) {
            // A few times, so that nothing is counted that only the first time needs.
            for (var time = 0; time < 3; time++) {
                figure.open(page.getValue());
            }
            requests.put(page.getKey(), statements.of(() -> figure.open(page.getValue())));
        }
        statements.forget();

        System.out.printf("%d connections, %d s each%n%n", CONNECTIONS, seconds);
        System.out.println("| page | requests/s | transactions | statements | pgbench/s | ratio |");
        System.out.println("|---|---|---|---|---|---|");
        for (var page : pages.entrySet()) {
            var cookie = page.getKey().contains("no cookie") ? "" : figure.cookie();
            wrk(page.getValue(), cookie, Math.min(seconds, 5));
            var before = statements.transactions();
            var answered = wrk(page.getValue(), cookie, seconds);
            var transactions = (statements.transactions() - before) / (answered * seconds);
            var request = Objects.requireNonNull(requests.get(page.getKey()));
            var alone = request.isEmpty() || cookie.isEmpty() ? 0 : pgbench(request);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.2f | %d | %s | %s |%n",
                    page.getKey(),
                    answered,
                    transactions,
                    cookie.isEmpty() ? 0 : request.statements(),
                    alone == 0 ? "" : "%,.0f".formatted(alone),
                    alone == 0 ? "" : "%.2f".formatted(answered / alone));
        }
    }

    private double wrk(String path, String cookie, int time) throws IOException, InterruptedException {
        var said = run(List.of(
                "wrk",
                "-t2",
                "-c" + CONNECTIONS,
                "-d" + time + "s",
                "-H",
                "Cookie: " + (cookie.isEmpty() ? "none=" : cookie),
                figure.base().resolve(path).toString()));
        if (said.contains("Non-2xx")) {
            throw new IllegalStateException(path + " is not answered with its page:\n" + said);
        }
        return number("Requests/sec:\\s+([0-9.]+)", said);
    }

    private double pgbench(OwnStatements.Request request) throws IOException, InterruptedException {
        var script = Files.createTempFile("request", ".sql");
        try {
            Files.writeString(script, request.script());
            var command = new ArrayList<String>();
            command.addAll(List.of("pgbench", "-n", "-M", "prepared", "-j", "2", "-c", "" + CONNECTIONS));
            command.addAll(List.of("-T", "" + seconds, "-f", script.toString()));
            request.values().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
            return number("tps = ([0-9.]+)", run(command));
        } finally {
            Files.delete(script);
        }
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(statements.environment());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed:\n" + said);
        }
        return said;
    }

    private static double number(String pattern, String said) {
        var found = Pattern.compile(pattern).matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in:\n" + said);
        }
        return Double.parseDouble(found.group(1));
    }
}
