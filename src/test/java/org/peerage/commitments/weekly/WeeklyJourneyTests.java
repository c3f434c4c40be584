package org.peerage.commitments.weekly;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// Somebody writes two lines at their phone, the witness reads them, and a third who holds the room's key cannot.
class WeeklyJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void twoLinesReachTheWitnessAndNobodyElse() {
        var base = RunningPeerage.shared().base();
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var list = "/groups/" + here.group + "/commitments";
        try (var theo = Visitor.atAPhone("Theo Brannigan", base);
                var noor = Visitor.atALaptop("Noor Whitcombe", base);
                var mara = Visitor.atALaptop("Mara Lindqvist", base)) {
            here.seat(theo);
            here.seat(noor);
            here.seat(mara);
            theo.goTo(list).opensTheRoom();
            theo.page().locator("form[data-kind=commitment] textarea").fill("Call the harbour master");
            theo.page()
                    .getByLabel("Who follows up with me?")
                    .selectOption(new SelectOption().setLabel("Noor Whitcombe"));
            theo.page()
                    .getByText("Commit to it", new Page.GetByTextOptions().setExact(true))
                    .click();
            theo.page().getByText("Two lines for Noor Whitcombe, this week").click();
            theo.fill("Where it stands", "He has called back once.");
            theo.fill("What is in the way", "I let it ring.");
            theo.looksRight(PICTURES, "two-lines");
            theo.press("Send to Noor Whitcombe").sees("He has called back once.");

            noor.goTo("/").sees("Two lines to read");
            noor.goTo(list).opensTheRoom().sees("He has called back once.").sees("I let it ring.");
            noor.press("I have read it");
            assertThat(noor.page().getByText("I have read it")).hasCount(0);
            theo.goTo(list).opensTheRoom();
            assertThat(theo.page().locator("[id$=-latest] .tag")).hasText("Read");

            mara.goTo(list).opensTheRoom().sees("Call the harbour master");
            assertThat(mara.page().locator("main")).not().containsText("He has called back once.");
            assertThat(mara.page().locator("sealed-text[data-place-kind=commitment-week]"))
                    .hasCount(0);
            assertThat(theo.complaints()).isEmpty();
            assertThat(noor.complaints()).isEmpty();
            assertThat(mara.complaints()).isEmpty();
        }
    }
}
