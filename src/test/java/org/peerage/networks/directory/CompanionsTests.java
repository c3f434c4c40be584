package org.peerage.networks.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.aPerson;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.networks.NetworkFixture.imported;
import static org.peerage.networks.NetworkFixture.seat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// With whom people would like to sit: said on their page, seen by them and by conveners, by nobody else.
class CompanionsTests {

    private final PersonId convener = aFounder();
    private final NetworkId network = aNetworkOf(convener);
    private final PersonId ada = aPerson();
    private final PersonId bram = aPerson();

    @BeforeEach
    void threeLeadersOfWhomTwoAreThere() {
        imported(convener, network, "company\nAnvil\nBellows\nChisel\nChisel and Sons\n");
        seat(network, profile("Anvil"), ada, "Ada Example");
        seat(network, profile("Bellows"), bram, "Bram Example");
    }

    @Test
    void aMemberSaysItOnTheirOwnPageAndTakesItBack() {
        var page = Pages.seenBy(ada);
        assertThat(page.get(address("Anvil")).page().text()).contains("With whom you would like to sit");

        assertThat(page.post(address("Anvil") + "/companions", "who", "bellows").at())
                .isEqualTo(address("Anvil") + "#companions");

        var said = page.get(address("Anvil")).page();
        assertThat(said.select(".picks li p").eachText()).containsExactly("Bram Example Bellows");
        page.post(
                address("Anvil") + "/companions/take-back",
                "who-id",
                said.select(".picks input[name=who-id]").val());
        assertThat(page.get(address("Anvil")).page().select(".picks li")).isEmpty();
    }

    @Test
    void theOneWhoIsWishedForDoesNotLearnOfIt() {
        Pages.seenBy(ada).post(address("Anvil") + "/companions", "who", "bellows");

        assertThat(as(bram, CompanionsTests::rows)).isZero();
        assertThat(Pages.seenBy(bram).get(address("Anvil")).page().text()).doesNotContain("would like to sit");
        Pages.seenBy(bram).post(address("Bellows") + "/companions", "who", "anvil");
        assertThat(Pages.seenBy(bram).get(address("Bellows")).page().select(".tag"))
                .as("mutual is for the convener to know")
                .isEmpty();
        assertThat(as(bram, CompanionsTests::rows)).isEqualTo(1);
        assertThat(as(convener, CompanionsTests::rows)).isEqualTo(2);
        assertThat(Pages.seenBy(convener)
                        .get(address("Anvil"))
                        .page()
                        .select(".picks li p")
                        .text())
                .isEqualTo("Bram Example mutual Bellows");
    }

    @Test
    void onlyTheyAndAConvenerSayIt() {
        var anvil = profile("Anvil");
        var bellows = profile("Bellows");
        for (var other : List.of(bram, aMemberOf(network), aFounder())) {
            var page = Pages.seenBy(other);
            assertThat(page.post(address("Anvil") + "/companions", "who", "bellows")
                            .status())
                    .isEqualTo(404);
            assertThat(page.post(address("Anvil") + "/companions/take-back", "who-id", bellows.toString())
                            .status())
                    .isEqualTo(404);
            assertThat(as(other, CompanionsTests::rows)).isZero();
            assertThatThrownBy(() -> as(other, () -> said(anvil, bellows, network, other)))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> as(ada, () -> said(anvil, bellows, network, convener)))
                .as("in the name of somebody else")
                .isInstanceOf(DataAccessException.class);
        Pages.seenBy(convener).post(address("Anvil") + "/companions", "who", "bellows");
        assertThat(as(convener, CompanionsTests::rows)).isEqualTo(1);
    }

