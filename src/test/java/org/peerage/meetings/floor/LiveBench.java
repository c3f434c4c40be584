package org.peerage.meetings.floor;

import static org.peerage.networks.NetworkFixture.as;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;

/// Many meetings at once. Twelve people sit in up to fifty of them, each with a session of their own: what a follower
/// costs does not depend on who else they are, and nobody sits in so many groups that their own list weighs. What those
/// cost who come after the first fifth is what a follower costs: the first also bring what the server then keeps for
/// everybody.
final class LiveBench {

    private static final int SEATS = 12;
    private static final long EVERY_SECONDS = 10;
    private static final int MEETINGS_OF_TWELVE = 50;

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final List<List<Caller>> twelves = new ArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    private LiveBench() {}

    /// How many meetings, and for how many seconds they act.
    public static void main(String[] arguments) throws Exception {
        new LiveBench().run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.exit(0);
    }

    private void run(int many, int seconds) throws Exception {
        var meetings = new ArrayList<MeetingId>();
        while (meetings.size() < many) {
            var twelve = IntStream.range(0, SEATS)
                    .mapToObj(seat -> Caller.enrolled(peerage, "Member " + seat))
                    .toList();
            twelves.add(twelve);
            meetings.addAll(begun(twelve, Math.min(MEETINGS_OF_TWELVE, many - meetings.size())));
        }
        var first = meetings.subList(0, Math.max(1, many / 5));
        var others = meetings.subList(first.size(), many);
        var followers = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Followers.class.getName(),
                        Integer.toString(peerage.base().getPort()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var told = followers.outputWriter(StandardCharsets.UTF_8);
                var heard = followers.inputReader(StandardCharsets.UTF_8)) {
            var report = new Words(many, SEATS);
            var answered = CompletableFuture.runAsync(() -> report.takeFirst(heard, first.size() * SEATS));
            follow(first, 0, told);
            answered.join();
            var before = heap();
            answered = CompletableFuture.runAsync(() -> report.takeFirst(heard, others.size() * SEATS));
            follow(others, first.size(), told);
            answered.join();
            var each = (double) (heap() - before) / (others.size() * SEATS);
            told.write("go\n");
            told.flush();
            var listening = CompletableFuture.runAsync(() -> report.takeAll(heard));
            var acts = act(meetings, seconds, report);
            TimeUnit.SECONDS.sleep(2);
            told.write("end\n");
            told.flush();
            listening.get(30, TimeUnit.SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "| meetings | followers | heap of a follower | acts | refused | act to last follower, median | p99 | longest | not heard | shut out |%n"
                            + "|---|---|---|---|---|---|---|---|---|---|%n"
                            + "| %d | %d | %.1f kB | %d | %d | %.0f ms | %.0f ms | %.0f ms | %d | %d |%n",
                    many,
                    many * SEATS,
                    each / 1e3,
                    acts,
                    refused.get(),
                    report.millisAt(0.5),
                    report.millisAt(0.99),
                    report.millisAt(1),
                    report.unheard(),
                    report.shutOut());
        } finally {
            followers.destroy();
        }
    }

    private List<Caller> of(int meeting) {
        return twelves.get(meeting / MEETINGS_OF_TWELVE);
    }

    /// So many groups of the twelve with their meetings begun.
    private List<MeetingId> begun(List<Caller> people, int many) {
        var groups = IntStream.range(0, many)
                .mapToObj(_ -> GroupFixture.chairedBy(people.getFirst().person(), "Member 0").group)
                .toList();
        seatTheOthers(groups, people.subList(1, SEATS));
        return groups.stream().map(group -> begun(group, people)).toList();
    }

    /// By one statement of the database's own: invited one by one they would take longer than the measurement.
    private void seatTheOthers(List<GroupId> groups, List<Caller> people) {
        peerage.asSuperuser("""
                with seated as (
                    select g.id as group_id, g.network_id, p.person::uuid as person_id, 'Member ' || p.number as name
                    from groups."group" g, unnest(string_to_array(?, ',')) with ordinality as p (person, number)
                    where g.id = any (string_to_array(?, ',')::uuid[])
                ), joined as (
                    insert into networks.member (network_id, person_id, role, since)
                    select network_id, person_id, 'member', now() from seated
                ), listed as (
                    insert into networks.profile (id, network_id, person_id, name, sought, changed_at)
                    select gen_random_uuid(), network_id, person_id, name, '', now() from seated
                    returning id, network_id, person_id, name
                )
                insert into groups.seat (id, group_id, profile_id, state, person_id, name, picked_at, changed_at)
                select gen_random_uuid(), g.id, l.id, 'accepted', l.person_id, l.name, now(), now()
                from listed l join groups."group" g on g.network_id = l.network_id
                """, joined(people.stream().map(Caller::person)), joined(groups.stream()));
    }

