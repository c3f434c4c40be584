package org.peerage.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A running club founds a network, and no page that it is shown speaks of leaders of organisations: labels are data.
class RunningClubTests {

    private static final Pattern OF_THE_OTHERS = Pattern.compile(
            "(?i)\\b(leaders?|chief executives?|ceos?|industr\\w*|organi[sz]ations?|compan(y|ies)|revenue|customers?"
                    + "|team size|managing director)\\b");

    private final PersonId trainer = aFounder();

    @Test
    void itsPagesSpeakOfMembers() {
        var network = found("club");
        assertThat(page(network).text()).contains("Nobody is in the directory yet");
        Pages.seenBy(trainer)
                .post(network + "/people", "people", "Ben Oakley, ben@example.org, Morning runners\nNoor Aziz");
        var group = form(network);
        for (var path : List.of(
                network,
                network + "/edit",
                network + "/people",
                network + "/directory",
                network + "/directory?words=Ben",
                network + "/import",
                network + "/groups/new",
                group,
                group + "/seats",
                group + "/seats?q=Noor",
                group + "/about",
                group + "/roles",
                group + "/invitations")) {
            var page = page(path);
            page.select("select#labels").remove();
            assertThat(OF_THE_OTHERS
                            .matcher(page.select("main").text())
                            .results()
                            .map(found -> found.group()))
                    .as("%s: %s", path, page.select("main").text())
                    .isEmpty();
        }
        assertThat(page(network + "/directory").text()).contains("2 members");
    }

    @Test
    void whoIsKnownOnlyByTheirGroupIsNoChiefExecutive() {
        var list = "Organisation,Place\nMorning runners,Lisbon\n";
        assertThat(rolesIn(found("club"), list)).containsExactly("");
        assertThat(rolesIn(found("leaders"), list)).containsExactly("Chief executive");
    }

    @Test
    void theWordsChangeWithTheNetworkAndASetThatNobodyKnowsIsTheUsualOne() {
        var network = found("wizards");
        assertThat(page(network + "/import").text()).doesNotContain("member");
        Pages.seenBy(trainer).post(network + "/people", "people", "Ben Oakley");
        assertThat(page(network + "/directory").text()).contains("One leader");
        Pages.seenBy(trainer)
                .post(network + "/edit", "name", "Harriers", "purpose", "", "zone", "Europe/Lisbon", "labels", "club");
        assertThat(page(network + "/directory").text()).contains("One member");
    }

    private String found(String labels) {
        NetworkFixture.acceptFoundingLink(trainer);
        var answer = Pages.seenBy(trainer)
                .post("/networks", "name", "Harriers", "purpose", "", "zone", "Europe/Lisbon", "labels", labels);
        assertThat(answer.at()).startsWith("/networks/");
        return answer.at();
    }

    private String form(String network) {
        return "/groups/" + GroupFixture.aGroupIn(id(network), trainer).group;
    }

    private List<String> rolesIn(String network, String list) {
        NetworkFixture.imported(trainer, id(network), list);
        return as(
                trainer,
                () -> NetworkFixture.PEERAGE
                        .bean(JdbcClient.class)
                        .sql("select role_title from networks.shared_profile where network_id = :network")
                        .param("network", id(network).value())
                        .query(String.class)
                        .list());
    }

    private static NetworkId id(String network) {
        return new NetworkId(UUID.fromString(network.substring("/networks/".length())));
    }

    private Document page(String path) {
        var answer = Pages.seenBy(trainer).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.page();
    }
}
