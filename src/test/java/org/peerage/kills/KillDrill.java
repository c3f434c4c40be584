package org.peerage.kills;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.database.Pair;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;

/// People act without a pause, over HTTP; at random moments the program, its database, or both are killed with
/// `kill -9`, and started again; or the first of two databases is, and the second takes its place. After each kill
/// everything that was acknowledged is compared with what is there.
///
/// What a kill does not show is a power cut: what the system has taken for written outlives a process.
public final class KillDrill {

    private static final int PEOPLE = 4;
    private static final int OPTIONS = 6;
    private static final Duration BETWEEN_ACTS = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What is killed, and how.
    private record Kill(String of, Strike strike) {}

    private interface Strike {
        void fall() throws Exception;
    }

    private final Nodes nodes;
    private final List<List<Series>> people;
    private final Random random;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private volatile boolean acting;

    private KillDrill(Nodes nodes, List<List<Series>> people, Random random) {
        this.nodes = nodes;
        this.people = people;
        this.random = random;
    }

    /// How many kills, of how many nodes, after how many minutes no other is begun, and a number that makes the same
    /// choices again. `pair` in the place of the nodes: two of them on two databases, and one kill, of the database
    /// that is written to. Ends with 1 when something that was acknowledged is missing.
    public static void main(String[] arguments) throws Exception {
        var kills = Integer.parseInt(arguments[0]);
        var seed = arguments.length > 3
                ? Long.parseLong(arguments[3])
                : Instant.now().getEpochSecond();
        var random = new Random(seed);
        System.out.printf("%d kills, nodes: %s, seed %d%n", kills, arguments[1], seed);
        var peerage = RunningPeerage.shared();
        var callers = IntStream.range(0, PEOPLE)
                .mapToObj(number -> new Figure(peerage, "Member " + number))
                .toList();
        peerage.stop();
        var until = Instant.now().plus(Duration.ofMinutes(Long.parseLong(arguments[2])));
        boolean whole;
        if (arguments[1].equals("pair")) {
            try (var pair = new Pair(peerage.home());
                    var nodes = Nodes.on(pair.app(), peerage.home(), peerage.base())) {
                whole = drill(nodes, peerage, callers, random)
                        .run(1, until, List.of(new Kill("primary", pair::failOver)));
            }
        } else {
            try (var nodes = new Nodes(peerage.home(), peerage.base(), Integer.parseInt(arguments[1]))) {
                whole = drill(nodes, peerage, callers, random)
                        .run(
                                kills,
                                until,
                                List.of(
                                        new Kill("node", () -> nodes.killOne(random)),
                                        new Kill("database", () -> nodes.killDatabase(random)),
                                        new Kill("both", () -> nodes.killBoth(random))));
            }
        }
        System.exit(whole ? 0 : 1);
    }

    private static KillDrill drill(Nodes nodes, RunningPeerage peerage, List<Figure> callers, Random random)
            throws InterruptedException {
        nodes.untilReady();
        var database = new Rows(peerage.home());
        return new KillDrill(
                nodes, callers.stream().map(one -> one.series(nodes, database)).toList(), random);
    }

    /// Somebody who chairs a group with a date, a poll and an open room.
    private static final class Figure {

        private final Caller caller;
        private final GroupFixture here;
        private final KeyholderRoom room;
        private final String date;
        private final String poll = UUID.randomUUID().toString();

        Figure(RunningPeerage peerage, String name) {
            caller = Caller.enrolled(peerage, name);
            here = GroupFixture.chairedBy(caller.person(), name);
            here.open();
            room = here.heldRoom();
            var soon = LocalDateTime.ofInstant(Instant.now().plus(Duration.ofDays(20)), ZoneOffset.UTC);
            date = NetworkFixture.as(
                            caller.person(),
                            () -> peerage.bean(Dates.class).set(here.group, soon, ZoneOffset.UTC, 240, "", ""))
                    .toString();
            var fields = IntStream.rangeClosed(1, OPTIONS)
                    .mapToObj(day -> "day=2031-03-0" + day)
                    .reduce(
                            "request=%s&zone=UTC&minutes=240&closes=2031-02-01&time=18:00".formatted(poll),
                            (all, day) -> all + "&" + day);
            var asked = caller.send(
                    "POST",
                    "/groups/" + here.group + "/poll",
                    "application/x-www-form-urlencoded",
                    fields,
                    Map.of("Sec-Fetch-Site", "same-origin"));
            if (asked.statusCode() != 302) {
                throw new IllegalStateException("a poll was not asked: " + asked.statusCode());
            }
        }

