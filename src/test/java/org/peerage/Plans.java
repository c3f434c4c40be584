package org.peerage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plans by which PostgreSQL has carried out what people asked, as it writes them down itself, row security
/// and what functions ask included.
final class Plans implements AutoCloseable {

    private static final Pattern ENTRY =
            Pattern.compile("\\S+ \\S+ \\S+ \\[(\\d+)] LOG: {2}duration: [^\\n]* plan:\\s*(\\{.*)", Pattern.DOTALL);
    private static final Pattern ACTING = Pattern.compile("\\$1 = '([0-9a-f-]{36})'");

    private final RunningPeerage peerage;
    private final Path log;
    private final long from;

    Plans(RunningPeerage peerage) throws IOException {
        this.peerage = peerage;
        this.log = peerage.home().resolve("postgres.log");
        peerage.asSuperuser("alter role peerage_app set session_preload_libraries = 'auto_explain'");
        peerage.asSuperuser("alter role peerage_app set auto_explain.log_min_duration = 0");
        peerage.asSuperuser("alter role peerage_app set auto_explain.log_nested_statements = on");
        peerage.asSuperuser("alter role peerage_app set auto_explain.log_format = json");
        peerage.asSuperuser("alter role peerage_app set auto_explain.log_verbose = on");
        anew();
        from = Files.size(log);
    }

    /// One that a person asked for; what the program does of its own accord is left out.
    record Plan(String statement, JsonNode root) {}

    /// A table that a plan reads, or writes a row into, and every condition that stands on it or on a join above it.
    record Touched(String table, boolean written, String conditions) {}

    List<Plan> of(Set<String> people) {
        String text;
        try (var channel = FileChannel.open(log).position(from)) {
            text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Boolean> asked = new HashMap<>();
        var plans = new ArrayList<Plan>();
        for (var line : text.split("\\n(?!\\t)", -1)) {
            var entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                continue;
            }
            var written = JsonMapper.shared().readTree(entry.group(2).replace("\n\t", "\n"));
            var statement = written.path("Query Text").asString();
            if (statement.contains("app.person_id")) {
                var acting = ACTING.matcher(written.path("Query Parameters").asString(""));
                asked.put(entry.group(1), acting.find() && people.contains(acting.group(1)));
            } else if (asked.getOrDefault(entry.group(1), false)) {
                plans.add(new Plan(statement, written.path("Plan")));
            }
        }
        return plans;
    }

    static List<Touched> touched(Plan plan) {
        var found = new ArrayList<Touched>();
        walk(plan.root(), "", found);
        return found;
    }

    private static void walk(JsonNode node, String above, List<Touched> found) {
        var own = new StringBuilder();
        for (var name : List.of("Index Cond", "Recheck Cond", "Filter", "Hash Cond", "Merge Cond", "Join Filter")) {
            own.append(node.path(name).asString("")).append(' ');
        }
        var all = own + above;
        // What changes or deletes rows has found them below, under the same conditions.
        if (node.has("Relation Name") && !node.path("Operation").asString("").matches("Update|Delete|Merge")) {
            found.add(new Touched(
                    node.path("Schema").asString("") + "."
                            + node.path("Relation Name").asString(""),
                    node.path("Operation").asString("").equals("Insert"),
                    all));
        }
        node.path("Plans").forEach(below -> walk(below, all, found));
    }

    @Override
    public void close() {
        peerage.asSuperuser("alter role peerage_app reset all");
        anew();
    }

    /// A connection keeps what it was told when it was opened.
    private void anew() {
        try {
            peerage.bean(DataSource.class)
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .softEvictConnections();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
