package org.peerage.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.aPerson;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.networks.NetworkFixture.seat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.networks.directory.Directory;
import org.peerage.networks.roster.Imports;
import org.peerage.tenancy.PersonId;

/// The pages of a network as its people, and others, get them.
class NetworkPagesTests {

    private final PersonId convener = aFounder();
    private final NetworkId network = aNetworkOf(convener);
    private final String base = "/networks/" + network;

    @Test
    void toAnOutsiderNoPageOfTheNetworkExists() {
        var upload = staged("company\nAnvil\n");
        var outsider = Pages.seenBy(aFounder());
        for (var page : List.of(
                "",
                "/edit",
                "/directory",
                "/profile",
                "/import",
                "/import/" + upload,
                "/import/" + upload + "/rows",
                "/import/" + upload + "/done")) {
            assertThat(outsider.get(base + page).status()).as(page).isEqualTo(404);
        }
        assertThat(outsider.post(base + "/import/" + upload + "/run").status()).isEqualTo(404);
        assertThat(outsider.get("/networks/none-such").status()).isEqualTo(404);
    }

    @Test
    void aMemberReadsTheDirectoryAndImportsNothing() {
        var member = Pages.seenBy(aMemberOf(network));
        assertThat(member.get(base).page().select("a[href$=/import]")).isEmpty();
        assertThat(member.get(base + "/directory").status()).isEqualTo(200);
        assertThat(member.get(base + "/import").status()).isEqualTo(404);
        assertThat(member.get(base + "/edit").status()).isEqualTo(404);
        assertThat(member.post(base + "/edit", "name", "Mine", "purpose", "", "zone", "UTC")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theDirectorysAddressServesThePageAndTheFragmentAlike() {
        imported("company,industry,city\nAnvil,Forging,Porto\nBellows,Leather,Faro\n");
        var pages = Pages.seenBy(convener);
        var address = base + "/directory?words=anv&industry=Forging";

        var page = pages.get(address).page();
        assertThat(page.expectFirst("#words").val()).isEqualTo("anv");
        assertThat(page.expectFirst("#industry option[selected]").val()).isEqualTo("Forging");
        assertThat(page.select("#results tbody tr")).hasSize(1);
        var fragment = pages.fragment(address);
        assertThat(fragment.body()).doesNotContain("<html");
        assertThat(fragment.page().expectFirst("#results").html())
                .isEqualTo(page.expectFirst("#results").html());
        assertThat(pages.get(base + "/directory?words=<script>&size=NONE")
                        .page()
                        .expectFirst("#words")
                        .val())
                .isEqualTo("<script>");
    }

    @Test
    void whatWasTypedIntoTheOwnProfileStaysWhateverIsWrongWithIt() {
        imported("company,city\nAnvil,Porto\n");
        var anvil = as(convener, () -> PEERAGE.bean(Directory.class).search(network, "anvil", 1))
                .getFirst();
        var ana = aPerson();
        seat(network, anvil.id(), ana, "Ana Example");
        var pages = Pages.seenBy(ana);
        var form = pages.get(base + "/profile").page();
        var version = form.expectFirst("[name=version]").val();

        var wrong = pages.post(
                base + "/profile", "version", version, "name", "Ana", "team_size", "many", "organisation", "Anvil");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().expectFirst("#team_size").val()).isEqualTo("many");
        assertThat(wrong.page().expectFirst("#team_size-wrong").text()).contains("no number of people");

        var saved = pages.post(
                base + "/profile", "version", version, "name", "Ana", "organisation", "Anvil", "place", "Lisboa");
        assertThat(saved.at()).isEqualTo(base + "/directory/" + anvil.id());
        var stale = pages.post(
                base + "/profile", "version", version, "name", "Anna", "organisation", "Anvil", "place", "Faro");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().expectFirst("#place").val()).isEqualTo("Faro");
        assertThat(stale.page().text()).contains("Stored now: Lisboa");
        assertThat(Pages.seenBy(aMemberOf(network)).get(base + "/profile").status())
                .isEqualTo(200);
        assertThat(Pages.seenBy(convener).get(base + "/profile").status()).isEqualTo(404);
    }

    @Test
    void everyCellThatCannotBeReadSaysWhereAndWhyAndEveryRowCanBeLeftOut() {
        var upload = staged("company,size\nAnvil,12\nBellows,a dozen\nAnvil,13\n");
        var pages = Pages.seenBy(convener);
        var rows = pages.get(base + "/import/" + upload + "/rows?kind=flawed")
                .page()
                .select("tbody tr");
        assertThat(rows).hasSize(1);
        assertThat(rows.text())
                .contains("3", "Column size:", "“a dozen” is no number of people", "the leader comes in");
        assertThat(pages.get(base + "/import/" + upload + "/rows?kind=repeated")
                        .page()
                        .select("tbody tr")
                        .text())
                .contains("Same leader as on line 2");
        pages.post(base + "/import/" + upload + "/rows", "line", "2", "out", "true", "kind", "new");
        assertThat(pages.get(base + "/import/" + upload + "/rows").page().text())
                .contains("1 new", "1 left out by you");
        assertThat(pages.post(base + "/import/" + upload + "/run").at()).endsWith("/done");
        assertThat(pages.get(base + "/import/" + upload + "/done").page().text())
                .contains("One new leader", "1 repeated in the file, 0 that could not be read", "One row you left out");
        assertThat(pages.get(base + "/import/" + upload + "/rows").at()).endsWith("/done");
    }

    private void imported(String text) {
        var upload = staged(text);
        as(convener, () -> PEERAGE.bean(Imports.class).run(network, upload));
    }

    private UUID staged(String text) {
        return switch (as(
                convener,
                () -> PEERAGE.bean(Imports.class)
                        .stage(network, "roster.csv", text.getBytes(StandardCharsets.UTF_8)))) {
            case Imports.Staging.Staged(var upload) -> upload;
            case Imports.Staging.Refused refused -> throw new AssertionError(refused);
        };
    }
}