    private static String joined(Stream<?> ids) {
        return ids.map(Object::toString).collect(Collectors.joining(","));
    }

    /// The meeting of a group, one of its members there and able to raise a hand.
    private MeetingId begun(GroupId group, List<Caller> people) {
        var chair = people.getFirst().person();
        var soon = LocalDateTime.ofInstant(Instant.now().plusSeconds(300), ZoneOffset.UTC);
        var date = as(chair, () -> peerage.bean(Dates.class).set(group, soon, ZoneOffset.UTC, 240, "", ""));
        var meeting = as(chair, () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        var acts = peerage.bean(Acts.class);
        if (!as(chair, () -> acts.act(meeting, "start", null))) {
            throw new IllegalStateException("a meeting did not begin");
        }
        as(people.get(1).person(), () -> acts.act(meeting, "arrive", null));
        return meeting;
    }

    private void follow(List<MeetingId> meetings, int from, BufferedWriter told) throws IOException {
        for (var number = 0; number < meetings.size(); number++) {
            for (var person : of(from + number)) {
                told.write(
                        "%d /meetings/%s/events %s%n".formatted(from + number, meetings.get(number), person.cookies()));
            }
        }
        told.write("all\n");
        told.flush();
    }

    /// Each meeting once in every ten seconds, spread over them. Returns how many acts.
    private int act(List<MeetingId> meetings, int seconds, Words report) throws InterruptedException {
        var pause = TimeUnit.SECONDS.toNanos(EVERY_SECONDS) / meetings.size();
        var from = System.nanoTime();
        var acts = (int) (TimeUnit.SECONDS.toNanos(seconds) / pause);
        for (var nth = 0; nth < acts; nth++) {
            var wait = from + nth * pause - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            var number = nth % meetings.size();
            report.acted(number, System.nanoTime());
            var _ = http.sendAsync(
                            hand(meetings.get(number), of(number).get(1)), HttpResponse.BodyHandlers.discarding())
                    .whenComplete((answer, failure) -> {
                        if (failure != null || answer.statusCode() != 200) {
                            refused.incrementAndGet();
                        }
                    });
        }
        return acts;
    }

    private HttpRequest hand(MeetingId meeting, Caller member) {
        return HttpRequest.newBuilder(URI.create(peerage.base() + "/meetings/" + meeting + "/acts/hand"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("HX-Request", "true")
                .header("Cookie", member.cookies())
                .POST(HttpRequest.BodyPublishers.ofString(
                        "request=" + URLEncoder.encode(Ids.next().toString(), StandardCharsets.UTF_8)))
                .build();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// When each meeting acted, and when the last of its followers had heard of it.
    private static final class Words {

        private final int seats;
        private final List<List<Long>> acts = new ArrayList<>();
        private final List<List<List<Long>>> heard = new ArrayList<>();
        private final AtomicInteger shutOut = new AtomicInteger();

        Words(int meetings, int seats) {
            this.seats = seats;
            for (var number = 0; number < meetings; number++) {
                acts.add(new ArrayList<>());
                heard.add(new ArrayList<>());
            }
        }

        synchronized void acted(int meeting, long at) {
            acts.get(meeting).add(at);
        }

        /// The first words, which say where a topic stands.
        void takeFirst(BufferedReader from, int many) {
            from.lines().limit(many).filter(line -> line.endsWith(" 0")).forEach(_ -> shutOut.incrementAndGet());
        }

        void takeAll(BufferedReader from) {
            from.lines().forEach(this::take);
        }

        /// `meeting time`, as each follower hears it.
        private synchronized void take(String line) {
            var space = line.indexOf(' ');
            var meeting = Integer.parseInt(line.substring(0, space));
            var at = Long.parseLong(line.substring(space + 1));
            if (at == 0) {
                shutOut.incrementAndGet();
                return;
            }
            var words = heard.get(meeting);
            if (words.isEmpty() || words.getLast().size() == seats) {
                words.add(new ArrayList<>());
            }
            words.getLast().add(at);
        }

        private List<Double> times() {
            var times = new ArrayList<Double>();
            for (var meeting = 0; meeting < acts.size(); meeting++) {
                var words = heard.get(meeting);
                for (var nth = 0; nth < Math.min(words.size(), acts.get(meeting).size()); nth++) {
                    if (words.get(nth).size() == seats) {
                        times.add((words.get(nth).getLast() - acts.get(meeting).get(nth)) / 1e6);
                    }
                }
            }
            return times;
        }

        synchronized double millisAt(double part) {
            var sorted = times().stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size())));
        }

        int shutOut() {
            return shutOut.get();
        }

        synchronized long unheard() {
            return acts.stream().mapToLong(List::size).sum() - times().size();
        }
    }
}
