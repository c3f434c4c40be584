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
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Requests a second of the pages that people open most, beside `pgbench` running the statements of the same page, as
/// the same role, from as many connections. A page that costs nothing but its statements would reach it.
///
/// A program that serves people runs for days, so each page is asked for until its rate has stopped rising. Then it
/// takes turns with `pgbench`: what else the machine does meets both alike.
final class RequestBench {

    private static final int CONNECTIONS = 8;
    private static final int TURNS = 3;
    private static final int WARM_UP_SECONDS = 5;
    private static final int MOST_WARM_UPS = 9;
    private static final double RISING = 1.03;

    private final long program;
    private final Path home;
    private final int seconds;
    private final Figure figure;
    private final OwnStatements statements;

    private RequestBench(long program, Path home, int seconds, Figure figure, OwnStatements statements) {
        this.program = program;
        this.home = home;
        this.seconds = seconds;
        this.figure = figure;
        this.statements = statements;
    }

    /// The address of a program with its demonstration, its process, the folder where it keeps its data, how long each
    /// turn lasts, and which pages.
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        var figure = Figure.chairOf(URI.create(arguments[0]));
        var home = Path.of(arguments[2]);
        try (var statements = new OwnStatements(home)) {
            new RequestBench(Long.parseLong(arguments[1]), home, Integer.parseInt(arguments[3]), figure, statements)
                    .measure(arguments[4]);
        }
    }

    private void measure(String which) throws IOException, InterruptedException, SQLException {
        var pages = pages();
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
        System.out.printf(
                "%d connections, %d turns of %d s; milliseconds of processor time a request%n%n",
                CONNECTIONS, TURNS, seconds);
        System.out.println(
                "| page | requests/s | transactions | statements | pgbench/s | ratio "
                        + "| ms Java | of that compiling | ms PostgreSQL | ms PostgreSQL under pgbench | ms pgbench | warm after |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (var page : pages.entrySet()) {
            measure(page.getKey(), page.getValue(), Objects.requireNonNull(requests.get(page.getKey())));
        }
    }

    private Map<String, String> pages() throws IOException, InterruptedException {
        var pages = new LinkedHashMap<String, String>();
        pages.put("/livez, no cookie", "/livez");
        pages.put("/livez", "/livez");
        pages.put("home", "/");
        pages.put("group", figure.first("/", "/groups/[^/]*"));
        pages.put("meeting", figure.first(pages.get("group"), "/meetings/[^/]*"));
        pages.put("live page", pages.get("meeting") + "/live");
        pages.put("directory", figure.first(pages.get("group"), "/networks/[^/]*") + "/directory");
        pages.put("own keys", "/keys");
        return pages;
    }

    private void measure(String page, String path, OwnStatements.Request request)
            throws IOException, InterruptedException, SQLException {
        var cookie = page.contains("no cookie") ? "" : figure.cookie();
        var warmUps = warmUp(path, cookie);
        var before = statements.transactions();
        var answered = new Turns();
        var alone = new Turns();
        var beside = !request.isEmpty() && !cookie.isEmpty();
        for (var turn = 0; turn < TURNS; turn++) {
            if (beside) {
                alone.add(() -> pgbench(request));
            }
            answered.add(() -> wrk(path, cookie, seconds));
        }
        var transactions = (statements.transactions() - before - alone.number) / answered.number;
        var each = answered.each();
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %d | %s | %.2f | %.2f | %.2f | %s | %d s |%n",
                page,
                answered.rate(),
                transactions,
                cookie.isEmpty() ? 0 : request.statements(),
                beside ? "%,.0f | %.2f".formatted(alone.rate(), answered.rate() / alone.rate()) : " | ",
                each.program(),
                each.compilers(),
                each.database(),
                beside
                        ? "%.2f | %.2f"
                                .formatted(alone.each().database(), alone.each().asker())
                        : " | ",
                warmUps * WARM_UP_SECONDS);
    }

    private int warmUp(String path, String cookie) throws IOException, InterruptedException {
        var best = 0.0;
        for (var time = 1; time < MOST_WARM_UPS; time++) {
            var rate = wrk(path, cookie, WARM_UP_SECONDS) / WARM_UP_SECONDS;
            if (rate < best * RISING) {
                return time;
            }
            best = rate;
        }
        return MOST_WARM_UPS;
    }

    private interface Turn {
        double take() throws IOException, InterruptedException;
    }

    /// What has been answered in all turns of a kind, and what that cost.
    private final class Turns {

        private double number;
        private int turns;
        private ProcessorTime cost = new ProcessorTime(0, 0, 0, 0);

        void add(Turn turn) throws IOException, InterruptedException {
            var before = ProcessorTime.of(program, home);
            number += turn.take();
            cost = cost.plus(ProcessorTime.of(program, home).since(before));
            turns++;
        }

        double rate() {
            return number / turns / seconds;
        }

        ProcessorTime each() {
            return cost.each(number);
        }
    }

    /// How many requests were answered.
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
        return number("([0-9]+) requests in", said);
    }

    /// How many transactions were carried out.
    private double pgbench(OwnStatements.Request request) throws IOException, InterruptedException {
        var script = Files.createTempFile("request", ".sql");
        try {
            Files.writeString(script, request.script());
            var command = new ArrayList<String>();
            command.addAll(List.of("pgbench", "-n", "-M", "prepared", "-j", "2", "-c", "" + CONNECTIONS));
            command.addAll(List.of("-T", "" + seconds, "-f", script.toString()));
            request.values().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
            return number("actually processed: ([0-9]+)", run(command));
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
