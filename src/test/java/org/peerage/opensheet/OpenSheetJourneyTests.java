package org.peerage.opensheet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// Somebody without an account reads a group's sheet, finds out alone whether it is for them, and asks to talk.
class OpenSheetJourneyTests {

    private static final Path PICTURES = Path.of("target/pictures/opensheet");

    @Test
    void theTestOfFitStaysInThePageAndAskingReachesTheChair() {
        var peerage = RunningPeerage.shared();
        var here = GroupFixture.aGroup().with(4).inAnOpenRoom();
        var settings = "/groups/" + here.group + "/open-sheet";
        Pages.seenBy(here.chair()).post(settings, "listed", "true");
        var address = Pages.seenBy(here.chair())
                .get(settings)
                .page()
                .expectFirst("main a[href^=/open/]")
                .attr("href");
        try (var wren = Visitor.of("Wren Halloway", peerage.base(), options -> options)) {
            wren.goTo("/open/networks/" + here.network).follow("Tuesday Circle");
            assertThat(wren.page().locator("[data-result=open]")).isVisible();
            wren.looksRight(PICTURES, "sheet");
            var before = wren.sent().size();
            var questions = wren.page().locator("fit-test fieldset");
            for (var question = 0; question < questions.count(); question++) {
                questions
                        .nth(question)
                        .getByLabel("Yes", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true))
                        .check();
            }
            assertThat(wren.page().locator("[data-result=fits]")).isVisible();
            questions
                    .last()
                    .getByLabel("No", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true))
                    .check();
            assertThat(wren.page().locator("[data-result=against]")).isVisible();
            assertThat(wren.page().getByText("Without this there is no group.")).isVisible();
            assertThat(wren.sent()).as("nothing was sent").hasSize(before);
            wren.fill("Your name", "Wren Halloway")
                    .fill("How can you be reached?", "wren@example.org")
                    .fill("In your own words", "I have nobody to ask.")
                    .press("Ask to talk");
            assertThat(wren.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you")))
                    .isVisible();
            assertThat(wren.sent().stream().filter(sent -> sent.contains("fit-")))
                    .as("no answer went with it")
                    .isEmpty();
            assertThat(wren.page().url()).contains(address + "/asked");
            assertThat(wren.complaints()).isEmpty();
        }
        assertThat(Pages.seenBy(here.chair())
                        .get("/groups/" + here.group + "/prospects")
                        .page()
                        .text())
                .contains("Wren Halloway");
    }
}
