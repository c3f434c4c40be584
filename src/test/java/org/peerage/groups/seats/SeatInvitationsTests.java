package org.peerage.groups.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;

/// What an invitation says, to whom, and how it reaches them without a mail server.
class SeatInvitationsTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void whoHoldsALinkReadsWhoInvitesToWhatAsWhatAndWhatIsAsked() {
        var convener = Caller.enrolled(peerage, "Carla Adair");
        NetworkFixture.acceptFoundingLink(convener.person());
        var network = NetworkFixture.aNetworkOf(convener.person());
        var here = GroupFixture.aGroupIn(network, convener.person());
        var seat = here.aSeat("Beacon Mills");
        here.appoint(seat);
        convener.post("/groups/" + here.group + "/invitations", Map.of());
        var url = linkOf(here, seat);

        var read = Jsoup.parse(Caller.stranger(peerage).get(url).body());
        assertThat(read.select("h1").text()).isEqualTo("Carla Adair invites you to Tuesday Circle");
        assertThat(read.text())
                .contains("As its chair", "We grow what we were given.", "11 times a year for 4 hours, in person")
                .contains("at most 2 meetings missed", "about 15 minutes", "say so to whoever invited you");

        as(convener.person(), () -> {
            PEERAGE.bean(Seating.class).revoke(here.group, seatId(here));
            return seat;
        });
        assertThat(Caller.stranger(peerage).get(url).body()).doesNotContain("Tuesday Circle");
    }

    @Test
    void everybodyGetsALinkAndATextAtOnceAndNobodyTwice() {
        var here = GroupFixture.aGroup().with(1);
        here.aSeat("Beacon Mills");
        here.aSeat("Harbour Works");
        var chair = Pages.seenBy(here.chair());
        var before = chair.get("/groups/" + here.group + "/invitations").page();
        assertThat(before.select("personal-link")).isEmpty();
        assertThat(before.text()).contains("What they will read", "You learn their names once you have taken yours");

        var made =
                chair.ask("POST", "/groups/" + here.group + "/invitations", "").page();
        assertThat(texts(made))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("I would like you to be one of Tuesday Circle. We grow what we were given.")
                        .contains("11 times a year")
                        .contains(SeatRow.LINK));
        assertThat(chair.ask("POST", "/groups/" + here.group + "/invitations", "")
                        .page()
                        .select("personal-link"))
                .isEmpty();
    }

    @Test
    void anAddressIsForTheConvenerAlone() {
        var here = GroupFixture.aGroup().with(1);
        var convener = Pages.seenBy(here.convener);
        convener.post("/networks/" + here.network + "/people", "people", "Ana Sousa, ana@example.org");
        var ana = as(
                        here.convener,
                        () -> PEERAGE.bean(org.peerage.networks.directory.Directory.class)
                                .search(here.network, "Ana", 1))
                .getFirst();
        convener.post("/groups/" + here.group + "/seats", "profile", ana.id().toString());
        var byTheChair = Pages.seenBy(here.chair()).ask("POST", "/groups/" + here.group + "/invitations", "");
        assertThat(texts(byTheChair.page())).singleElement().asString().startsWith("Ana Sousa,");
        assertThat(byTheChair.body()).doesNotContain("ana@example.org");
    }

    private static List<String> texts(Document page) {
        return page.select("[data-message]").eachAttr("data-text");
    }

    private static SeatId seatId(GroupFixture here) {
        return SeatFixture.seats(here, here.convener).filled().getFirst().id();
    }

    private static String linkOf(GroupFixture here, java.util.UUID seat) {
        return as(
                        here.convener,
                        () -> PEERAGE.bean(SeatInvitations.class).invite(here.group, new SeatId(seat), "Carla Adair"))
                .url()
                .replaceFirst("^https?://[^/]+", "");
    }
}
