package org.peerage.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.tenancy.PersonId;

class PlacingPagesTests {

    private final PersonId carla = NetworkFixture.aFounder();
    private final NetworkId network = NetworkFixture.aNetworkOf(carla);
    private final Pages convener = Pages.seenBy(carla);
    private final List<ProfileId> people = leaders(24);

    @Test
    void aLeaderIsOfferedEveryGroupWithASeatBestFirstAndPickedForOne() {
        var north = aGroup("North", 3, 6);
        var south = aGroup("South", 3, 6);
        pick(north, 0, 5, 10);
        pick(south, 1, 2, 3);
        var entry = "/networks/" + network + "/directory/" + people.get(15);
        var address = convener.get(entry).page().select("a[href*=placements]").attr("href");

        var page = convener.get(address).page();

        assertThat(page.select("h1").text()).isEqualTo("A group for Chief executive of Works 016");
        assertThat(page.select("ol.cards h3").eachText()).containsExactlyInAnyOrder("North", "South");
        assertThat(page.select("ol.cards li").eachText())
                .allSatisfy(card -> assertThat(card)
                        .contains("3 seats taken", "The group fits at", "with them", "Fits the others at"));
        assertThat(after(page.select("ol.cards li").eachText().get(0)))
                .isGreaterThanOrEqualTo(
                        after(page.select("ol.cards li").eachText().get(1)));

        var form = page.select("ol.cards form").getFirst();
        var picked = convener.post(
                form.attr("action"), "profile", form.select("input").val());
        assertThat(picked.at()).endsWith("/seats");
        var again = convener.get(address).page();
        assertThat(again.select(".notice").text()).startsWith("Chief executive of Works 016 already has a seat:");
        assertThat(again.select("ol.cards h3").eachText()).hasSize(1);
        assertThat(again.select("form[action$=/seats]")).isEmpty();
    }

    @Test
    void aGroupThatMayNotTakeSomebodySaysWhyAndBecomesNoSuggestion() {
        var north = aGroup("North", 2, 4);
        var south = aGroup("South", 2, 2);
        pick(north, 0, 1);
        pick(south, 2, 3);
        convener.post(
                "/networks/" + network + "/proposals/wishes",
                "one-id",
                people.get(0).toString(),
                "other-id",
                people.get(15).toString(),
                "kind",
                "apart");

        var page = convener.get("/networks/" + network + "/placements/" + people.get(15))
                .page();

        assertThat(page.select("ol.cards")).isEmpty();
        assertThat(page.select("ul[aria-labelledby=closed] li").eachText())
                .containsExactly(
                        "North: Works 016 and Works 001 are to be kept apart.", "South: Group South is full at 2.");
        var suggested = convener.get("/groups/" + north + "/candidates").page();
        assertThat(suggested.select("ol.cards h3").eachText())
                .hasSize(19)
                .noneMatch(name -> name.contains("Works 016") || name.contains("Works 001"));
        var asked = convener.get("/groups/" + north + "/candidates?q=works").page();
        assertThat(asked.select("ul.cards li").eachText()).hasSize(10).noneMatch(card -> card.contains("Works 001"));
        assertThat(convener.get("/groups/" + north + "/candidates?q=works 016")
                        .page()
                        .select("ul.cards li")
                        .text())
                .startsWith("Chief executive of Works 016")
                .endsWith("Works 016 and Works 001 are to be kept apart.");
        assertThat(convener.get("/groups/" + south + "/candidates").page().text())
                .contains("The group is full.");
        assertThat(convener.get("/groups/" + north + "/candidates?q=nowhere")
                        .page()
                        .text())
                .contains("Nobody in the directory without a seat here has all of these words: nowhere");
    }