        List<Series> series(Nodes nodes, Rows rows) {
            try {
                var sender = new Sender(nodes, caller);
                var options = rows.one(
                                "select string_agg(id::text, ' ' order by id) from scheduling.poll_option"
                                        + " where poll_id = ?::uuid",
                                poll)
                        .split(" ", -1);
                return List.of(
                        new DateAnswers(sender, rows, date, caller.person()),
                        new PollAnswers(sender, rows, poll, caller.person(), List.of(options)),
                        new SealedDrafts(sender, room.id()),
                        new WallWords(sender, here.group.value(), room, here.chairKeys()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Row {
        private int kills;
        private Series.Tally tally = Series.Tally.NONE;
        private final List<Double> seconds = new ArrayList<>();
    }

    private boolean run(int kills, Instant until, List<Kill> kinds) throws Exception {
        try {
            compare();
            killAll(kills, until, kinds);
        } catch (Exception e) {
            System.out.println(nodes.said());
            throw e;
        }
        var losses = people.stream()
                .flatMap(List::stream)
                .flatMap(one -> one.losses().stream())
                .toList();
        print();
        losses.forEach(System.out::println);
        return losses.isEmpty();
    }

    /// Each kind once, and then as chance will have it.
    private void killAll(int kills, Instant until, List<Kill> kinds) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < kills && Instant.now().isBefore(until); number++) {
                kill(kinds.get(number < kinds.size() ? number : random.nextInt(kinds.size())), threads);
            }
        }
    }

    private void kill(Kill kill, ExecutorService threads) throws Exception {
        var before = tally();
        acting = true;
        var working = people.stream()
                .map(series -> threads.submit(() -> work(series)))
                .toList();
        double seconds;
        try {
            pause(400 + random.nextInt(1200));
            var from = System.nanoTime();
            kill.strike.fall();
            nodes.untilReady();
            seconds = (System.nanoTime() - from) / 1e9;
            pause(random.nextInt(400));
        } finally {
            acting = false;
        }
        for (Future<?> one : working) {
            one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        compare();
        var row = rows.computeIfAbsent(kill.of, which -> new Row());
        row.kills++;
        row.seconds.add(seconds);
        row.tally = row.tally.plus(tally().since(before));
        System.out.printf(Locale.ROOT, "%s, serves again after %.1f s%n", kill.of, seconds);
    }

    private Void work(List<Series> series) throws InterruptedException {
        for (var number = 0; acting; number++) {
            series.get(number % series.size()).act();
            LockSupport.parkNanos(BETWEEN_ACTS.toNanos());
        }
        return null;
    }

    /// What cannot be read yet is asked for again.
    private void compare() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var series : people.stream().flatMap(List::stream).toList()) {
            while (true) {
                try {
                    series.compare();
                    break;
                } catch (IOException | SQLException notYet) {
                    if (System.nanoTime() > end) {
                        throw notYet;
                    }
                    pause(50);
                }
            }
        }
    }

    private static void pause(int milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    private Series.Tally tally() {
        return people.stream().flatMap(List::stream).map(Series::tally).reduce(Series.Tally.NONE, Series.Tally::plus);
    }

    private void print() {
        System.out.println("| killed | kills | acts acknowledged | not answered | of those done | lost or twice"
                + " | serves again, median | longest |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        rows.forEach((killed, row) -> {
            var sorted = row.seconds.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %,d | %d | %d | %d | %.1f s | %.1f s |%n",
                    killed,
                    row.kills,
                    row.tally.acknowledged(),
                    row.tally.unanswered(),
                    row.tally.doneAllTheSame(),
                    row.tally.lost(),
                    sorted.get(sorted.size() / 2),
                    sorted.getLast());
        });
    }
}
