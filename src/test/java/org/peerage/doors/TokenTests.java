package org.peerage.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.canary.StolenDatabase;
import org.peerage.identity.ByLink;
import org.peerage.identity.OneStretch;
import org.peerage.identity.kept.Erasure;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// A token is made with the keys, seen once, kept as a hash, and ends.
class TokenTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OPEN = "/api/v1/networks";

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller wren = Caller.enrolled(peerage, "Wren Halloway");

    @Test
    void itIsMadeWithTheKeysShownOnceAndKeptAsAHash() {
        var token = token(wren);
        assertThat(token).matches("peerage_pat_[A-Za-z0-9_-]{32}");
        assertThat(Programs.get(OPEN, token).statusCode()).isEqualTo(200);
        var page = wren.page("/tokens");
        assertThat(page.select(".card h2").eachText()).containsExactly("Board");
        assertThat(page.select(".card").text())
                .contains("The names of my networks", "Last used")
                .doesNotContain("Never", "directories");
        assertThat(page.html()).doesNotContain(token);
        assertThat(wren.get("/keys").body()).contains("/tokens");
        assertThat(wren.get("/keys/kept.json").body()).contains("networks:read").doesNotContain(token);
        StolenDatabase.texts(peerage.login("peerage_backup"), table -> true)
                .forEach((table, text) ->
                        assertThat(text.contains(token.substring(12))).as(table).isFalse());
    }

    @Test
    void aSessionAloneMakesNone() {
        var stolen = Caller.enrolled(peerage, "Odo Outside");
        assertThat(made(wren, stolen, "Board", List.of("networks:read"), 30).statusCode())
                .isEqualTo(422);
        var noChallenge = wren.json("POST", "/tokens", body("Board", List.of("networks:read"), 30, "A".repeat(86)));
        assertThat(noChallenge.body()).contains("identity.keys.wrong.proof");
        var byLink = ByLink.signedIn(peerage, wren);
        assertThat(byLink.json("POST", "/tokens", "{}").statusCode()).isEqualTo(403);
        assertThat(wren.page("/tokens").select(".card")).isEmpty();
    }

    @Test
    void whatWasSignedIsWhatIsMade() {
        var challenge = challenge(wren);
        var sig = signature(wren, challenge, TokenForm.about("Board", List.of("networks:read"), 30));
        var wider = wren.json("POST", "/tokens", body("Board", List.of("networks:read", "people:read"), 30, sig));
        assertThat(wider.statusCode()).isEqualTo(422);
        var again = wren.json("POST", "/tokens", body("Board", List.of("networks:read"), 30, sig));
        assertThat(again.statusCode()).as("a challenge is good for one answer").isEqualTo(422);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(made(wren, wren, " ", List.of("networks:read"), 30).body()).contains("doors.tokens.wrong.name");
        assertThat(made(wren, wren, "x", List.of(), 30).body()).contains("doors.tokens.wrong.scopes");
        assertThat(made(wren, wren, "x", List.of("rooms:read"), 30).body()).contains("doors.tokens.wrong.scopes");
        assertThat(made(wren, wren, "x", List.of("networks:read"), 9000).body()).contains("doors.tokens.wrong.days");
    }

    @Test
    void nobodyHasMoreThanTheyCanLookAfter() {
        var person = wren.person();
        for (var i = 0; i < Tokens.MOST; i++) {
            Programs.tokenOf(person, Programs.ALL);
        }
        assertThat(made(wren, wren, "x", List.of("networks:read"), 30).body()).contains("doors.tokens.wrong.many");
    }

    @Test
    void itIsEndedByItsOwnerAndByNobodyElse() {
        var token = token(wren);
        var end = wren.page("/tokens").expectFirst("form[action$=/end]").attr("action");
        assertThat(Pages.seenBy(NetworkFixture.aPerson()).post(end).status()).isEqualTo(404);
        assertThat(Programs.get(OPEN, token).statusCode()).isEqualTo(200);
        wren.post(end, Map.of());
        assertThat(Programs.get(OPEN, token).statusCode()).isEqualTo(401);
    }

    @Test
    void itIsOverWhenItsTimeIs() {
        var token = Programs.tokenOf(wren.person(), Programs.ALL, Instant.now().minus(Duration.ofMinutes(1)));
        assertThat(Programs.get(OPEN, token).statusCode()).isEqualTo(401);
        assertThat(wren.page("/tokens").select(".card").text()).contains("Not good any more");
    }

    @Test
    void whoeverEndsAllOtherSessionsEndsTheirTokens() {
        var token = token(wren);
        wren.post("/keys/sessions/end-others", Map.of());
        assertThat(Programs.get(OPEN, token).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverIsErasedHasNone() {
        var token = token(wren);
        Acting.asProgram(
                Erasure.ERASING,
                () -> peerage.inTransaction(
                        () -> Erasure.of(peerage.bean(JdbcClient.class), wren.person(), Ids.next(), Instant.now())));
        assertThat(Programs.get(OPEN, token).statusCode()).isEqualTo(401);
    }

    @Test
    void whenItWasUsedIsWrittenDownOnceAMinute() {
        var token = Programs.tokenOf(wren.person(), Programs.ALL);
        OneStretch.of(Duration.ofMinutes(1), before -> {
            Programs.get(OPEN, token);
            var first = used();
            Programs.get(OPEN, token);
            assertThat(used()).isEqualTo(first);
        });
    }

    @Test
    void whoeverAsksTooOftenIsToldToWait() {
        var token = Programs.tokenOf(wren.person(), Set.of(TokenScope.NETWORKS));
        OneStretch.of(Duration.ofMinutes(1), before -> {
            var status = 200;
            for (var i = 0; i < 301 && status == 200; i++) {
                status = Programs.get(OPEN, token).statusCode();
            }
            assertThat(status).isEqualTo(429);
            assertThat(Programs.get(OPEN, token).headers().firstValue("Retry-After"))
                    .contains("60");
        });
    }

    /// What another's program holds is not theirs to see.
    @Test
    void theNeighbourSeesNoToken() {
        token(wren);
        assertThat(NetworkFixture.<Integer>as(
                        NetworkFixture.aPerson(),
                        () -> peerage.bean(JdbcClient.class)
                                .sql("select count(*) from doors.token")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    private Instant used() {
        return NetworkFixture.as(
                wren.person(),
                () -> peerage.bean(TokenStore.class).mine().getFirst().usedAt());
    }

    private static String token(Caller caller) {
        var answer = made(caller, caller, "Board", List.of("networks:read"), 30);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("token").asString();
    }

    private static HttpResponse<String> made(Caller caller, Caller signer, String name, List<String> scopes, int days) {
        var sig = signature(signer, challenge(caller), TokenForm.about(name.strip(), scopes, days));
        return caller.json("POST", "/tokens", body(name, scopes, days, sig));
    }

    private static String body(String name, List<String> scopes, int days, String sig) {
        return JSON.writeValueAsString(Map.of("name", name, "scopes", scopes, "days", days, "sig", sig));
    }

    private static String challenge(Caller caller) {
        return JSON.readTree(caller.json("POST", "/keys/challenge", "{}").body())
                .path("challenge")
                .asString();
    }

    private static String signature(Caller caller, String challenge, String about) {
        var content = JsonNodeFactory.instance
                .objectNode()
                .put("v", 1)
                .put("person", caller.person().toString())
                .put("challenge", challenge)
                .put("act", "token")
                .put("about", about);
        return caller.keys().signature("person/v1/keys", content);
    }
}