    @Test
    void whoeverWouldMakeTheGroupBestComesFirstAndIsPicked() {
        var north = aGroup("North", 2, 4);
        pick(north, 0, 1, 2);
        var page = convener.get("/groups/" + north + "/candidates").page();
        var cards = page.select("ol.cards li").eachText();
        assertThat(cards).hasSize(20);
        assertThat(cards.stream().map(PlacingPagesTests::after)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(convener.get("/groups/" + north + "/seats").page().select("a[href$=/candidates]"))
                .isNotEmpty();
        assertThat(convener.get("/groups/" + north).page().select("a[href$=/candidates]"))
                .isNotEmpty();
        var form = page.select("ol.cards form").getFirst();
        convener.post(form.attr("action"), "profile", form.select("input").val());
        assertThat(convener.get("/groups/" + north + "/candidates").page().text())
                .contains("4 seats taken")
                .contains("The group is full.");
    }

    @Test
    void aGroupWhereNobodySitsSaysSo() {
        var empty = aGroup("Empty", 2, 4);
        assertThat(convener.get("/networks/" + network + "/placements/" + people.get(3))
                        .page()
                        .select("ol.cards li")
                        .text())
                .contains("Nobody sits here yet.")
                .doesNotContain("The group fits at");
        assertThat(convener.get("/groups/" + empty + "/candidates").page().select("ol.cards li"))
                .hasSize(20);
    }

    @Test
    void withoutAGroupItSaysWhatToDo() {
        assertThat(convener.get("/networks/" + network + "/placements/" + people.get(3))
                        .page()
                        .text())
                .contains("There is no group yet.");
    }

    @Test
    void aChairSeesCandidatesOfTheirGroupAndNothingOfAnother() {
        var group = GroupFixture.aGroup().with(3);
        var chair = Pages.seenBy(group.chair());
        var network = as(group.chair(), () -> groups().find(group.group))
                .orElseThrow()
                .network();
        var other = as(
                group.convener,
                () -> PEERAGE.bean(Groups.class)
                        .form(new Groups.Wish(network, "Other", "", ZoneId.of("Europe/Lisbon"), 2, 3, 4)));
        NetworkFixture.imported(group.convener, network, "company\nFree Works\nSeated Works\n");
        var seated = as(group.convener, () -> PEERAGE.bean(Directory.class).search(network, "seated works", 1))
                .getFirst()
                .id();
        Pages.seenBy(group.convener).post("/groups/" + other + "/seats", "profile", seated.toString());

        var page = chair.get("/groups/" + group.group + "/candidates");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().text()).contains("Free Works").contains("only the convener knows");
        assertThat(page.page().select("form[method=post][action$=/seats]"))
                .as("the convener picks")
                .isEmpty();
        assertThat(as(group.chair(), () -> groups().of(network)))
                .extracting(SeatedGroup::id)
                .containsExactly(group.group);
        assertThat(as(group.chair(), () -> groups().find(other))).isEmpty();
        assertThat(as(group.convener, () -> groups().of(network))).hasSize(2);
        assertThat(chair.get("/groups/" + other + "/candidates").status()).isEqualTo(404);
        assertThat(chair.get("/networks/" + network + "/placements/" + seated).status())
                .isEqualTo(404);
    }

    @Test
    void aMemberAndAStrangerGetNothing() {
        var group = GroupFixture.aGroup().with(3);
        var network = as(group.chair(), () -> groups().find(group.group))
                .orElseThrow()
                .network();
        for (var nobody : Stream.of(group.members.getFirst(), NetworkFixture.aFounder())
                .map(Pages::seenBy)
                .toList()) {
            assertThat(nobody.get("/groups/" + group.group + "/candidates").status())
                    .isEqualTo(404);
            assertThat(nobody.get("/networks/" + network + "/placements/" + people.getFirst())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(convener.get("/networks/" + network + "/placements/" + people.getFirst())
                        .status())
                .as("the convener of another network")
                .isEqualTo(404);
        assertThat(Pages.seenBy(group.convener)
                        .get("/networks/" + network + "/placements/" + people.getFirst())
                        .status())
                .as("a leader of another network")
                .isEqualTo(404);
    }

    private List<ProfileId> leaders(int count) {
        NetworkFixture.imported(
                carla,
                network,
                "company,industry,size,stage,city\n"
                        + IntStream.rangeClosed(1, count)
                                .mapToObj(number -> "Works %03d,Industry %d,%d,%s,%s"
                                        .formatted(
                                                number,
                                                number % 5,
                                                number * 3,
                                                List.of("Early", "Growth").get(number % 2),
                                                List.of("Lisbon", "Porto", "Faro")
                                                        .get(number % 3)))
                                .collect(Collectors.joining("\n")));
        return as(carla, () -> PEERAGE.bean(Directory.class).search(network, "works", count)).stream()
                .sorted(Comparator.comparing(Directory.Entry::organisation))
                .map(Directory.Entry::id)
                .toList();
    }

    private GroupId aGroup(String name, int least, int most) {
        return as(
                carla,
                () -> PEERAGE.bean(Groups.class)
                        .form(new Groups.Wish(network, name, "", ZoneId.of("Europe/Lisbon"), least, least, most)));
    }

    private void pick(GroupId group, int... numbers) {
        for (var number : numbers) {
            convener.post(
                    "/groups/" + group + "/seats", "profile", people.get(number).toString());
        }
    }

    private static SeatedGroups groups() {
        return PEERAGE.bean(SeatedGroups.class);
    }

    private static double after(String card) {
        return Double.parseDouble(card.replaceAll("(?s).*now and at ([0-9.]+) with them.*", "$1"));
    }
}
