package org.peerage.groups.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.groups.seats.SeatFixture.seats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Ids;
import tools.jackson.databind.json.JsonMapper;

/// What people see and send, without a browser.
class GroupPagesTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aConvenerFormsAGroupAndWhatWasTypedWronglyStays() {
        var convener = aConvener();
        var network = NetworkFixture.aNetworkOf(convener.person());
        var form = convener.page("/networks/" + network + "/groups/new");
        assertThat(form.select("h1").text()).isEqualTo("Form a group");
        assertThat(form.select("main input:not([type=hidden]), main select, main textarea"))
                .allSatisfy(control -> assertThat(form.select("label[for=" + control.id() + "]"))
                        .hasSize(1));

        var refused =
                convener.post("/networks/" + network + "/groups", wish(Map.of("smallest", "13", "zone", "Mars/Base")));
        assertThat(refused.statusCode()).isEqualTo(422);
        var again = Jsoup.parse(refused.body());
        assertThat(again.select(".wrong").eachText())
                .containsExactly(
                        "Please choose a place from the list.",
                        "Please give three numbers from 2 to 24, each at least as large as the one before.");
        assertThat(again.expectFirst("#name").val()).isEqualTo("Tuesday Circle");
        assertThat(again.expectFirst("#smallest").val()).isEqualTo("13");