    @Test
    void aWishStaysWithinItsNetwork() {
        var other = aFounder();
        var elsewhere = aNetworkOf(other);
        imported(other, elsewhere, "company\nDrill\n");
        var drill = as(other, () -> PEERAGE.bean(Directory.class).search(elsewhere, "drill", 1))
                .getFirst()
                .id();

        assertThat(Pages.seenBy(convener)
                        .post(address("Anvil") + "/companions", "who-id", drill.toString())
                        .status())
                .isEqualTo(404);
        var anvil = profile("Anvil");
        assertThatThrownBy(() -> as(convener, () -> said(anvil, drill, network, convener)))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatCannotBeIsAnsweredWithASentence() {
        var page = Pages.seenBy(convener);
        var address = address("Anvil") + "/companions";

        assertThat(page.post(address, "who", "").page().select("#who-wrong").text())
                .isEqualTo("Please say who.");
        assertThat(page.post(address, "who", "nowhere")
                        .page()
                        .select("#who-wrong")
                        .text())
                .isEqualTo("Nobody in the directory matches “nowhere”.");
        assertThat(page.post(address, "who", "anvil")
                        .page()
                        .select("#who-wrong")
                        .text())
                .isEqualTo("This is the leader themselves.");
        assertThat(page.post(address, "who", "Chisel").at())
                .as("the whole name of one of two")
                .endsWith("#companions");
        var several = page.post(address, "who", "chis");
        assertThat(several.status()).isEqualTo(422);
        assertThat(several.page().select("#who-wrong").text()).startsWith("“chis” may mean several people.");
        var picked = several.page().select("input[type=radio]").stream()
                .map(Element::val)
                .toList();
        assertThat(picked).hasSize(2);
        assertThat(page.post(address, "who", "chis", "who-id", picked.getLast()).at())
                .endsWith("#companions");
        assertThat(as(convener, CompanionsTests::rows)).isEqualTo(2);
    }

    @Test
    void namesakesAreToldApartAndNobodyIsTakenForAnother() {
        imported(convener, network, """
                id,company,name,email
                s1,Alpha,John Smith,john1@example.org
                s2,Alpha,John Smith,john2@example.org
                s3,Smith John Works,Johnny Smithson,johnny@example.org
                """);
        var page = Pages.seenBy(convener);
        var address = address("Anvil") + "/companions";

        var asked = page.post(address, "who", "john smith");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page().select("input[type=radio]")).hasSize(2);
        assertThat(asked.page().select("fieldset label").eachText())
                .containsExactlyInAnyOrder(
                        "John Smith Alpha · john1@example.org", "John Smith Alpha · john2@example.org");
        var second =
                asked.page().select("label:contains(john2)").select("input").val();
        assertThat(page.post(address, "who", "john smith", "who-id", second).at())
                .endsWith("#companions");
        assertThat(as(convener, () -> PEERAGE.bean(CompanionStore.class).of(profile("Anvil"))))
                .containsExactly(new ProfileId(UUID.fromString(second)));
        assertThat(Pages.seenBy(ada)
                        .post(address, "who", "john smith")
                        .page()
                        .select("fieldset")
                        .text())
                .as("addresses are for conveners")
                .doesNotContain("@");
    }

    @Test
    void aNamesakeIsFoundHoweverManyAreBeforeThem() {
        imported(
                convener,
                network,
                "id,company,name\n"
                        + IntStream.rangeClosed(1, 12)
                                .mapToObj("n%1$s,A%1$02d,Mary Example Junior"::formatted)
                                .collect(Collectors.joining("\n"))
                        + "\nm1,B,Mary Example\nm2,Z,Mary Example\n");

        var asked = Pages.seenBy(convener).post(address("Anvil") + "/companions", "who", "Mary Example");

        assertThat(asked.page().select("fieldset label").eachText())
                .containsExactly("Mary Example B", "Mary Example Z");
    }

    @Test
    void wishesAreFew() {
        imported(
                convener,
                network,
                "company\n"
                        + IntStream.rangeClosed(1, Companions.MOST + 1)
                                .mapToObj("Works %02d"::formatted)
                                .collect(Collectors.joining("\n")));
        var page = Pages.seenBy(convener);
        var address = address("Anvil") + "/companions";
        for (var number = 1; number <= Companions.MOST; number++) {
            page.post(address, "who", "Works %02d".formatted(number));
        }

        assertThat(page.get(address("Anvil")).page().select("#who")).isEmpty();
        assertThat(page.post(address, "who", "Works 01").at())
                .as("one that is there already")
                .endsWith("#companions");
        assertThat(page.post(address, "who", "Works 12").status()).isEqualTo(422);
        assertThat(as(convener, CompanionsTests::rows)).isEqualTo(Companions.MOST);
    }

    private String address(String organisation) {
        return "/networks/" + network + "/directory/" + profile(organisation);
    }

    private ProfileId profile(String organisation) {
        return as(convener, () -> PEERAGE.bean(Directory.class).search(network, organisation, 5)).stream()
                .filter(entry -> entry.organisation().equals(organisation))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static int said(ProfileId profile, ProfileId other, NetworkId network, PersonId by) {
        return PEERAGE.bean(JdbcClient.class)
                .sql("""
                        insert into networks.companion (network_id, profile_id, other_id, said_by, said_at)
                        values (:network, :profile, :other, :by, now())
                        """)
                .param("network", network.value())
                .param("profile", profile.value())
                .param("other", other.value())
                .param("by", by.value())
                .update();
    }

    private static int rows() {
        return PEERAGE.bean(JdbcClient.class)
                .sql("select count(*) from networks.shared_companion")
                .query(Integer.class)
                .single();
    }
}
