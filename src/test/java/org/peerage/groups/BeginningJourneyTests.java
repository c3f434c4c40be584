package org.peerage.groups;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.Pace;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;

/// One person with six names in her head, no list and no mail server: from a link on the console to six invited people,
/// a signed charter and a first meeting with its agenda, the roles shared out. Every click and every field that she
/// fills in is counted, and what a calm person would need for it and for reading every page ([Pace], `S4.19`).
class BeginningJourneyTests {

    private static final Path PICTURES = Path.of("target/pictures");

    /// Enrolling takes five acts: a name, a passkey, two of the ten words, and the last button.
    private static final int ENROLLING = 5;

    private static final int SIGNS_OF_ENROLLING = 30;
    private static final int WORDS_OF_ENROLLING = 300;

    private static final int MOST_ACTS = 45;
    private static final Duration MOST_TIME = Duration.ofMinutes(30);

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Pace pace = new Pace();

    @Test
    void sixNamesInTheHeadBecomeSixInvitedPeopleASignedCharterAndAFirstMeeting() throws IOException {
        try (var ada = Visitor.atALaptop("Ada Thornbury", peerage.base());
                var ben = Visitor.atAPhone("Ben Oakley", peerage.base())) {
            ada.enrol(peerage.foundingLink()).sees("Found a network");
            pace.also(ENROLLING, SIGNS_OF_ENROLLING, WORDS_OF_ENROLLING);
            fill(ada, "Name", "Harbour Circle");
            fill(ada, "Purpose", "Leaders who tell each other the truth.");
            press(ada, "Found the network");
            ada.sees("Next: the people").sees("One leader; one has taken their seat.");
            follow(ada, "Add people");
            fill(ada, "People, one on each line", """
                    Ben Oakley, ben@example.org, Oakley Freight
                    Noor Aziz <noor@example.org>
                    Otto Brandt
                    Wren Hale; wren@example.org
                    Mina Sato, mina@example.org, Sato Ceramics, Managing director
                    Luc Moreau
                    """);
            ada.looksRight(PICTURES, "beginning-people");
            press(ada, "Add them");
            ada.sees("Mina Sato").sees("You stand in the directory as Ada Thornbury");
            follow(ada, "Form a group");
            fill(ada, "Name", "Lantern Group");
            fill(ada, "Purpose", "We bring what keeps us awake, and do what we said.");
            ada.looksRight(PICTURES, "beginning-group");
            press(ada, "Form the group");
            ada.sees("Settle the charter")
                    .sees("Find the people: 7 so far, enough to begin and to meet; the group means to be at least 8");
            // No room is made yet: none can be open.
            ada.sees("Your keys are open on this device.");
            var group = ada.page().url().replaceFirst("^https?://[^/]+", "");
            ada.looksRight(PICTURES, "beginning-first");

            follow(ada, "Read the charter");
            fill(ada, "Minutes of grace", "3");
            ada.looksRight(PICTURES, "beginning-charter");
            press(ada, "Sign the charter");
            follow(ada, "To the room");
            ada.sees("Your keys are open on this device.");
            press(ada, "Open the room");
            ada.sees("Opened the room").sees("The room is open on this device.");
            follow(ada, "Back to Lantern Group");
            follow(ada, "Dates");
            var day = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(20);
            exactly(ada, "Day", day.toString());
            fill(ada, "Start, by the clock", "18:00");
            press(ada, "Set and invite");
            ada.page().locator("li.card[id^=date-]").first().waitFor();
            pace.acts(ada);
            ada.goTo(group).sees("Look at your first three agendas");
            follow(ada, "To the three agendas");
            ada.looksRight(PICTURES, "beginning-agendas");
            press(ada, "Take these three agendas");
            ada.sees("Approved");
            pace.acts(ada);
            ada.goTo(group);
            follow(ada, "Share out the roles");
            ada.sees("This is a draft");
            ada.looksRight(PICTURES, "beginning-roles");
            press(ada, "Let these roles stand");
            ada.sees("Keep the changes");
            follow(ada, "Back to Lantern Group");
            follow(ada, "Invite them");
            ada.looksRight(PICTURES, "beginning-invitations");
            press(ada, "Make all links");
            var links = ada.page().locator("personal-link");
            assertThat(links).hasCount(6);
            var ready = ada.page().locator("personal-link input");
            for (var number = 0; number < 6; number++) {
                assertThat(ready.nth(number)).hasValue(Pattern.compile(".*#.*"));
                pace.acts(ada);
                links.nth(number).getByText("Copy the text").click();
            }
            ada.looksRight(PICTURES, "beginning-links");
            var bens = ada.page()
                    .locator("li.card")
                    .filter(new Locator.FilterOptions().setHasText("Oakley Freight"))
                    .locator("personal-link");
            assertThat(bens.locator("[data-message]"))
                    .hasValue(Pattern.compile(
                            "Ben Oakley,.*one of Lantern Group\\..*The next meeting is on .*18:00.*Ada Thornbury",
                            Pattern.DOTALL));
            assertThat(bens.locator("[data-mail]")).hasAttribute("href", Pattern.compile("mailto:ben.*Lantern"));

            ben.goTo(bens.locator("input").inputValue());
            ben.sees("Ada Thornbury invites you to Lantern Group").sees("As a member, equal to all others.");
            ben.looksRight(PICTURES, "beginning-sheet");
            ben.enrol(bens.locator("input").inputValue())
                    .follow("Read and sign")
                    .press("Sign the charter")
                    .press("Ask to be let in")
                    .sees("You are at the door");
            ada.goTo(group + "/room").sees("It is the person you gave the link to");
            ada.press("Let in").sees("Let in by personal link");
            ben.goTo(group + "/meetings");
            ben.page().locator("li.card h3 a").first().waitFor();
            assertThat(ada.complaints()).isEmpty();
            assertThat(pace.acts()).as("acts of the organiser").isLessThanOrEqualTo(MOST_ACTS);
            assertThat(pace.took()).as("time of the organiser").isLessThan(MOST_TIME);
            Files.writeString(
                    Files.createDirectories(PICTURES).resolve("beginning.txt"), pace + System.lineSeparator());
        }
    }

    private void fill(Visitor who, String label, String value) {
        pace.acts(who);
        pace.types(value);
        who.fill(label, value);
    }

    private void exactly(Visitor who, String label, String value) {
        pace.acts(who);
        pace.types(value);
        who.page()
                .getByLabel(label, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .fill(value);
    }

    private void press(Visitor who, String button) {
        pace.acts(who);
        who.press(button);
    }

    private void follow(Visitor who, String link) {
        pace.acts(who);
        who.follow(link);
    }
}
