package org.peerage.requests;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The statements that the program sends for one request, as PostgreSQL writes them down.
final class OwnStatements implements AutoCloseable {

    private static final String ROLE = "peerage_app";
    private static final Pattern ENTRY = Pattern.compile("\\S+ \\S+ \\S+ \\[(\\d+)] ([A-Z]+): {2}(.*)", Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (?:NULL|'((?:[^']|'')*)')");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    private final Path home;
    private final String port;
    private final Connection admin;

    OwnStatements(Path home) throws IOException, InterruptedException, SQLException {
        this.home = home;
        this.port = Files.readString(home.resolve("database.port")).strip();
        this.admin = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/peerage", "postgres", password("postgres"));
        writeDown(true);
    }

    /// A request as a script of `pgbench`, and the values of its variables.
    record Request(String script, Map<String, String> values, int statements) {

        boolean isEmpty() {
            return statements == 0;
        }
    }

    Request of(Callable<?> work) throws IOException {
        var log = home.resolve("postgres.log");
        var from = Files.size(log);
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        try (var channel = FileChannel.open(log).position(from)) {
            var text = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
            return read(new String(text, StandardCharsets.UTF_8));
        }
    }

    /// Statements by connection, each transaction whole; those of the program's own workers are left out.
    private static Request read(String log) {
        var open = new LinkedHashMap<String, List<Statement>>();
        var transactions = new ArrayList<List<Statement>>();
        for (var line : log.split("\n(?!\t)", -1)) {
            var entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                continue;
            }
            var sent = open.computeIfAbsent(entry.group(1), process -> new ArrayList<>());
            var executed = EXECUTED.matcher(entry.group(3));
            if (entry.group(2).equals("LOG") && executed.matches()) {
                sent.add(new Statement(executed.group(1).strip(), Map.of()));
                if (executed.group(1).matches("COMMIT|ROLLBACK")) {
                    transactions.add(open.remove(entry.group(1)));
                }
            } else if (entry.group(2).equals("DETAIL") && !sent.isEmpty()) {
                sent.set(sent.size() - 1, new Statement(sent.getLast().text(), values(entry.group(3))));
            }
        }
        transactions.removeIf(transaction -> !isOfARequest(transaction));
        return script(transactions);
    }

    private record Statement(String text, Map<Integer, String> values) {}

    private static Map<Integer, String> values(String detail) {
        var values = new LinkedHashMap<Integer, String>();
        VALUE.matcher(detail)
                .results()
                .filter(value -> value.group(2) != null)
                .forEach(value -> values.put(
                        Integer.parseInt(value.group(1)), value.group(2).replace("''", "'")));
        return values;
    }

    /// Who acts is announced first: a person, or the program that keeps the sessions.
    private static boolean isOfARequest(List<Statement> transaction) {
        return transaction.stream()
                .filter(statement -> statement.text().contains("app.person_id"))
                .anyMatch(statement -> statement.values().values().stream()
                        .anyMatch(value -> value.equals("sessions") || value.matches("[0-9a-f-]{36}")));
    }

    private static Request script(List<List<Statement>> transactions) {
        var script = new StringBuilder();
        var values = new LinkedHashMap<String, String>();
        var count = 0;
        for (var transaction : transactions) {
            // The driver sends the beginning along with the first statement.
            script.append("\\startpipeline\n");
            for (var at = 0; at < transaction.size(); at++) {
                var statement = transaction.get(at);
                var prefix = "v" + ++count + "_";
                script.append(PLACE.matcher(statement.text()).replaceAll((MatchResult place) -> {
                            var name = prefix + place.group(1);
                            var value = statement.values().get(Integer.parseInt(place.group(1)));
                            if (value == null || value.isEmpty()) {
                                return value == null ? "null" : "''";
                            }
                            values.put(name, value);
                            return ":" + name;
                        }))
                        .append(";\n");
                if (at == 1) {
                    script.append("\\endpipeline\n");
                }
            }
        }
        return new Request(script.toString(), values, count - 2 * transactions.size());
    }

    /// Connections that are open keep what they were told, so they are ended; the pool opens others.
    private void writeDown(boolean statements) throws SQLException, InterruptedException {
        try (var statement = admin.createStatement()) {
            statement.execute(
                    statements
                            ? "alter role " + ROLE + " set log_statement = 'all'"
                            : "alter role " + ROLE + " reset log_statement");
            statement.execute(
                    statements
                            ? "alter role " + ROLE + " set log_error_verbosity = 'default'"
                            : "alter role " + ROLE + " reset log_error_verbosity");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + ROLE + "'");
        }
        // The pool looks whether a connection is still good when it has rested for half a second.
        Thread.sleep(1_000);
    }

    void forget() throws SQLException, InterruptedException {
        writeDown(false);
    }

    /// Committed so far, by everybody. Connections report at the latest a second after their last work.
    double transactions() throws SQLException, InterruptedException {
        Thread.sleep(1_500);
        try (var statement = admin.createStatement();
                var row = statement.executeQuery(
                        "select xact_commit from pg_stat_database where datname = current_database()")) {
            row.next();
            return row.getDouble(1);
        }
    }

    /// With which `pgbench` finds the database, as the role of the program.
    Map<String, String> environment() throws IOException {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                port,
                "PGDATABASE",
                "peerage",
                "PGUSER",
                ROLE,
                "PGPASSWORD",
                password(ROLE));
    }

    private String password(String role) throws IOException {
        return Files.readString(home.resolve("secrets").resolve(role)).strip();
    }

    @Override
    public void close() throws SQLException {
        admin.close();
    }
}
