package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerage.canary.WatchedRows;
import org.peerage.identity.ByLink;

/// Who may use which route, as the files in `authority` say, one a module: a route without a line there fails, and so
/// does a line that lets somebody in, or keeps somebody out, who should not be.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RouteMatrixTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final AuthorityMatrix WORLD = new AuthorityMatrix();
    private static final Caller BY_LINK = ByLink.signedIn(PEERAGE, Caller.enrolled(PEERAGE, "Wren Halloway"));

    /// Everything that groups and rooms own, as it lies in the database. What the program does by itself goes on while
    /// somebody asks.
    private static final WatchedRows ROWS = new WatchedRows(
            PEERAGE.login("peerage_backup"),
            table ->
                    !table.startsWith("identity.") && !table.startsWith("jobs.") && !table.startsWith("live.presence"));

    @AfterAll
    static void nobodyWatchesAnyMore() {
        ROWS.close();
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
        var lines = AuthorityMatrix.routes().map(Route::toString).toList();
        assertThat(there)
                .as("routes that have no line in " + AuthorityMatrix.MATRIX)
                .isSubsetOf(lines);
        assertThat(lines)
                .as("lines of " + AuthorityMatrix.MATRIX + " that have no route")
                .isSubsetOf(there);
    }

    @ParameterizedTest
    @MethodSource("org.peerage.AuthorityMatrix#closed")
    void nobodyGetsInWithoutSigningIn(Route route) {
        var path = route.pattern()
                .replaceAll("\\{kind:.*\\}}?(?=/|$)", "update")
                .replaceAll("\\{[^}]*}", AuthorityMatrix.uuid());
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
    @MethodSource("org.peerage.AuthorityMatrix#closed")
    void aLinkAloneReachesOnesOwnKeysAndNothingElse(Route route) {
        var path = route.pattern()
                .replaceAll("\\{kind:.*\\}}?(?=/|$)", "update")
                .replaceAll("\\{[^}]*}", AuthorityMatrix.uuid());
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
    @MethodSource("org.peerage.AuthorityMatrix#probed")
    void whoeverMayNotLearnsNothingAndChangesNothing(Route route) {
        var before = ROWS.now();
        WORLD.people.forEach((who, person) -> {
            if (!route.may().contains(who)) {
                var answer = WORLD.ask(person, route);
                assertThat(answer.status()).as("%s as %s", route, who).isEqualTo(route.refusal(who));
                assertThat(answer.body()).as("%s as %s", route, who).doesNotContain("Tuesday Circle", "Harbour Circle");
            }
        });
        assertThat(ROWS.now()).isEqualTo(before);
    }

    /// Nothing of the people, the room or the meetings, on whatever page a sponsor may ask for (`S2.18`).
    @ParameterizedTest
    @MethodSource("org.peerage.AuthorityMatrix#closed")
    void aSponsorIsToldOfNobodyAndOfNothingSaid(Route route) {
        var sponsor = WORLD.people.get("sponsor");
        var path = route.isProbed()
                ? WORLD.named(route.example())
                : route.pattern()
                        .replaceAll("\\{kind:.*\\}}?(?=/|$)", "update")
                        .replaceAll("\\{[^}]*}", AuthorityMatrix.uuid());
        var unsaid = new ArrayList<>(List.of(
                "Mara Example", "Member 1", "Member 2", WORLD.here.heldRoom().id()));
        WORLD.here.members.forEach(member -> unsaid.add(member.toString()));
        unsaid.add(WORLD.here.chair().toString());
        WORLD.names.forEach((name, value) -> {
            if (!Set.of("network", "group", "put").contains(name) && !path.contains(value)) {
                unsaid.add(value);
            }
        });
        var answer = Pages.seenBy(Objects.requireNonNull(sponsor)).ask(route.method(), path, WORLD.named(route.sent()));
        assertThat(answer.status()).as("%s as sponsor", route).isLessThan(500);
        assertThat(answer.body()).as("%s as sponsor", route).doesNotContain(unsaid);
        if (!path.equals("/networks/" + WORLD.here.network + "/sponsor")
                && !path.equals("/groups/" + WORLD.here.group + "/sponsor")) {
            assertThat(answer.body()).as("%s as sponsor", route).doesNotContain("<sealed-", "Meetings held");
        }
    }

    @ParameterizedTest
    @MethodSource("org.peerage.AuthorityMatrix#probed")
    void whoeverMayGetsThePage(Route route) {
        if (route.method().equals("GET") && route.isThere()) {
            WORLD.people.forEach((who, person) -> {
                if (route.may().contains(who)) {
                    assertThat(WORLD.ask(person, route).status())
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
        var routes = AuthorityMatrix.probed().toList();
        var people = List.copyOf(WORLD.people.entrySet());
        var incidents = new TreeMap<String, String>();
        for (var number = 0L; number < many; number++) {
            var route = routes.get((int) (number % routes.size()));
            var who = people.get((int) (number / routes.size() % people.size()));
            var mutation = Mutation.of(route, WORLD.named(route.example()), WORLD.named(route.sent()), number);
            var status = Pages.seenBy(who.getValue())
                    .ask(mutation.method(), mutation.path(), mutation.sent())
                    .status();
            if (status >= 500) {
                incidents.putIfAbsent(route.toString(), number + " as " + who.getKey() + ": " + mutation);
            }
        }
        assertThat(incidents).as("requests that broke something, one a route").isEmpty();
    }
}
