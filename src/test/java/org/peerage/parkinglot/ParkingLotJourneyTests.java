package org.peerage.parkinglot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.scheduling.Dates;

/// Somebody puts an issue into the parking lot at their phone; another hears of it again; it is prepared in its turn.
class ParkingLotJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    @Test
    void anIssueWaitsIsMentionedAgainAndIsPrepared() {
        var base = RunningPeerage.shared().base();
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusDays(3);
        as(here.chair(), () -> RunningPeerage.shared().bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        var home = "/groups/" + here.group;
        try (var theo = Visitor.atAPhone("Theo Brannigan", base);
                var noor = Visitor.atALaptop("Noor Whitcombe", base)) {
            here.seat(theo);
            here.seat(noor);
            theo.goTo(home).follow("Parking lot").opensTheRoom().sees("Nothing waits.");
            park(theo, "Do I sell the second depot?", "8");
            park(theo, "The depot again.", "3");
            var waiting = theo.page().locator("li[id^=parked-]");
            assertThat(waiting).hasCount(2);
            assertThat(waiting.first()).containsText("Do I sell the second depot?");
            assertThat(waiting.first()).containsText("8 × 5 × 1 = 40 points");
            theo.looksRight(PICTURES, "parking-lot");

            noor.goTo(home + "/parking-lot").opensTheRoom().sees("Do I sell the second depot?");
            var seen = noor.page().locator("li[id^=parked-]").first();
            seen.getByText("It came up again today").click();
            assertThat(seen.getByText("It did not come up today")).isVisible();
            seen.getByText("I would like us to work on it").click();
            assertThat(seen).containsText("one would like to work on it");
            noor.looksRight(PICTURES, "parking-lot-of-others");

            waiting.last().getByText("Weigh it anew").click();
            waiting.last().getByLabel("Do I sell the second depot?").check();
            waiting.last().getByText("Put them together").click();
            assertThat(waiting).hasCount(1);
            assertThat(waiting).containsText("Put together with it");
            assertThat(waiting).containsText("one would like to work on it");

            waiting.getByText("Prepare it for the next meeting").click();
            theo.opensTheRoom();
            assertThat(theo.page()
                            .locator("form[data-kind=issue] input:not([type])")
                            .first())
                    .hasValue("Do I sell the second depot?");
            theo.fill("The facts that matter", "Two depots, one of them empty half the week.");
            theo.page().locator("form[data-kind=issue] button").click();
            theo.sees("Shared with your group");
            assertThat(theo.complaints()).isEmpty();
            assertThat(noor.complaints()).isEmpty();
        }
    }

    private static void park(Visitor visitor, String title, String importance) {
        var form = visitor.page().locator("details[id^=park-]");
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        visitor.fill("What is it about?", title);
        visitor.fill("How important, 1 to 10", importance);
        visitor.press("Put it here");
        visitor.page().locator("li[id^=parked-] .said").getByText(title).waitFor();
    }
}
