package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A convener brings in a real roster and has groups composed of it, at a laptop and on a phone.
class ProposalJourneyTests {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final Path COMPANIES = Path.of("src/main/resources/demo/companies.csv");

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aConvenerComposesARealRoster() {
        try (var mara = Visitor.atALaptop("Mara Lindqvist", peerage.base())) {
            mara.enrol(peerage.foundingLink()).sees("Found a network");
            mara.fill("Name", "Harbour Circle").fill("Time zone", "Europe/London");
            mara.page().getByLabel("I am one of them").uncheck();
            mara.press("Found the network").follow("Import a roster");
            mara.page().getByLabel("Roster as a CSV file").setInputFiles(COMPANIES);
            mara.press("Look at the columns")
                    .press("Try it without storing anything")
                    .press("Import 4,021 rows")
                    .sees("4,021 new leaders");
            mara.follow("Harbour Circle").follow("Open the directory");
            mara.fill("Search by name, organisation, industry, tag or place", "zerocater")
                    .follow("Chief executive of Zerocater")
                    .sees("Would like to sit with");
            mara.fill("Somebody to sit with", "the").press("Keep this wish").sees("may mean several people");
            mara.looksRight(PICTURES, "companions-wrong");
            mara.fill("Somebody to sit with", "NimbleRx")
                    .press("Keep this wish")
                    .sees("Take back");
            mara.looksRight(PICTURES, "companions");
            mara.follow("Harbour Circle").follow("Compose groups").sees("Nothing has been searched for yet");
            mara.looksRight(PICTURES, "compose-empty");

            mara.follow("Wishes about pairs").sees("There are none yet");
            mara.fill("One person", "CircuitHub").fill("The other person", "Gusto");
            mara.press("Keep this wish").sees("Chief executive of CircuitHub");
            mara.looksRight(PICTURES, "compose-wishes");
            mara.follow("Compose groups").follow("Look for groups").sees("4,021 people would make about 335 groups");
            mara.looksRight(PICTURES, "compose-new");
            mara.page().getByLabel("With these words").pressSequentially("robotics zzz");
            mara.sees("Nobody is left to seat with this choice");
            mara.fill("With these words", "").sees("4,021 people would make about 335 groups");
            byHand(mara);
            mara.page().getByRole(AriaRole.BUTTON, named("Wide")).click();
            PlaywrightAssertions.assertThat(mara.page().getByLabel("Different industries"))
                    .hasValue("30");
            PlaywrightAssertions.assertThat(mara.page().locator("output[for=weight-industry]"))
                    .hasText("above all");
            mara.press("See who competes among these people").sees("Among 4,020 people there are");
            mara.looksRight(PICTURES, "compose-competitors");
            mara.follow("Look for groups").sees("4,020 people would make about 335 groups");
            mara.fill("At least", "20").press("Look for groups").sees("Three whole numbers from 2 to 24");
            PlaywrightAssertions.assertThat(mara.page().getByLabel("Different industries"))
                    .hasValue("30");
            mara.looksRight(PICTURES, "compose-wrong");

            mara.fill("At least", "8")
                    .fill("Seconds", "600")
                    .press("Look for groups")
                    .sees("The best so far");
            PlaywrightAssertions.assertThat(mara.page().locator("dl.numbers")).containsText("of 100");
            mara.looksRight(PICTURES, "compose-running");
            mara.press("Stop now and take the best so far");
            PlaywrightAssertions.assertThat(mara.heading("Groups were found")).isVisible();
            mara.sees("groups for");
            mara.page().getByText("One person left out by hand").click();
            mara.sees("Chief executive of Gusto");
            mara.looksRight(PICTURES, "compose-done");
            mara.follow("Compose groups").sees("Done");
            mara.looksRight(PICTURES, "compose-list");
            assertThat(mara.complaints().stream().filter(text -> !text.contains("422")))
                    .isEmpty();
        }
    }

    /// Of thousands, a few at a time: one left out, another too, and that one put back, by keyboard.
    private void byHand(Visitor mara) {
        var page = mara.page();
        page.getByText("Choose people one by one").click();
        mara.sees("1 to 10 of 4,021");
        // The second is pressed before the first is answered.
        page.evaluate("[...document.querySelectorAll('#singles [name=leave]')].slice(0, 2).forEach(b => b.click())");
        mara.sees("Left out by hand: 2").sees("4,019 people would make");
        page.evaluate("document.querySelectorAll('#singles .chosen + .picks button').forEach(b => b.click())");
        mara.sees("4,021 people would make");
        page.getByLabel("Somebody to leave out or to add").fill("gusto");
        one(page, "Gusto").focus();
        page.keyboard().press("Enter");
        mara.sees("Left out by hand: 1").sees("4,020 people would make about 335 groups");
        PlaywrightAssertions.assertThat(page.locator("button:focus")).containsText("Put back");
        page.getByLabel("Somebody to leave out or to add").fill("circuithub");
        one(page, "CircuitHub").click();
        mara.sees("Left out by hand: 2").sees("4,019 people would make");
        mara.looksRight(PICTURES, "compose-by-hand");
        one(page, "CircuitHub").click();
        mara.sees("Left out by hand: 1").sees("4,020 people would make about 335 groups");
    }

    private static Locator one(Page page, String organisation) {
        return page.locator("#singles .picks")
                .first()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Chief executive of " + organisation))
                .getByRole(AriaRole.BUTTON);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
