package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerage.canary.StolenDatabase;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.ByLink;
import org.peerage.meetings.Meetings;
import org.peerage.networks.NetworkFixture;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.sponsors.SponsorFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may use which route, as the files in `authority` say, one a module: a route without a line there fails, and so
/// does a line that lets somebody in, or keeps somebody out, who should not be.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RouteMatrixTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Path MATRIX = Path.of("src/test/resources/authority");

    private static final GroupFixture HERE = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private static final GroupFixture ELSEWHERE = GroupFixture.aGroup().with(2).inAnOpenRoom();

    /// A stranger belongs nowhere, a sponsor sees one page of the group and one of its network; the two from elsewhere
    /// have every right, in another network.
    private static final Map<String, PersonId> PEOPLE = new LinkedHashMap<>(Map.of(
            "stranger", NetworkFixture.aPerson(),
            "chair elsewhere", ELSEWHERE.chair(),
            "convener elsewhere", ELSEWHERE.convener,
            "convener", HERE.convener,
            "chair", HERE.chair(),
            "member", HERE.members.getFirst(),
            "sponsor", SponsorFixture.ofBoth(HERE)));

    private static final Map<String, String> NAMES = names();

    /// One line of the matrix.
    record Route(String method, String pattern, Set<String> may, String example, String sent, int refusal) {

        static Route of(String line) {
            var cells = Arrays.stream(line.split("\\|", 4)).map(String::strip).toList();
            var route = cells.get(0).split(" ", 2);
            var sent = cells.size() > 3 ? cells.get(3) : "";
            var refusal =
                    (" " + sent).matches(".* =\\d{3}$") ? Integer.parseInt(sent.substring(sent.length() - 3)) : 404;
            var may = new LinkedHashSet<>(List.of(cells.get(1).split(" ")));
            if (may.remove("seated")) {
                may.addAll(List.of("chair", "member"));
            }
            return new Route(
                    route[0],
                    route[1],
                    may,
                    cells.size() > 2 ? cells.get(2) : "",
                    refusal == 404 ? sent : sent.substring(0, sent.length() - 4).strip(),
                    refusal);
        }

        /// Who sits in the group is told why not; to everybody else there is nothing there.
        int refusal(String who) {
            return may.contains("told") && (who.equals("member") || who.equals("chair")) ? 409 : refusal;
        }

        boolean forAnybody() {
            return may.contains("anybody") || may.contains("token");
        }

        boolean isProbed() {
            return !example.isEmpty();
        }

        boolean isThere() {
            return !example.contains("$nothing");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private static final Caller BY_LINK = ByLink.signedIn(PEERAGE, Caller.enrolled(PEERAGE, "Wren Halloway"));

    static Stream<Route> routes() throws IOException {
        try (var files = Files.list(MATRIX)) {
            var lines = new ArrayList<String>();
            for (var file : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines.stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::of);
        }
    }

    static Stream<Route> probed() throws IOException {
        return routes().filter(Route::isProbed);
    }

    static Stream<Route> closed() throws IOException {
        return routes().filter(route -> !route.forAnybody());
    }

    @Test
    void everyRouteHasALineAndEveryLineARoute() throws IOException {
        var there = new TreeSet<String>();
        PEERAGE.mappings().getHandlerMethods().forEach((route, handler) -> {
            var source = handler.getBeanType().getProtectionDomain().getCodeSource();
            if (handler.getBeanType().getName().startsWith("org.peerage.")
                    && !source.getLocation().getPath().matches(".*/(test-classes|out/test)/")) {
                var methods = route.getMethodsCondition().getMethods();
                for (var pattern : route.getPatternValues()) {
                    there.add((methods.isEmpty()
                                    ? "GET"
                                    : methods.iterator().next().name()) + " " + pattern);
                }
            }
        });
        var lines = routes().map(Route::toString).toList();
        assertThat(there).as("routes that have no line in " + MATRIX).isSubsetOf(lines);
        assertThat(lines).as("lines of " + MATRIX + " that have no route").isSubsetOf(there);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void nobodyGetsInWithoutSigningIn(Route route) {
        var path =
                route.pattern().replaceAll("\\{kind:.*\\}}?(?=/|$)", "update").replaceAll("\\{[^}]*}", uuid());
        var answer = Caller.stranger(PEERAGE)
                .send(
                        route.method(),
                        path,
                        "application/x-www-form-urlencoded",
                        "",
                        Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(answer.statusCode()).isIn(302, 401);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/sign-in");
        }
    }

    /// What a session that a one-time link began may do before it has shown keys: open them, prove it, and make
    /// new ones that others have to vouch for.
    private static final Set<String> BEFORE_THE_PROOF = Set.of(
            "GET /keys",
            "GET /keys/proof",
            "POST /keys/proof",
            "GET /keys/me",
            "GET /keys/locks",
            "POST /keys/locks/{lock}/opened",
            "POST /keys/challenge",
            "GET /keys/new",
            "GET /keys/new/waiting",
            "POST /keys/new",
            "POST /keys/new/take-back",
            "GET /keys/resume",
            "POST /sign-out");

    @ParameterizedTest
    @MethodSource("closed")
    void aLinkAloneReachesOnesOwnKeysAndNothingElse(Route route) {
        var path =
                route.pattern().replaceAll("\\{kind:.*\\}}?(?=/|$)", "update").replaceAll("\\{[^}]*}", uuid());
        if (BEFORE_THE_PROOF.contains(route.toString())) {
            return;
        }
        var answer = BY_LINK.send(
                route.method(), path, "application/x-www-form-urlencoded", "", Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(answer.statusCode()).isIn(302, 403);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/keys/proof?next=");
        }
    }

    @ParameterizedTest
    @MethodSource("probed")
    void whoeverMayNotLearnsNothingAndChangesNothing(Route route) {
        var before = rows();
        PEOPLE.forEach((who, person) -> {
            if (!route.may().contains(who)) {
                var answer = ask(person, route);
                assertThat(answer.status()).as("%s as %s", route, who).isEqualTo(route.refusal(who));
                assertThat(answer.body()).as("%s as %s", route, who).doesNotContain("Tuesday Circle", "Harbour Circle");
            }
        });
        assertThat(rows()).isEqualTo(before);
    }

    /// Nothing of the people, the room or the meetings, on whatever page a sponsor may ask for (`S2.18`).
    @ParameterizedTest
    @MethodSource("closed")
    void aSponsorIsToldOfNobodyAndOfNothingSaid(Route route) {
        var sponsor = PEOPLE.get("sponsor");
        var path = route.isProbed()
                ? named(route.example())
                : route.pattern().replaceAll("\\{kind:.*\\}}?(?=/|$)", "update").replaceAll("\\{[^}]*}", uuid());
        var unsaid = new ArrayList<>(
                List.of("Mara Example", "Member 1", "Member 2", HERE.heldRoom().id()));
        HERE.members.forEach(member -> unsaid.add(member.toString()));
        unsaid.add(HERE.chair().toString());
        NAMES.forEach((name, value) -> {
            if (!Set.of("network", "group", "put").contains(name) && !path.contains(value)) {
                unsaid.add(value);
            }
        });
        var answer = Pages.seenBy(Objects.requireNonNull(sponsor)).ask(route.method(), path, named(route.sent()));
        assertThat(answer.body()).as("%s as sponsor", route).doesNotContain(unsaid);
        if (!path.equals("/networks/" + HERE.network + "/sponsor")
                && !path.equals("/groups/" + HERE.group + "/sponsor")) {
            assertThat(answer.body()).as("%s as sponsor", route).doesNotContain("<sealed-", "Meetings held");
        }
    }

    @ParameterizedTest
    @MethodSource("probed")
    void whoeverMayGetsThePage(Route route) {
        if (route.method().equals("GET") && route.isThere()) {
            PEOPLE.forEach((who, person) -> {
                if (route.may().contains(who)) {
                    assertThat(ask(person, route).status())
                            .as("%s as %s", route, who)
                            .isBetween(200, 302);
                }
            });
        }
    }

    /// Last, because some of what is sent is taken. `bench/hostile` sends more.
    @Test
    @Order(Integer.MAX_VALUE)
    void nothingThatAnybodySendsIsAnIncident() throws IOException {
        var many = Integer.getInteger("peerage.mutations", 2_000);
        var routes = probed().toList();
        var people = List.copyOf(PEOPLE.entrySet());
        var incidents = new TreeMap<String, String>();
        for (var number = 0L; number < many; number++) {
            var route = routes.get((int) (number % routes.size()));
            var who = people.get((int) (number / routes.size() % people.size()));
            var mutation = Mutation.of(route, named(route.example()), named(route.sent()), number);
            var status = Pages.seenBy(who.getValue())
                    .ask(mutation.method(), mutation.path(), mutation.sent())
                    .status();
            if (status >= 500) {
                incidents.putIfAbsent(route.toString(), number + " as " + who.getKey() + ": " + mutation);
            }
        }
        assertThat(incidents).as("requests that broke something, one a route").isEmpty();
    }

    private static Pages.Answer ask(PersonId person, Route route) {
        return Pages.seenBy(person).ask(route.method(), named(route.example()), named(route.sent()));
    }

    private static String named(String text) {
        var named = text.replace("$nothing", uuid());
        for (var name : NAMES.entrySet()) {
            named = named.replace("$" + name.getKey(), name.getValue());
        }
        return named;
    }

    /// A group with a date, its meeting at work on a member's issue, and that member's promise before the chair.
    private static Map<String, String> names() {
        var chair = HERE.chair();
        var member = HERE.members.getFirst();
        var names = new TreeMap<String, String>(java.util.Comparator.reverseOrder());
        names.put("network", one(HERE.convener, "select network_id::text from groups.shared_group where id = :group"));
        names.put("group", HERE.group.toString());
        names.put("room", HERE.heldRoom().id());
        names.put("seat", HERE.aSpareSeat().toString());
        names.put("person", member.toString());
        names.put("profile", HERE.aSpareLeader().toString());
        var start = LocalDateTime.ofInstant(Instant.now(), LISBON).plusMinutes(5);
        DateId date = as(chair, () -> PEERAGE.bean(Dates.class).set(HERE.group, start, LISBON, 240, "", ""));
        names.put("date", date.value().toString());
        Pages.seenBy(chair)
                .post(
                        "/groups/" + HERE.group + "/poll",
                        "request",
                        uuid(),
                        "day",
                        "2031-03-04",
                        "time",
                        "18:00",
                        "zone",
                        LISBON.getId(),
                        "minutes",
                        "240",
                        "closes",
                        "2031-03-01");
        names.put("poll", one(chair, "select id::text from scheduling.poll where group_id = :group"));
        names.put("option", one(chair, "select id::text from scheduling.poll_option where group_id = :group"));
        var meeting = as(chair, () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        names.put("meeting", meeting.toString());
        Pages.seenBy(member)
                .post(
                        "/meetings/" + meeting + "/issue",
                        "kind",
                        "decision",
                        "minutes",
                        "36",
                        "sealed",
                        HERE.sealed(member, "issue", Ids.next(), Map.of("title", "x")));
        names.put("issue", one(member, "select id::text from issues.shared_issue where group_id = :group"));
        as(chair, () -> PEERAGE.bean(Meetings.class).act(meeting, "start", null));
        names.put(
                "item",
                one(
                        chair,
                        "select id::text from meetings.shared_item where subject_id is not null and meeting_id ="
                                + " (select id from meetings.shared_meeting where group_id = :group)"));
        var promise = Ids.next();
        Pages.seenBy(member)
                .post(
                        "/groups/" + HERE.group + "/commitments",
                        "due",
                        LocalDate.now(LISBON).plusDays(9).toString(),
                        "witness",
                        chair.toString(),
                        "sealed",
                        HERE.sealed(member, "commitment", promise, Map.of("text", "x")));
        names.put("commitment", promise.toString());
        var confidence = Ids.next();
        Pages.seenBy(member)
                .post(
                        "/groups/" + HERE.group + "/confidences",
                        "sealed",
                        HERE.sealedFor(
                                member,
                                List.of(chair),
                                new KeyholderRoom.About("confidence", confidence, confidence),
                                Map.of("text", "x")));
        names.put("confidence", confidence.toString());
        var conflict = Ids.next();
        Pages.seenBy(member)
                .post(
                        "/groups/" + HERE.group + "/conflicts/group",
                        "sealed",
                        HERE.sealed(
                                member,
                                new KeyholderRoom.About("conflict", conflict, conflict),
                                Map.of("with", "x", "text", "x")));
        names.put("conflict", conflict.toString());
        var entry = Ids.next();
        Pages.seenBy(member)
                .post(
                        "/groups/" + HERE.group + "/wall",
                        "sealed",
                        HERE.sealed(member, new KeyholderRoom.About("wall-entry", entry, entry), Map.of("text", "x")));
        names.put("entry", entry.toString());
        var goal = Ids.next();
        Pages.seenBy(member)
                .post(
                        "/groups/" + HERE.group + "/goals",
                        "by",
                        LocalDate.now(LISBON).plusDays(90).toString(),
                        "sealed",
                        HERE.sealed(member, new KeyholderRoom.About("goal", goal, goal), Map.of("text", "x")));
        names.put("goal", goal.toString());
        names.put(
                "put",
                java.net.URLEncoder.encode(
                        ELSEWHERE.sealed(ELSEWHERE.chair(), "update", Ids.next(), Map.of("word", "x")),
                        java.nio.charset.StandardCharsets.UTF_8));
        return names;
    }

    private static String one(PersonId person, String query) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(query)
                        .param("group", HERE.group.value())
                        .query(String.class)
                        .single());
    }

    /// Everything that groups and rooms own, as it lies in the database. What the program does by itself goes on while
    /// somebody asks.
    private static Map<String, String> rows() {
        return StolenDatabase.texts(
                PEERAGE.login("peerage_backup"),
                table -> !table.startsWith("identity.")
                        && !table.startsWith("jobs.")
                        && !table.startsWith("live.presence"));
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
