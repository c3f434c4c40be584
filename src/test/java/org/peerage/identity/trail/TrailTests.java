package org.peerage.identity.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.identity.ByLink;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Everybody sees what was done in their name, and nobody else does.
class TrailTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller wren = Caller.enrolled(peerage, "Wren Halloway");

    @Test
    void whatWasDoneInSomebodysNameIsThereNewestFirst() {
        assertThat(wren.get("/keys").body()).contains("/keys/trail");
        wren.get("/keys/locks");
        var told = wren.page("/keys/trail").select("dl dd").eachText();
        assertThat(told.getFirst()).isEqualTo("A browser fetched your locked keys, to open them");
        assertThat(told).contains("Your keys were made");
    }

    @Test
    void nobodyElseSeesItNorWhoCameByALinkAlone() {
        var odo = Caller.enrolled(peerage, "Odo Outside");
        var before = odo.page("/keys/trail").select("dl dd").size();
        noted(wren, 3);
        assertThat(odo.page("/keys/trail").select("dl dd")).hasSize(before);
        assertThat(NetworkFixture.<Integer>as(
                        odo.person(),
                        () -> peerage.bean(JdbcClient.class)
                                .sql("select count(*) from identity.audit where person_id = :wren")
                                .param("wren", wren.person().value())
                                .query(Integer.class)
                                .single()))
                .isZero();
        var byLink = ByLink.signedIn(peerage, wren).get("/keys/trail");
        assertThat(byLink.statusCode() == 200 && byLink.body().contains("Your keys were made"))
                .isFalse();
    }

    @Test
    void longTrailsAreReadPageByPage() {
        noted(wren, 60);
        var first = wren.page("/keys/trail");
        assertThat(first.select("dl dd")).hasSize(TrailPages.LINES);
        var older = first.expectFirst("main a[href*=before]").attr("href");
        var second = wren.page(older);
        assertThat(second.select("dl dd").eachText()).contains("Your keys were made");
        assertThat(second.select("dl dd").size() + TrailPages.LINES).isGreaterThan(60);
        assertThat(second.select("main a[href*=before]")).isEmpty();
        assertThat(Caller.enrolled(peerage, "Odo Outside")
                        .page(older)
                        .select("dl dd")
                        .eachAttr("data-entry"))
                .doesNotContainAnyElementsOf(second.select("dl dd").eachAttr("data-entry"));
    }

    @Test
    void nobodyTakesALineOutOrChangesIt() {
        for (var act : new String[] {
            "delete from identity.audit",
            "update identity.audit set kind = 'enrolled'",
            "update identity.audit set mark = mark",
            "insert into identity.audit (id, chain, person_id, kind, at, number, mark)"
                    + " select gen_random_uuid(), tenancy.me(), tenancy.me(), 'enrolled', now(), 1, sha256('')",
        }) {
            assertThatThrownBy(() -> NetworkFixture.as(
                            wren.person(),
                            () -> peerage.bean(JdbcClient.class).sql(act).update()))
                    .as(act)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whateverIsWrittenDownHasASentenceInBothLanguages() {
        for (var language : List.of(Locale.ROOT, Locale.GERMAN)) {
            var texts = ResourceBundle.getBundle("messages/identity", language);
            for (var deed : Deed.values()) {
                assertThat(texts.getString("identity.trail.of." + deed.word()))
                        .as(deed.word())
                        .isNotBlank();
                assertThat(texts.containsKey("identity.trail.in." + deed.word()))
                        .as(deed.word())
                        .isEqualTo(deed.inNetwork());
            }
        }
    }

    @Test
    void sessionsThatEndAndFilesThatAreTakenAreThere() {
        var elsewhere = ByLink.signedIn(peerage, wren);
        assertThat(wren.get("/keys/kept.json").statusCode()).isEqualTo(200);
        wren.post("/keys/sessions/end-others", Map.of());
        assertThat(elsewhere.get("/keys/me").statusCode()).isNotEqualTo(200);
        assertThat(kinds(wren))
                .containsSubsequence("kept-taken", "session-ended")
                .doesNotContain("signed-out");
        wren.post("/sign-out", Map.of());
        assertThat(kinds(wren)).endsWith("signed-out");
    }

    @Test
    void aConvenersActsStandInTheirOwnTrailWithTheNetwork() {
        var founder = NetworkFixture.aFounder();
        var network = NetworkFixture.aNetworkOf(founder);
        assertThat(Pages.seenBy(founder).get(network.address() + "/people.csv").status())
                .isEqualTo(200);
        assertThat(kindsOf(founder)).containsSubsequence("network-founded", "people-taken");
        assertThat(peerage.column(
                        "select distinct network_id::text from identity.audit where network_id is not null and chain = '"
                                + founder + "'"))
                .containsExactly(network.toString());
    }

    private List<String> kinds(Caller caller) {
        return kindsOf(caller.person());
    }

    private List<String> kindsOf(PersonId person) {
        return peerage.column("select kind from identity.audit where chain = ? order by number", person.value());
    }

    @Test
    void nobodyButErasingTakesAChain() {
        assertThatThrownBy(() -> NetworkFixture.as(
                        wren.person(),
                        () -> peerage.bean(JdbcClient.class)
                                .sql("select identity.forget_trail(tenancy.me())")
                                .query()
                                .listOfRows()))
                .hasStackTraceContaining("only erasing takes a chain");
    }

    @Test
    void thePageSaysHowLongTheListIsAndWhatItsLastMarkIs() {
        var page = wren.page("/keys/trail");
        var told = page.expectFirst("own-trail");
        assertThat(told.expectFirst("> p").text())
                .contains("whole since", "with one entry")
                .contains(Chain.shown(told.attr("data-mark")))
                .containsPattern("([0-9A-F]{4}-){3}[0-9A-F]{4}");
        var entries = peerage.bean(JsonMapper.class)
                .readTree(wren.get("/keys/trail/entries?after=0").body());
        assertThat(entries.size()).hasToString(told.attr("data-number"));
        assertThat(entries.get(entries.size() - 1).path("mark").asString()).isEqualTo(told.attr("data-mark"));
        assertThat(wren.get("/keys/trail/entries?after=" + entries.size()).body())
                .isEqualTo("[]");
    }

    @Test
    void timesStandByTheClockOfWhoeverReads() {
        assertThat(wren.page("/keys").text()).contains("UTC");
        wren.post("/mail/address", Map.of("address", "wren@example.org", "zone", "Asia/Tokyo"));
        assertThat(wren.page("/keys").select("main").text())
                .contains("Asia/Tokyo")
                .doesNotContain("UTC");
        assertThat(wren.page("/keys/trail").select("dl").text())
                .contains("Asia/Tokyo")
                .doesNotContain("UTC");
    }

    private void noted(Caller caller, int times) {
        peerage.asSuperuser("""
                insert into identity.audit (id, chain, person_id, kind, at)
                select gen_random_uuid(), '%1$s', '%1$s', 'signed-in', now() from generate_series(1, %2$d)
                """.formatted(caller.person(), times));
    }
}
