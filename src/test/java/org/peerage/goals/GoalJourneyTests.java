package org.peerage.goals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// Somebody says at their phone what they want to reach, thinks again, and reaches it; the group reads along.
class GoalJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void aGoalIsSetChangedAndReached() {
        var base = RunningPeerage.shared().base();
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var home = "/groups/" + here.group;
        try (var theo = Visitor.atAPhone("Theo Brannigan", base);
                var noor = Visitor.atALaptop("Noor Whitcombe", base)) {
            here.seat(theo);
            here.seat(noor);
            theo.goTo(home).follow("Goals").opensTheRoom().sees("You have not said yet");
            theo.fill("The goal", "Two evenings a week at home.");
            theo.page().getByLabel("What kind of goal it is").first().selectOption("Family and partnership");
            theo.fill("What stands in the way", "Nobody else closes the books.");
            theo.press("Tell the group").sees("Two evenings a week at home.");
            theo.page().getByText("Change it").click();
            var goal = theo.page().locator("[id^=goal-form][id$='-1'] textarea").first();
            assertThat(goal).hasValue("Two evenings a week at home.");
            goal.fill("Three evenings a week at home.");
            theo.press("Save the change");
            assertThat(theo.page().locator(".said").first()).containsText("Three evenings a week at home.");
            theo.press("I am off course").sees("off course");
            theo.looksRight(PICTURES, "goals");

            noor.goTo(home + "/goals")
                    .opensTheRoom()
                    .sees("Three evenings a week at home.")
                    .sees("off course");
            noor.page().getByText("Why, how far, and what stands in the way").click();
            noor.sees("Nobody else closes the books.");
            assertThat(noor.page().locator("sealed-text[data-part=kind]").first())
                    .hasText("Family and partnership");
            assertThat(theo.sent()).as("a kind is sealed with its goal").noneMatch(one -> one.contains("partnership"));
            onlyWhoSaidSomethingIsNamedByIt(noor);

            theo.page().getByText("I have reached it").click();
            theo.fill("What has changed by it?", "The boys ask again.");
            theo.page().locator("form[action$='/reached'] button").click();
            theo.page().getByText("One goal that has ended").click();
            theo.sees("The boys ask again.");
            noor.goTo(home)
                    .page()
                    .locator("main a[href*='/members/']")
                    .getByText("Theo Brannigan")
                    .click();
            noor.opensTheRoom().sees("reached").sees("The boys ask again.");
            assertThat(theo.complaints()).isEmpty();
            assertThat(noor.complaints()).isEmpty();
        }
    }

    /// The server names Theo wrongly, and his words set it right; the chair, who has said nothing, is who she was.
    private static void onlyWhoSaidSomethingIsNamedByIt(Visitor reader) {
        reader.page().evaluate("""
                () => {
                  const theo = document.querySelector('[aria-labelledby=others] ul.cards').previousElementSibling.firstElementChild;
                  theo.textContent = theo.dataset.saidBy = 'Tom Brannigan';
                  delete theo.dataset.signed;
                  document.dispatchEvent(new CustomEvent('htmx:after:swap'));
                }""");
        reader.sees("elsewhere called Tom Brannigan");
        assertThat(reader.page().locator("[data-signed]")).hasCount(1);
    }
}
