package org.peerage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.peerage.kills.Nodes;

/// Two programs on one PostgreSQL that neither of them owns, and two people of one meeting, each at another of them
/// (issue 9: pages catch up in five seconds).
class TwoNodesJourneyTests {

    private static final double FIVE_SECONDS = 5_000;

    @Test
    void aMeetingGoesOnWhereOneOfTwoNodesIsKilled() throws IOException, InterruptedException {
        try (var demonstration = RunningDemonstration.startAnew()) {
            assertThat(demonstration.stop()).isTrue();
            try (var nodes = new Nodes(demonstration.home(), demonstration.base(), 2, "--demo")) {
                nodes.untilReady();
                meet(demonstration.base(), nodes);
            }
        }
    }

    private static void meet(URI base, Nodes nodes) throws InterruptedException {
        try (var relay = new Relay(nodes.address(1));
                var chair = Visitor.atALaptop("Mara Lindqvist", base);
                var member = Visitor.of(
                        "Theo Brannigan",
                        base,
                        phone -> phone.setViewportSize(375, 740).setProxy(new Proxy(relay.address())))) {
            enter(chair);
            enter(member);
            var coming = coming(chair);
            for (var visitor : new Visitor[] {chair, member}) {
                visitor.goTo(coming).arrives();
            }
            chair.press("Start the meeting").sees("Item 1 of 12");
            soon(member, "Item 1 of 12");

            nodes.kill(1);
            relay.leadsTo(nodes.address(0));
            chair.press("Next item").sees("Item 2 of 12");
            soon(member, "Item 2 of 12");
            member.press("I agree");
            soon(chair, "agreed at");
        }
    }

    private static void soon(Visitor visitor, String text) {
        assertThat(visitor.page().getByText(text).first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(FIVE_SECONDS));
    }

    private static void enter(Visitor visitor) {
        visitor.goTo("/demo").press("Enter as " + visitor.name());
        visitor.page().waitForURL(url -> url.contains("/groups/"));
    }

    private static String coming(Visitor visitor) {
        visitor.goTo(URI.create(visitor.page().url()).getPath() + "/meetings");
        return visitor.page()
                .locator("main a[href$='/prepare']")
                .first()
                .getAttribute("href")
                .replace("/prepare", "/live");
    }
}
