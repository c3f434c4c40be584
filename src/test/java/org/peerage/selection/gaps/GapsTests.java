package org.peerage.selection.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a room lacks is counted from what profiles say, and what they do not say is told.
class GapsTests {

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final String gaps = "/groups/" + here.group + "/prospects/gaps";

    @Test
    void whatTheNetworkHasAndTheRoomHasNotIsAGap() {
        says("Mara Example Works", "industry = 'Health', subindustry = 'Clinics', stage = 'Growth'");
        says("Member 1 Works", "industry = 'Health', subindustry = 'Devices', stage = 'Mature'");
        NetworkFixture.imported(here.convener, here.network, """
                organisation,industry,sub-industry,stage
                Quayside Foods,Food,Bakeries,Growth
                Quayside Clinics,Food,Clinics,Growth
                Quayside Boats,Transport,,Early
                """);
        var industries = facet("", "industry");
        assertThat(industries.text())
                .contains("Health × 2")
                .contains("One of 3 does not say, so that this may be wrong.")
                .contains("Food 2 leaders")
                .contains("Transport one leader");
        assertThat(facet("", "stage").select("li").eachText()).containsExactly("Early one leader");
        var food = facet("?of=industry&value=Food", "industry");
        assertThat(food.select(".card h3").eachText())
                .as("the same narrow industry as a member’s is left out")
                .containsExactly("Chief executive of Quayside Foods");
        assertThat(Pages.seenBy(here.chair())
                        .get(food.select(".card a").attr("href").replaceAll("#.*", ""))
                        .page()
                        .select("input[name=profile]"))
                .hasSize(1);
    }

    @Test
    void whatSomebodyAimsAtAndNobodyHasDoneIsAGap() {
        says("Mara Example Works", "aims = 'Sell the firm; A second site'");
        says("Member 1 Works", "aims = 'sell the firm', has_done = 'A second site'");
        here.aLeader("Quayside Foods", "");
        says("Quayside Foods", "has_done = 'Merged; Sell the firm'");
        assertThat(facet("", "experience").select("li").text())
                .isEqualToIgnoringCase("Sell the firm 2 of you aim at it");
        assertThat(facet("?of=experience&value=Sell the firm", "experience")
                        .select(".card h3")
                        .eachText())
                .containsExactly("Quayside Foods");
    }

    /// Behind the beginning of a long list an index finds them, as the owner of the table: in this network alone.
    @Test
    void whoHasDoneSomethingIsFoundInALongListAndInNoOtherNetwork() {
        NetworkFixture.imported(
                here.convener,
                here.network,
                IntStream.rangeClosed(1, 1000)
                        .mapToObj("Works %04d"::formatted)
                        .collect(Collectors.joining("\n", "organisation\nYonder Boats\nZephyr Boats\n", "\n")));
        says("Zephyr Boats", "has_done = ' Merged ;Sold the FIRM; Moved '");
        says("Yonder Boats", "has_done = 'Sold the firm twice'");
        assertThat(found("sold the firm")).containsExactly("Chief executive of Zephyr Boats");
        assertThat(found("Moved")).containsExactly("Chief executive of Zephyr Boats");
        assertThat(found("sold")).isEmpty();
        assertThat(found("")).isEmpty();
        var asked = "select cardinality(networks.having_done(:network, 'Moved', 10))";
        assertThat(as(here.convener, () -> told(asked))).isOne();
        assertThat(as(NetworkFixture.aFounder(), () -> told(asked))).isZero();
    }

    private List<String> found(String done) {
        return facet("?of=experience&value=" + done, "experience")
                .select(".card h3")
                .eachText();
    }

    private int told(String asked) {
        return RunningPeerage.shared()
                .bean(JdbcClient.class)
                .sql(asked)
                .param("network", here.network.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void nobodyElseSeesWhatARoomLacks() {
        var other = GroupFixture.aGroupIn(here.network, here.convener).with(2).inAnOpenRoom();
        for (var person : List.of(here.convener, other.chair(), here.aMember("Late Example"))) {
            assertThat(Pages.seenBy(person).get(gaps).status()).isEqualTo(404);
        }
    }

    @Test
    void aSizeIsSaidAsABandAndWhatNobodyKnowsIsNotSmall() {
        var unknown = new Facet.Member("", "", 0, "", "", List.of(), List.of());
        assertThat(unknown.size()).isEmpty();
        assertThat(List.of(10, 11, 200, 1000, 1001).stream()
                        .map(size -> new Facet.Member("", "", size, "", "", List.of(), List.of()).size()))
                .containsExactly("10", "50", "200", "1000", "more");
        var facet = Facet.of(
                Facet.Kind.STAGE, List.of(unknown), Facet.Member::stage, List.of(new Directory.Common("Early", 3)));
        assertThat(facet.unknown()).isOne();
        assertThat(facet.missing()).hasSize(1);
    }

    /// A list says "London, England, United Kingdom" where a member has written "London, United Kingdom".
    @Test
    void onePlaceUnderTwoNamesIsOnePlace() {
        var member = new Facet.Member("", "", 0, "London, United Kingdom", "", List.of(), List.of());
        var facet = Facet.of(
                Facet.Kind.PLACE,
                List.of(member),
                Facet.Member::place,
                List.of(
                        new Directory.Common("Austin, TX, USA", 9),
                        new Directory.Common("London, England, United Kingdom", 8),
                        new Directory.Common("Austin, Texas", 7),
                        new Directory.Common("Nowhere that a list knows", 6),
                        new Directory.Common("nowhere that a list knows", 5)));
        assertThat(facet.missing())
                .containsExactly(
                        new Directory.Common("Austin, TX, USA", 16),
                        new Directory.Common("Nowhere that a list knows", 11));
    }

    private void says(String organisation, String what) {
        assertThat(as(
                        here.convener,
                        () -> RunningPeerage.shared()
                                .bean(JdbcClient.class)
                                .sql("update networks.profile set " + what
                                        + " where network_id = :network and organisation = :organisation")
                                .param("network", here.network.value())
                                .param("organisation", organisation)
                                .update()))
                .isOne();
    }

    private Document facet(String query, String kind) {
        var page = Pages.seenBy(here.members.getFirst()).get(gaps + query).page();
        return Jsoup.parse(
                page.expectFirst("section[aria-labelledby=facet-" + kind + "]").outerHtml());
    }
}
