package org.peerage.parkinglot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// The words of an obstacle are opened in the page and become an issue, which another reads with the goal beside it.
class GoalObstacleJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void anObstacleBecomesAnIssue() {
        var base = RunningPeerage.shared().base();
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var goals = here.group.address() + "/goals";
        try (var theo = Visitor.atAPhone("Theo Brannigan", base);
                var noor = Visitor.atALaptop("Noor Whitcombe", base)) {
            here.seat(theo);
            here.seat(noor);
            theo.goTo(goals).opensTheRoom().sees("You have not said yet");
            theo.fill("The goal", "Two evenings a week at home.");
            theo.fill("What stands in the way", "Nobody else closes the books.");
            theo.press("Tell the group").sees("Two evenings a week at home.");
            theo.page().getByText("Bring what stands in the way to the group").click();
            theo.opensTheRoom().sees("Two evenings a week at home.");
            var field = theo.page().locator("form[data-kind=issue] textarea").first();
            assertThat(field).hasValue("Nobody else closes the books.");
            field.fill("Who else could close the books?");
            theo.looksRight(PICTURES, "obstacle");
            theo.press("Put it here").sees("Who else could close the books?");

            noor.goTo(goals).opensTheRoom().sees("Who else could close the books?");
            noor.looksRight(PICTURES, "goal-and-issue");
            noor.page().locator("a[href*='/issues/']").click();
            noor.opensTheRoom().sees("Who else could close the books?").sees("Two evenings a week at home.");
            assertThat(theo.complaints()).isEmpty();
            assertThat(noor.complaints()).isEmpty();
        }
    }
}
