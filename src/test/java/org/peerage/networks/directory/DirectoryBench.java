package org.peerage.networks.directory;

import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.acceptFoundingLink;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.peerage.Caller;
import org.peerage.networks.NetworkId;

/// How many pages of the directory are answered a second in networks of some sizes, beside what pgbench reaches with
/// the statements of that very page as the same role. The statements are taken from the database's own log.
final class DirectoryBench {

    private static final Pattern LINE =
            Pattern.compile("^\\d{4}-\\S+ \\S+ \\S+ \\[(\\d+)] ([A-Z]+): +(.*)", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("(?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)", Pattern.DOTALL);
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final Pattern TRANSACTIONS = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final Caller convener = Caller.named(PEERAGE, "Mara Example").takeUp(PEERAGE.foundingLink());
    private final int seconds;

    private DirectoryBench(int seconds) {
        this.seconds = seconds;
    }

    public static void main(String[] arguments) {
        try {
            var bench = new DirectoryBench(Integer.parseInt(arguments[0]));
            bench.logEverything();
            System.out.println("leaders | page | pages/s | pgbench/s | ratio | statements | ms of Java a page");
            for (var at = 1; at < arguments.length; at++) {
                bench.measure(Integer.parseInt(arguments[at]));
            }
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void measure(int leaders) throws Exception {
        acceptFoundingLink(convener.person());
        var network = aNetworkOf(convener.person());
        seed(network, leaders);
        var directory = network.address() + "/directory";
        var middle = convener.page(directory).expectFirst("[rel=next]").attr("href");
        for (var turn = 0; turn < Math.min(leaders / 100, 40); turn++) {
            middle = convener.page(middle).expectFirst("[rel=next]").attr("href");
        }
        var pages = new LinkedHashMap<String, String>();
        pages.put("first", directory);
        pages.put("further on", middle);
        pages.put("one industry", directory + "?industry=Industry+7");
        pages.put("one place", directory + "?place=place+9");
        pages.put("a word of many", directory + "?words=works");
        pages.put("a word of one", directory + "?words=zephyr");
        for (var page : pages.entrySet()) {
            report(leaders, page.getKey(), page.getValue());
        }
    }

    private void report(int leaders, String name, String path) throws IOException, InterruptedException {
        warmUp(path);
        var statements = statements(path);
        var script = Files.createTempFile("directory", ".sql");
        Files.writeString(script, String.join(";\n", statements) + ";\n");
        var before = processorTime();
        var pages = wrk(path, seconds);
        var each = (processorTime() - before) / (pages * seconds);
        var transactions = pgbench(script);
        Files.delete(script);
        System.out.printf(
                "%,d | %s | %,.0f | %,.0f | %.2f | %d | %.2f%n",
                leaders, name, pages, transactions, pages / transactions, statements.size() - 2, each);
    }

    /// Until the rate has stopped rising: a program that has only just started answers slowly whatever the size.
    private void warmUp(String path) throws IOException, InterruptedException {
        var before = 0.0;
        for (var time = 0; time < 9; time++) {
            var rate = wrk(path, 5);
            if (rate < before * 1.03) {
                return;
            }
            before = rate;
        }
    }

    private double wrk(String path, int duration) throws IOException, InterruptedException {
        return number(
                RATE,
                run(
                        Map.of(),
                        "wrk",
                        "-t2",
                        "-c8",
                        "-d" + duration,
                        "-H",
                        "Cookie: " + convener.cookies(),
                        PEERAGE.base().resolve(path).toString()));
    }

    private double pgbench(Path script) throws IOException, InterruptedException {
        var login = PEERAGE.login("peerage_app");
        var address = Pattern.compile("//([^:/]+):(\\d+)/([^?]+)").matcher(login.url());
        if (!address.find()) {
            throw new IllegalStateException(login.toString());
        }
        return number(
                TRANSACTIONS,
                run(
                        Map.of("PGPASSWORD", login.password()),
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c8",
                        "-j2",
                        "-T" + seconds,
                        "-h",
                        address.group(1),
                        "-p",
                        address.group(2),
                        "-U",
                        login.user(),
                        "-f",
                        script.toString(),
                        address.group(3)));
    }

    /// Of this program, which says more than the clock on a machine that is busy with other things.
    private static double processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    private static double number(Pattern pattern, String output) {
        var found = pattern.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(found.group(1));
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return output;
    }

    /// The statements of the transaction that makes the page, its values in their places.
    private List<String> statements(String path) throws IOException {
        say("on");
        var log = PEERAGE.home().resolve("postgres.log");
        var before = Files.size(log);
        var answer = Jsoup.parse(convener.get(path).body());
        say("off");
        if (answer.select("#results").isEmpty()) {
            throw new IllegalStateException(answer.text());
        }
        var text = Files.readString(log).substring((int) before);
        var open = new LinkedHashMap<String, List<String>>();
        for (var record : text.split("\n(?=\\d{4}-)", -1)) {
            var line = LINE.matcher(record);
            if (!line.find()) {
                continue;
            }
            var statements = open.computeIfAbsent(line.group(1), process -> new ArrayList<>());
            var statement = STATEMENT.matcher(line.group(3));
            if (line.group(2).equals("LOG") && statement.matches()) {
                if (statement.group(1).startsWith("BEGIN")) {
                    statements.clear();
                }
                statements.add(statement.group(1).strip());
                if (statement.group(1).startsWith("COMMIT")
                        && statements.stream().anyMatch(one -> one.contains("from networks.profile"))) {
                    return statements;
                }
            } else if (line.group(2).equals("DETAIL")) {
                statements.set(statements.size() - 1, filled(statements.getLast(), line.group(3)));
            }
        }
        throw new IllegalStateException("no transaction of the page in " + text);
    }

    private static String filled(String statement, String detail) {
        var values = PARAMETER.matcher(detail);
        var filled = statement;
        var all = new LinkedHashMap<String, String>();
        while (values.find()) {
            all.put(values.group(1), values.group(2));
        }
        for (var number : all.keySet().stream().toList().reversed()) {
            filled = filled.replaceAll("\\$" + number + "(?!\\d)", Matcher.quoteReplacement(all.get(number)));
        }
        return filled;
    }

    private void logEverything() {
        PEERAGE.asSuperuser("alter role peerage_app set log_error_verbosity = 'default'");
        PEERAGE.asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'peerage_app'");
        for (var call = 0; call < 20; call++) {
            convener.get("/");
        }
    }

    private void say(String everything) {
        PEERAGE.asSuperuser("alter system set log_statement = '" + (everything.equals("on") ? "all" : "none") + "'");
        PEERAGE.asSuperuser("select pg_reload_conf()");
        // Each session looks at its settings before its next statement, once the signal has come.
        convener.get("/");
        convener.get("/");
    }

    private static void seed(NetworkId network, int leaders) {
        PEERAGE.asSuperuser("""
                insert into networks.profile (id, network_id, organisation, role_title, industry, team_size, stage,
                                              place, sought, sought_place, changed_at)
                select gen_random_uuid(), '%s', organisation, 'Chief executive', industry, size, stage, place,
                       lower(concat_ws(' | ', organisation, 'Chief executive', industry, place)),
                       lower(place) || ' | ', now()
                from (select md5(n::text) || ' Works' || case when n = %d / 2 then ' Zephyr' else '' end as organisation,
                             'Industry ' || n %% 40 as industry, n %% 3000 as size, 'Stage ' || n %% 4 as stage,
                             'Place ' || n %% 500 as place
                      from generate_series(1, %d) as n) as seeded
                """.formatted(network, leaders, leaders));
        PEERAGE.asSuperuser("vacuum analyze networks.profile, networks.choice");
    }
}
