package org.peerage.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.proposals.people.Wishes;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Competitors never sit together, whoever seats them (S1.5).
class CompetitionTests {

    private static final String ROSTER = """
            company,industry,subindustry,tags,city
            Beacon Mills,Paper,Paper mills,Printers; Packers,"Porto, Portugal"
            Harbour Works,paper,Paper Mills,packers,"Faro, Portugal"
            Field and Oven,Food,Bakeries,,"Porto, Portugal"
            Crust and Crumb,Food,Bakeries,,Porto
            Orchard Pressing,Food,,,Porto
            Quiet Ledger,,,,
            """;

    private final GroupFixture here = GroupFixture.aGroup().with(1);
    private final Pages convener = Pages.seenBy(here.convener);

    CompetitionTests() {
        NetworkFixture.imported(here.convener, here.network, ROSTER);
    }

    @Test
    void whoCompetesWithSomebodyHereIsNotPickedAndThePageSaysWhyAndWhereItIsPutRight() {
        pick("Beacon Mills");
        var refused = convener.ask("POST", seats(), "profile=" + leader("Harbour Works"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("Nobody was picked");
        assertThat(refused.page().text())
                .contains("Beacon Mills and Harbour Works compete: both are in Paper mills and sell to packers.");
        assertThat(refused.page().select("a:contains(put it right)").attr("href"))
                .startsWith("/networks/" + here.network + "/proposals/competitors");
        assertThat(picked()).contains("Beacon Mills").doesNotContain("Harbour Works");

        as(
                here.convener,
                () -> PEERAGE.bean(Wishes.class)
                        .doNotCompete(here.network, leader("Beacon Mills"), leader("Harbour Works")));
        pick("Harbour Works");
        assertThat(picked()).contains("Harbour Works");
    }

    @Test
    void whoSellsInTheSameTownCompetesWhereNobodySaysToWhom() {
        pick("Field and Oven");
        assertThat(convener.ask("POST", seats(), "profile=" + leader("Crust and Crumb"))
                        .page()
                        .text())
                .contains("compete: both are in Bakeries in");
    }

    @Test
    void whatCannotBeToldIsSaidAndForbidsNothing() {
        pick("Field and Oven");
        pick("Orchard Pressing");
        pick("Quiet Ledger");
        assertThat(convener.get(seats()).page().select("p.notice").text())
                .contains("“Food” is too broad to tell.")
                .contains("nothing says in which industry")
                .contains("Quiet Ledger");
        assertThat(picked()).contains("Field and Oven", "Orchard Pressing", "Quiet Ledger");
    }

    @Test
    void aGroupIsNotFormedOfCompetitors() {
        var typed = "name=Thursday&zone=Europe/Lisbon&smallest=2&target=2&largest=4&profile=%s&profile=%s";
        var refused = convener.ask(
                "POST",
                "/networks/" + here.network + "/groups",
                typed.formatted(leader("Beacon Mills"), leader("Harbour Works")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text())
                .contains("Nothing was formed: competitors never sit together.")
                .contains("Beacon Mills and Harbour Works compete");
        assertThat(refused.page().select("#name").attr("value")).isEqualTo("Thursday");
        assertThat(convener.ask(
                                "POST",
                                "/networks/" + here.network + "/groups",
                                typed.formatted(leader("Beacon Mills"), leader("Field and Oven")))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void noLinkIsMadeForSomebodyWhoHasComeToCompeteSinceTheyWerePicked() {
        pick("Field and Oven");
        pick("Beacon Mills");
        as(
                here.convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("update networks.profile set industry = 'Food', subindustry = 'bakeries' where id = :id")
                        .param("id", leader("Beacon Mills").value())
                        .update());
        as(
                here.convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("update networks.profile set tags = 'packers', version = version + 1 where id = :id")
                        .param("id", leader("Field and Oven").value())
                        .update());
        var chair = Pages.seenBy(here.chair());
        var answer = chair.ask("POST", "/groups/" + here.group + "/invitations", "");
        assertThat(answer.page().select("personal-link")).isEmpty();
        assertThat(answer.page().text())
                .contains("No link was made")
                .contains("Field and Oven and Beacon Mills compete")
                .doesNotContain("put it right");

        as(
                here.convener,
                () -> PEERAGE.bean(Wishes.class)
                        .doNotCompete(here.network, leader("Beacon Mills"), leader("Field and Oven")));
        assertThat(chair.ask("POST", "/groups/" + here.group + "/invitations", "")
                        .page()
                        .select("personal-link"))
                .hasSize(2);
    }

    @Test
    void whoBelongsToAGroupIsToldWithWhatIsNotKnown() {
        pick("Field and Oven");
        assertThat(convener.get("/groups/" + here.group + "/candidates?q=Orchard")
                        .page()
                        .text())
                .contains("“Food” is too broad to tell");
        assertThat(convener.get("/groups/" + here.group + "/candidates?q=Crust")
                        .page()
                        .text())
                .contains("compete: both are in Bakeries in");
    }

    @Test
    void thePageOfCompetitorsSaysOfHowManyItIsNotKnown() {
        assertThat(convener.get("/networks/" + here.network + "/proposals/competitors")
                        .page()
                        .text())
                .contains("Without an industry: 1", "in one that is too broad to tell: 1");
    }

    private void pick(String organisation) {
        convener.post(seats(), "profile", leader(organisation).toString());
    }

    private String seats() {
        return "/groups/" + here.group + "/seats";
    }

    private String picked() {
        return convener.get(seats())
                .page()
                .select("ul[aria-labelledby=picked] h3")
                .text();
    }

    private ProfileId leader(String organisation) {
        return as(
                here.convener,
                () -> PEERAGE.bean(Directory.class)
                        .search(here.network, organisation, 1)
                        .getFirst()
                        .id());
    }
}
