package org.peerage.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.scheduling.Dates;
import org.peerage.sponsors.SponsorFixture;
import org.peerage.tenancy.PersonId;

/// Each route of the API, by each role, with each scope; and what a token reaches beside it, which is nothing.
class LobbyAuthorityTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final GroupFixture HERE = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private static final GroupFixture ELSEWHERE = GroupFixture.aGroup().with(2).inAnOpenRoom();

    private static final UUID DATE = as(
                    HERE.chair(),
                    () -> PEERAGE.bean(Dates.class)
                            .set(
                                    HERE.group,
                                    LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)
                                            .plusDays(9),
                                    ZoneId.of("Europe/Lisbon"),
                                    240,
                                    "Harbour House",
                                    "https://video.example.org/secret"))
            .value();

    private static final Map<String, PersonId> PEOPLE = new LinkedHashMap<>(Map.of(
            "stranger", NetworkFixture.aPerson(),
            "member elsewhere", ELSEWHERE.members.getFirst(),
            "convener elsewhere", ELSEWHERE.convener,
            "convener", HERE.convener,
            "chair", HERE.chair(),
            "member", HERE.members.getFirst(),
            "sponsor", SponsorFixture.ofBoth(HERE)));

    private static final Set<String> INSIDE = Set.of("convener", "chair", "member");

    /// @param own everybody gets it, each with what is theirs in it
    record Route(String path, TokenScope scope, boolean own) {

        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Route> routes() {
        var network = "/api/v1/networks/" + HERE.network;
        var group = "/api/v1/groups/" + HERE.group;
        return Stream.of(
                new Route("/api/v1/networks", TokenScope.NETWORKS, true),
                new Route(network, TokenScope.NETWORKS, false),
                new Route(network + "/people", TokenScope.PEOPLE, false),
                new Route("/api/v1/groups", TokenScope.GROUPS, true),
                new Route(group, TokenScope.GROUPS, false),
                new Route(group + "/members", TokenScope.GROUPS, false),
                new Route(group + "/meetings", TokenScope.MEETINGS, false),
                new Route("/api/v1/meetings", TokenScope.MEETINGS, true));
    }

    @Test
    void everyRouteIsAmongThem() {
        var there = PEERAGE.mappings().getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().equals(LobbyController.class))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(pattern -> !pattern.equals("/api/**") && !pattern.equals(LobbyController.DESCRIPTION));
        assertThat(there)
                .containsExactlyInAnyOrderElementsOf(routes().map(route -> route.path()
                                .replace(HERE.network.toString(), "{network}")
                                .replace(HERE.group.toString(), "{group}"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void eachRoleGetsWhatIsTheirsWithTheScopeOfTheRoute(Route route) {
        PEOPLE.forEach((who, person) -> {
            var answer = Programs.get(route.path(), Programs.tokenOf(person, Set.of(route.scope())));
            assertThat(answer.statusCode())
                    .as("%s as %s", route, who)
                    .isEqualTo(route.own() || INSIDE.contains(who) ? 200 : 404);
            if (!INSIDE.contains(who)) {
                assertThat(answer.body())
                        .as("%s as %s", route, who)
                        .doesNotContain(HERE.group.toString(), HERE.network.toString(), DATE.toString());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noOtherScopeWillDo(Route route) {
        var others = EnumSet.allOf(TokenScope.class);
        others.remove(route.scope());
        var answer = Programs.get(route.path(), Programs.tokenOf(HERE.chair(), others));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(route.scope().word()).doesNotContain("Harbour Circle", "Tuesday Circle");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyGetsInWithoutATokenNorWithACookie(Route route) {
        var signedIn = Caller.enrolled(PEERAGE, "Wren Halloway");
        assertThat(signedIn.get(route.path()).statusCode()).isEqualTo(401);
        var answer = Programs.send("GET", route.path(), List.of("Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    /// Sealed or not, keys, account, pages: a token is nobody there.
    @Test
    void aTokenOpensNothingElse() {
        var token = Programs.tokenOf(HERE.members.getFirst(), Programs.ALL);
        for (var path : List.of(
                "/rooms/" + HERE.heldRoom().id() + "/log",
                "/groups/" + HERE.group,
                "/groups/" + HERE.group + "/wall",
                "/keys/me",
                "/keys/locks",
                "/keys/kept.json",
                "/networks/" + HERE.network,
                "/tokens",
                "/notices")) {
            var answer = Programs.get(path, token);
            assertThat(answer.statusCode()).as(path).isIn(302, 401);
            assertThat(answer.body()).as(path).doesNotContain("Tuesday Circle");
        }
    }

    @Test
    void noAnswerHasAWordOfTheRoomOrTheWayIntoACall() {
        var token = Programs.tokenOf(HERE.members.getFirst(), Programs.ALL);
        routes().forEach(route -> assertThat(Programs.get(route.path(), token).body())
                .as(route.toString())
                .doesNotContain(HERE.heldRoom().id(), "video.example.org", "sealed", "@"));
    }

    @Test
    void whoeverLeavesAGroupReadsNothingOfItMore() {
        var group = GroupFixture.aGroup().with(3).inAnOpenRoom();
        var member = group.members.getFirst();
        var token = Programs.tokenOf(member, Programs.ALL);
        var path = "/api/v1/groups/" + group.group;
        assertThat(Programs.get(path, token).statusCode()).isEqualTo(200);
        group.letOut(member);
        assertThat(Programs.get(path, token).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyReadingIsThere() {
        var token = Programs.tokenOf(HERE.convener, Programs.ALL);
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            var answer = Programs.send(
                    method, "/api/v1/networks/" + HERE.network, List.of("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).as(method).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }
}
