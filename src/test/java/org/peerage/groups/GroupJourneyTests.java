package org.peerage.groups;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.identity.PersonalLinks;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From an empty network to people in a sealed room, as a convener, a chair and two members do it.
class GroupJourneyTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final List<String> findings = new ArrayList<>();

    @Test
    void aConvenerFormsAGroupAndItsChairLetsTheMembersIn() {
        try (var convener = Visitor.atALaptop("Carla Convener", peerage.base());
                var chair = Visitor.atALaptop("Mara Chair", peerage.base());
                var member = Visitor.atAPhone("Ben Member", peerage.base());
                var other = Visitor.atALaptop("Noor Other", peerage.base())) {
            var network = aNetworkConvenedBy(convener);
            aLeader(network, convener, "Beacon Mills", "Paper");
            aLeader(network, convener, "Harbour Works", "Paper");
            aLeader(network, convener, "Field and Oven", "Bread");

            convener.goTo("/networks/" + network + "/groups/new");
            look(convener);
            convener.fill("Name", "Tuesday Circle").fill("Purpose", "We grow what we were given.");
            convener.fill("At least", "3").press("Form the group").sees("Seats of Tuesday Circle");
            convener.sees("Picked 3 of 12.").sees("It is not known whether Beacon Mills and Harbour Works compete");
            look(convener);
            card(convener, "Beacon Mills").getByText("Make chair").click();
            card(convener, "Beacon Mills").getByText("Make a personal link").click();
            var chairLink = link(convener);
            look(convener);

            chair.enrol(chairLink).sees("Settle the charter");
            assertThat(chair.page().url()).contains("/groups/");
            var home = chair.page().url();
            look(chair);
            chair.follow("Read the charter").sees("Nothing leaves the room");
            look(chair);
            chair.fill("Minutes of grace", "ninety")
                    .press("Keep the changes")
                    .sees("Please give a number from 0 to 30.");
            assertThat(chair.page().getByLabel("Minutes of grace")).hasValue("ninety");
            chair.fill("Minutes of grace", "3").press("Keep the changes").sees("More than 3 min late");
            chair.press("Sign the charter").sees("Open the room");
            chair.follow("To the room").press("Open the room").sees("Opened the room");
            look(chair);

            var memberLink = aMemberLink(chair, home, "Harbour Works");
            var secret = memberLink.substring(memberLink.lastIndexOf('.') + 1);
            var otherLink = aMemberLink(chair, home, "Field and Oven").replaceFirst("#.*", "");

            member.enrol(memberLink).sees("Sign the charter");
            look(member);
            member.follow("Read and sign").press("Sign the charter").sees("this is the room that it is for");
            look(member);
            member.press("Ask to be let in").sees("You are at the door");

            other.enrol(otherLink).follow("Read and sign").press("Sign the charter");
            other.sees("You came without").press("Ask to be let in").sees("You are at the door");

            chair.goTo(home).sees("Somebody is at the door").follow("Look at the door");
            chair.sees("It is the person you gave the link to").sees("without your link to this room");
            chair.page().getByLabel("Let in Noor Other").check();
            look(chair);
            chair.press("Let in").sees("Let in by personal link");
            chair.page().locator("[data-unchecked]:visible").waitFor();
            look(chair);

            member.goTo(home).sees("Look for conflicts of interest");
            member.goTo(home + "/room").sees("Let in by personal link");
            look(member);
            convener.goTo(home).sees("The chair goes on from here");
            look(convener);
            assertThat(convener.page().request().get(home + "/room").status()).isEqualTo(404);

            chair.goTo(home + "/room").sees("Let in without a check");
            card(chair, "Noor Other").locator("summary").click();
            chair.press("Remove Noor Other now");
            card(chair, "Noor Other")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            assertThat(other.page().request().get(home).status()).isEqualTo(404);

            member.goTo(home + "/room").press("Open with my passkey").sees("The room is open on this device");
            card(member, "Ben Member").locator("summary").click();
            member.press("Leave now").page().waitForURL(peerage.base() + "/");
            assertThat(member.page().request().get(home).status()).isEqualTo(404);
            convener.goTo(home).sees("Tuesday Circle");
            assertThat(convener.page().locator("main")).not().containsText("Ben Member");

            for (var visitor : List.of(convener, chair, member, other)) {
                assertThat(visitor.sent())
                        .as("requests of " + visitor.name())
                        .noneMatch(request -> request.contains(secret));
            }
            for (var visitor : List.of(convener, chair, member)) {
                assertThat(visitor.complaints().stream()
                                .filter(line -> !line.contains("404") && !line.contains("422"))
                                .toList())
                        .as("complaints of " + visitor.name())
                        .isEmpty();
            }
            assertThat(findings).isEmpty();
        }
    }

    private String aMemberLink(Visitor chair, String home, String organisation) {
        chair.goTo(home + "/seats");
        card(chair, organisation).getByText("Make a personal link").click();
        chair.sees("Ready. Its second half");
        var link = link(chair);
        assertThat(link)
                .containsPattern(Pattern.compile("/join/[^#]+#[0-9a-f-]{36}\\.[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{22}$"));
        look(chair);
        return link;
    }

    private static String link(Visitor visitor) {
        var field = visitor.page().getByLabel("Personal link");
        field.waitFor();
        return field.inputValue();
    }

    private static com.microsoft.playwright.Locator card(Visitor visitor, String name) {
        return visitor.page()
                .locator("li.card")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name));
    }

    private void look(Visitor visitor) {
        visitor.accessibilityFindings()
                .forEach(finding ->
                        findings.add(visitor.name() + " at " + visitor.page().url() + ": " + finding));
        var wide = (Boolean)
                visitor.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            findings.add(visitor.name() + " at " + visitor.page().url() + ": scrolls sideways");
        }
    }

    private NetworkId aNetworkConvenedBy(Visitor convener) {
        var link = Acting.asProgram(
                "sign-in", () -> peerage.bean(PersonalLinks.class).issue("networks.found", Ids.next(), "", "/keys"));
        convener.enrol(link.url());
        return NetworkFixture.aNetworkOf(convener.person());
    }

    private void aLeader(NetworkId network, Visitor convener, String organisation, String trade) {
        as(
                convener.person(),
                () -> peerage.bean(JdbcClient.class)
                        .sql("""
                        insert into networks.profile (id, network_id, organisation, subindustry, sought, changed_at)
                        values (:id, :network, :organisation, :trade, lower(:organisation), now())
                        """)
                        .param("id", Ids.next())
                        .param("network", network.value())
                        .param("organisation", organisation)
                        .param("trade", trade)
                        .update());
    }
}