        var formed = convener.post("/networks/" + network + "/groups", wish(Map.of()));
        assertThat(formed.statusCode()).isBetween(302, 303);
        var seats = convener.page(path(formed.headers().firstValue("Location").orElseThrow()));
        assertThat(seats.select("main strong").text()).isEqualTo("Picked 0 of 12.");
    }

    /// Six can meet; eight is what the group means to be at least.
    @Test
    void withSixNamesThePeopleAreFoundAndItSaysHowManyItMeansToBe() {
        var convener = aConvener();
        var network = NetworkFixture.aNetworkOf(convener.person());
        var leaders = GroupFixture.aGroupIn(network, convener.person());
        convener.post("/networks/" + network + "/groups", wish(Map.of("name", "Lantern Group")));
        var group = path(convener.page("/networks/" + network + "/groups")
                .expectFirst("main a:containsOwn(Lantern Group)")
                .attr("href"));

        for (var number = 1; number <= 6; number++) {
            var begins = convener.page(group).expectFirst("section[aria-labelledby=begins]");
            assertThat(begins.select("li:contains(Find the people)").text())
                    .endsWith("the next aim is " + (number <= 3 ? 3 : 6) + " Still to do");
            convener.post(
                    group + "/seats",
                    Map.of(
                            "profile",
                            leaders.aLeader("Mill " + number, "Trade " + number).toString()));
        }

        assertThat(convener.page(group)
                        .select("section[aria-labelledby=begins] li:contains(Find the people)")
                        .text())
                .isEqualTo(
                        "Find the people: 6 so far, enough to begin and to meet; the group means to be at least 8 Done");
    }

    @Test
    void theListOfANetworkShowsAConvenerEveryGroupAndAMemberTheirOwn() {
        var convener = aConvener();
        var network = NetworkFixture.aNetworkOf(convener.person());
        var here = GroupFixture.aGroupIn(network, convener.person()).with(1);
        var member = Caller.stranger(peerage).takeUp(linkFor(here, here.aSeat("Beacon Mills")));
        convener.post("/networks/" + network + "/groups", wish(Map.of("name", "Second <Circle>")));

        assertThat(listed(convener, network, "")).containsExactly("Second <Circle>", "Tuesday Circle");
        assertThat(listed(convener, network, "?q=SECOND")).containsExactly("Second <Circle>");
        assertThat(listed(convener, network, "?q=%25")).isEmpty();
        assertThat(listed(member, network, "")).containsExactly("Tuesday Circle");
        assertThat(convener.get("/networks/" + network + "/groups?page=0").statusCode())
                .isEqualTo(404);
        assertThat(Caller.enrolled(peerage, "Odo Outside")
                        .get("/networks/" + network + "/groups")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoConvenesTakesGroupsAndSeatsAlongAndNobodyElseDoes() {
        var convener = aConvener();
        var network = NetworkFixture.aNetworkOf(convener.person());
        var here = GroupFixture.aGroupIn(network, convener.person()).with(1);
        var member = Caller.stranger(peerage).takeUp(linkFor(here, here.aSeat("Beacon Mills")));
        convener.post("/networks/" + network + "/groups", wish(Map.of("name", "=Second, Circle")));

        assertThat(convener.page("/networks/" + network + "/groups").select("#groups a[download]"))
                .hasSize(2);
        assertThat(member.page("/networks/" + network + "/groups").select("a[download]"))
                .isEmpty();
        var table = convener.get("/networks/" + network + "/groups.csv").body();
        assertThat(table)
                .startsWith("\uFEFFgroup,formed_at,")
                .contains("\"'=Second, Circle\",", "Beacon Mills,no,accepted,");
        var groups = JsonMapper.shared()
                .readTree(convener.get("/networks/" + network + "/groups.json").body())
                .path("groups");
        assertThat(groups).hasSize(2);
        assertThat(groups.path(0).path("name").asString()).isEqualTo("=Second, Circle");
        assertThat(groups.path(0).path("seats")).isEmpty();
        assertThat(groups.path(1).path("seats").valueStream())
                .anyMatch(seat -> seat.path("organisation").asString().equals("Beacon Mills")
                        && seat.path("state").asString().equals("accepted"));
        for (var ending : List.of("csv", "json")) {
            assertThat(member.get("/networks/" + network + "/groups." + ending).statusCode())
                    .isEqualTo(404);
        }
    }

    private static List<String> listed(Caller who, Object network, String query) {
        return who.page("/networks/" + network + "/groups" + query)
                .select("#groups td:first-child")
                .eachText();
    }

    @Test
    void toAnOutsiderNothingOfAGroupExists() {
        var here = GroupFixture.aGroup().with(2);
        here.open();
        var seat = seats(here, here.convener).filled().getFirst().id();
        var outsider = Caller.enrolled(peerage, "Olga Outside");
        var unknown = outsider.get("/groups/" + Ids.next());
        assertThat(unknown.statusCode()).isEqualTo(404);

        for (var path : List.of("", "/seats", "/charter", "/room")) {
            var answer = outsider.get("/groups/" + here.group + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Jsoup.parse(answer.body()).select("main").html())
                    .as(path)
                    .isEqualTo(Jsoup.parse(unknown.body()).select("main").html());
        }
        for (var path : List.of(
                "/seats",
                "/charter",
                "/seats/" + seat + "/link",
                "/seats/" + seat + "/revoke",
                "/seats/" + seat + "/chair",
                "/seats/" + seat + "/end")) {
            assertThat(outsider.post(
                                    "/groups/" + here.group + path,
                                    Map.of("profile", Ids.next().toString()))
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(outsider.post("/groups/" + here.group + "/charter/sign", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(outsider.get("/networks/" + here.network + "/groups/new").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPersonalLinkIsShownOnceAndLeadsIntoTheGroup() {
        var convener = aConvener();
        var network = NetworkFixture.aNetworkOf(convener.person());
        var here = GroupFixture.aGroupIn(network, convener.person());
        var seat = here.aSeat("Beacon Mills");
        here.appoint(seat);
        var path = "/groups/" + here.group + "/seats";

        var fragment = Jsoup.parse(convener.send(
                        "POST",
                        path + "/" + seat + "/link",
                        "application/x-www-form-urlencoded",
                        "",
                        Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true"))
                .body());
        assertThat(fragment.select("h1")).isEmpty();
        assertThat(fragment.select("li.card")).hasSize(1);
        var url = fragment.expectFirst("personal-link input").val();
        assertThat(url).startsWith(peerage.base() + "/join/").doesNotContain("#");
        assertThat(convener.get(path).body()).doesNotContain(url);
        assertThat(convener.page(path).select(".tag").eachText()).contains("Chair", "Invited");

        var chair = Caller.stranger(peerage).takeUp(url);
        var home = chair.page("/groups/" + here.group);
        assertThat(home.select("section.next h2").text()).isEqualTo("Settle the charter");
        assertThat(home.select("nav[aria-label='About this group'] a").eachText())
                .containsExactly(
                        "Dates",
                        "Hosts",
                        "Meetings",
                        "Commitments",
                        "Seats and links",
                        "Invitations",
                        "Room",
                        "Somebody lost their passkey",
                        "Who would suit this group",
                        "Roles",
                        "Charter");
        assertThat(home.select("nav.shelves p").eachText())
                .containsExactly("Meetings", "Between meetings", "Who sits here", "What we hold to");
        assertThat(convener.page("/groups/" + here.group)
                        .select("nav[aria-label='About this group'] a")
                        .eachText())
                .containsExactly(
                        "Seats and links",
                        "Invitations",
                        "Somebody lost their passkey",
                        "Who would suit this group",
                        "Roles",
                        "Charter");
        assertThat(convener.get("/groups/" + here.group + "/room").statusCode()).isEqualTo(404);
    }

    @Test
    void aMemberReadsTheDraftAndSignsOnlyAfterTheChair() {
        var here = GroupFixture.aGroup().with(1);
        var seat = here.aSeat("Beacon Mills");
        var member = Caller.stranger(peerage).takeUp(linkFor(here, seat));
        var path = "/groups/" + here.group + "/charter";

        assertThat(member.page(path).select("main form")).isEmpty();
        assertThat(member.post(path, Map.of("term.graceMinutes", "9")).statusCode())
                .isEqualTo(404);
        assertThat(member.post(path + "/sign", Map.of("version", "1")).statusCode())
                .isEqualTo(409);
        here.sign(here.chair());
        assertThat(member.page("/groups/" + here.group)
                        .select("section.next h2")
                        .text())
                .isEqualTo("Sign the charter");
        assertThat(member.post(path + "/sign", Map.of("version", "2")).statusCode())
                .isEqualTo(409);
        assertThat(member.post(path + "/sign", Map.of("version", "1")).statusCode())
                .isBetween(302, 303);
        assertThat(member.post(path + "/sign", Map.of("version", "1")).statusCode())
                .isBetween(302, 303);
        assertThat(member.page(path).select("tbody tr")).hasSize(2);
        assertThat(member.page("/groups/" + here.group)
                        .select("section.next h2")
                        .text())
                .isEqualTo("The room is about to open");
        assertThat(member.get("/groups/" + here.group + "/seats").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoOpeningOpensNothing() {
        var here = GroupFixture.aGroup();
        var seat = here.aSeat("Beacon Mills");
        here.appoint(seat);
        var chair = Caller.stranger(peerage).takeUp(linkFor(here, seat));
        var path = "/groups/" + here.group + "/room";
        var nothing = "{\"room\":\"" + "A".repeat(43) + "\",\"entries\":[],\"grants\":[]}";

        assertThat(chair.json("POST", path, nothing).body()).contains("unsigned");
        chair.post("/groups/" + here.group + "/charter/sign", Map.of("version", "1"));
        for (var body : List.of(
                nothing,
                "{}",
                "[]",
                "nonsense",
                "{\"room\":\"x\",\"entries\":[null,1],\"grants\":[null,{}]}",
                "{\"room\":null,\"entries\":null,\"grants\":null}")) {
            assertThat(chair.json("POST", path, body).statusCode()).as(body).isBetween(400, 422);
        }
        assertThat(chair.page("/groups/" + here.group).select("section.next h2").text())
                .isEqualTo("Open the room");
        assertThat(chair.get("/groups/not-a-group").statusCode()).isBetween(400, 404);
    }

    private Caller aConvener() {
        return Caller.enrolled(peerage, "Carla Convener", "networks.found", UUID.randomUUID());
    }

    private static String linkFor(GroupFixture here, UUID seat) {
        var id = new SeatId(seat);
        var inviter = seats(here, here.convener).find(id).orElseThrow().chair() ? here.convener : here.chair();
        return NetworkFixture.as(inviter, () -> SeatFixture.seating().invite(here.group, id))
                .url();
    }

    private static Map<String, String> wish(Map<String, String> changes) {
        var fields = new HashMap<>(Map.of(
                "name", "Tuesday Circle",
                "purpose", "We grow what we were given.",
                "zone", "Europe/Lisbon",
                "smallest", "8",
                "target", "12",
                "largest", "16"));
        fields.putAll(changes);
        return fields;
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
