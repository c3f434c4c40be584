package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.Keyholder;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import tools.jackson.databind.json.JsonMapper;

/// Somebody takes themselves out: with their keys opened now, and nobody else.
class EraseOneselfTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller wren = Caller.enrolled(peerage, "Wren Halloway " + Ids.next());

    @Test
    void whoReadsWhatGoesAndSignsItNowIsOutEverywhere() {
        var page = wren.page("/keys/erase");
        assertThat(page.select("h2").eachText()).contains("What goes, at once and for ever", "What stays, and why");
        assertThat(page.select("main").text()).contains("Your passkeys", "Backups hold you");
        assertThat(wren.page("/keys/kept").select("a[href=/keys/erase]")).hasSize(1);
        var elsewhere = ByLink.signedIn(peerage, wren);
        assertThat(erase(elsewhere, wren.keys(), wren.person(), "prove", "/keys/proof"))
                .isEqualTo(200);
        assertThat(elsewhere.get("/keys/kept").statusCode()).isEqualTo(200);

        assertThat(erase(wren, wren.keys(), wren.person(), "erase", "/keys/erase"))
                .isEqualTo(200);

        assertThat(wren.get("/keys/kept").statusCode()).isNotEqualTo(200);
        assertThat(wren.page("/sign-in/erased").expectFirst("h1").text()).isEqualTo("You are erased");
        assertThat(name(wren.person())).isEqualTo("Erased person");
        assertThat(ByLink.signedIn(peerage, wren).get("/keys").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aSessionWithoutKeysAndAnothersKeysEraseNobody() {
        var other = Caller.enrolled(peerage, "Odo Outside " + Ids.next());
        for (var body : new String[] {"{\"sig\":\"\"}", "{\"sig\":\"" + "A".repeat(86) + "\"}"}) {
            assertThat(wren.json("POST", "/keys/erase", body).statusCode()).isEqualTo(422);
        }
        assertThat(erase(wren, other.keys(), wren.person(), "erase", "/keys/erase"))
                .as("signed by another")
                .isEqualTo(422);
        assertThat(erase(wren, wren.keys(), wren.person(), "prove", "/keys/erase"))
                .as("signed for something else")
                .isEqualTo(422);
        assertThat(erase(other, wren.keys(), wren.person(), "erase", "/keys/erase"))
                .as("in another’s session")
                .isEqualTo(422);
        assertThat(erase(other, other.keys(), wren.person(), "erase", "/keys/erase"))
                .as("for another")
                .isEqualTo(422);
        var thief = ByLink.signedIn(peerage, wren);
        assertThat(erase(thief, wren.keys(), wren.person(), "erase", "/keys/erase"))
                .as("a session by a link that has shown no keys")
                .isEqualTo(403);
        assertThat(Caller.stranger(peerage)
                        .json("POST", "/keys/erase", "{\"sig\":\"\"}")
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(name(wren.person())).startsWith("Wren Halloway");
        assertThat(name(other.person())).startsWith("Odo Outside");
        assertThat(wren.get("/keys/kept").statusCode()).isEqualTo(200);
    }

    @Test
    void aSignatureOfBeforeIsWorthNothing() {
        var challenge = challenge(wren);
        var signature = signature(wren.keys(), wren.person(), challenge, "erase");
        challenge(wren);
        assertThat(wren.json("POST", "/keys/erase", "{\"sig\":\"" + signature + "\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(name(wren.person())).startsWith("Wren Halloway");
    }

    @Test
    void whoHasTheChairOfAnOpenRoomIsToldToHandItOnFirst() {
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var page = Pages.seenBy(here.chair()).get("/keys/erase").page();
        assertThat(page.select("main").text()).contains("Hand the chair to somebody else first");
        assertThat(page.select("erase-oneself")).isEmpty();
        assertThat(Pages.seenBy(here.members.getFirst())
                        .get("/keys/erase")
                        .page()
                        .select("erase-oneself"))
                .hasSize(1);
    }

    @Test
    void helpSaysWhereItIs() {
        assertThat(wren.page("/help").text()).contains("How do I get out of here altogether?");
        assertThat(wren.get("/sign-in/erased").statusCode()).isEqualTo(200);
    }

    private String name(PersonId person) {
        return as(
                person,
                () -> peerage.bean(JdbcClient.class)
                        .sql("select name from identity.person where id = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .single());
    }

    private static int erase(Caller by, Keyholder keys, PersonId whom, String act, String path) {
        var signature = signature(keys, whom, challenge(by), act);
        return by.json("POST", path, "{\"sig\":\"" + signature + "\"}").statusCode();
    }

    private static String challenge(Caller by) {
        return JsonMapper.shared()
                .readTree(by.json("POST", "/keys/challenge", "{}").body())
                .path("challenge")
                .asString();
    }

    private static String signature(Keyholder keys, PersonId whom, String challenge, String act) {
        return keys.signature(
                KeyChanges.LABEL,
                KeyChanges.content(whom, Bytes.fromBase64(challenge), new KeyChanges.Signed(act, "", "")));
    }
}
