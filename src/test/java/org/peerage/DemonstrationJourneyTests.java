package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The demonstration as a newcomer meets it, and what becomes of a meeting when the program is killed in its middle.
class DemonstrationJourneyTests {

    @Test
    void aMeetingOutlivesTheKillingOfTheProgram() throws IOException, InterruptedException {
        try (var demonstration = RunningDemonstration.start()) {
            meet(demonstration);
            assertThat(demonstration.stop()).isTrue();
            assertThat(demonstration.saidWithoutDemo()).contains("This folder holds a demonstration");
        }
    }

    private static void meet(RunningDemonstration demonstration) throws IOException, InterruptedException {
        try (var chair = Visitor.atALaptop("Mara Lindqvist", demonstration.base());
                var member = Visitor.atAPhone("Theo Brannigan", demonstration.base())) {
            chair.goTo("/demo");
            assertThat(chair.accessibilityFindings()).isEmpty();
            enter(chair);
            enter(member);
            var group = URI.create(chair.page().url()).getPath();
            chair.goTo(group + "/meetings");
            var coming = chair.page()
                    .locator("main a[href$='/prepare']")
                    .first()
                    .getAttribute("href")
                    .replace("/prepare", "/live");
            for (var visitor : List.of(chair, member)) {
                visitor.goTo(coming).press("I am here").sees("You are here");
            }
            chair.press("Start the meeting").sees("Item 1 of 12");
            member.sees("Item 1 of 12");
            chair.press("Next item").sees("Item 2 of 12");
            member.press("I agree").sees("Item 2 of 12");

            demonstration.killAndStart();
            chair.sees("Item 2 of 12").press("Next item").sees("Item 3 of 12");
            member.sees("Item 3 of 12")
                    .sees("Drive to the depot")
                    .page()
                    .locator("room-lock")
                    .waitFor();
        }
    }

    private static void enter(Visitor visitor) {
        visitor.goTo("/demo").press("Enter as " + visitor.name());
        visitor.page().waitForURL(url -> url.contains("/groups/"));
        visitor.sees("Lantern Group");
    }
}
