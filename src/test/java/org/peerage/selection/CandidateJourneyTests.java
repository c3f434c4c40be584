package org.peerage.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.Pace;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.PersonId;

/// A candidate from being named to the first meeting: a conflict is found when somebody changes their profile, one
/// ballot fails, the group takes them up again, and they come. Whoever chairs, a member and the candidate are in
/// browsers of their own; every click and field of the chair is counted ([Pace]).
class CandidateJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/selection");
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final int MOST_ACTS = 60;
    private static final Duration MOST_TIME = Duration.ofMinutes(30);

    private static final GroupFixture HERE =
            GroupFixture.aGroup().with(3).choosing("visit", "free").inAnOpenRoom();
    private static final BallotFixture BALLOTS = new BallotFixture(HERE);
    private static final Visitor THEO = Visitor.atAPhone("Theo Brannigan", PEERAGE.base());
    private static final Visitor AISHA = Visitor.atALaptop("Aisha Karim", PEERAGE.base());
    private static final Visitor WREN = Visitor.atAPhone("Wren Halloway", PEERAGE.base());
    private static final PersonId THEOS = HERE.seat(THEO);
    private static final PersonId AISHAS = HERE.seat(AISHA);

    static {
        HERE.handTheChair(THEO);
    }

    private final Pace pace = new Pace();

    @AfterAll
    static void everybodyGoesHome() {
        List.of(THEO, AISHA, WREN).forEach(Visitor::close);
    }

    @Test
    void whomTheGroupHadDeclinedForAConflictComesToTheFirstMeetingAfterAll() throws IOException {
        var leader = HERE.aLeader("Halloway Boats", "");
        pace.also(1, 0, 0);
        THEO.goTo("/groups/" + HERE.group + "/prospects?profile=" + leader + "#nominate")
                .opensTheRoom();
        fill("Why them?", "They have sold a business, which none of us has.");
        press("Name them");
        pace.acts(THEO);
        THEO.follow("Halloway Boats").opensTheRoom();
        toTheBallot();
        THEO.sees("By your charter one objection stops it");
        var candidate = THEO.page().url();

        aConflictIsFoundWhenAProfileChanges(candidate);
        press("Open the ballot");
        THEO.opensTheRoom().sees("A ballot is open until");
        var failing = theoVotes();
        AISHA.goTo(failing).opensTheRoom();
        AISHA.page()
                .getByLabel("I object", new Page.GetByLabelOptions().setExact(true))
                .check();
        AISHA.fill("Why do you object?", "We have dealt with each other for too long.");
        AISHA.press("Put it into the box").sees("Your paper is in the box.");
        for (var counting : List.of(AISHA, THEO)) {
            counting.page()
                    .waitForResponse(
                            one -> one.url().endsWith("/count") && one.status() == 204,
                            () -> counting.goTo(failing).opensTheRoom());
            counting.sees("4 for it, 1 against");
        }
        pace.acts(THEO);
        THEO.goTo(candidate).opensTheRoom();
        assertThat(THEO.page().locator("#prospect .tag").first()).hasText("Will not join");

        press("Take up again");
        toTheBallot();
        press("Open the ballot");
        THEO.opensTheRoom().sees("A ballot is open until");
        var passing = theoVotes();
        var asked = asked(passing);
        BALLOTS.vote(asked, AISHAS, "yes");
        List.of(AISHAS, HERE.chair()).forEach(voter -> BALLOTS.count(asked, voter, 5, 0, 0));
        pace.acts(THEO);
        THEO.goTo(candidate).opensTheRoom().sees("The chair gives them a seat.");
        THEO.looksRight(PICTURES, "decided");
        press("The group has said yes: give them a seat");
        press("Make all links");
        var link = THEO.page().locator("personal-link input").first();
        assertThat(link).hasValue(Pattern.compile(".*#.*"));

        WREN.goTo(link.inputValue()).sees("Theo Brannigan invites you to Tuesday Circle");
        WREN.enrol(link.inputValue())
                .follow("Read and sign")
                .press("Sign the charter")
                .press("Ask to be let in")
                .sees("You are at the door");
        pace.acts(THEO);
        THEO.goTo("/groups/" + HERE.group + "/room").sees("It is the person you gave the link to");
        press("Let in");
        THEO.sees("Let in by personal link");
        theFirstMeeting();

        assertThat(pace.acts()).as("acts of the chair").isLessThanOrEqualTo(MOST_ACTS);
        assertThat(pace.took()).as("time of the chair").isLessThan(MOST_TIME);
        Files.writeString(Files.createDirectories(PICTURES).resolve("candidate.txt"), pace + System.lineSeparator());
    }

    /// The page still says that the ballot can be opened.
    private void aConflictIsFoundWhenAProfileChanges(String candidate) {
        AISHA.goTo("/networks/" + HERE.network + "/profile").fill("Organisation", "Halloway Boats");
        AISHA.press("Save your profile").sees("Halloway Boats");
        press("Open the ballot");
        THEO.sees("are with the same organisation: Halloway Boats.").sees("is not settled yet");
        AISHA.goTo("/groups/" + HERE.group).sees("A candidate, and perhaps a conflict");
        AISHA.goTo(candidate).opensTheRoom().sees("are with the same organisation: Halloway Boats.");
        AISHA.looksRight(PICTURES, "finding");
        AISHA.press("There is nothing that I have not disclosed").sees("Aisha Karim has looked at it");
        pace.acts(THEO);
        THEO.goTo(candidate).opensTheRoom();
    }

    private void toTheBallot() {
        press("They fit, as far as I know");
        THEO.opensTheRoom();
        for (var member : List.of("Member 1", "Aisha Karim")) {
            var box = THEO.page().getByLabel(member);
            box.waitFor();
            if (!box.isChecked()) {
                pace.acts(THEO);
                box.check();
            }
        }
        press("Ask them");
        press("The panel has met them: ask them to visit");
        press("Let the group decide");
    }

    /// The others have voted for it, Aisha apart. Where the ballot is.
    private String theoVotes() {
        follow("To the ballot");
        THEO.opensTheRoom();
        var ballot = THEO.page().url();
        var asked = asked(ballot);
        BALLOTS.vote(asked, HERE.chair(), "yes");
        HERE.members.stream()
                .filter(member -> !List.of(THEOS, AISHAS).contains(member))
                .forEach(member -> BALLOTS.vote(asked, member, "yes"));
        pace.acts(THEO);
        THEO.page()
                .getByLabel("I have no objection", new Page.GetByLabelOptions().setExact(true))
                .check();
        press("Put it into the box");
        THEO.sees("Your paper is in the box.");
        return ballot;
    }

    private static BallotFixture.Asked asked(String ballot) {
        return BALLOTS.asked(HERE.chair(), UUID.fromString(ballot.substring(ballot.lastIndexOf('/') + 1)));
    }

    private void theFirstMeeting() {
        var start = LocalDateTime.ofInstant(Instant.now().plusSeconds(60), LISBON);
        var meeting = as(THEOS, () -> {
            var date = PEERAGE.bean(Dates.class).set(HERE.group, start, LISBON, 120, "Harbour House", "");
            return PEERAGE.bean(Meetings.class).ofDate(date.value()).orElseThrow();
        });
        WREN.goTo("/meetings/" + meeting + "/live").sees("The door is open");
        WREN.arrives();
        pace.acts(THEO);
        THEO.goTo("/meetings/" + meeting + "/live").sees("One is here");
        press("Start the meeting");
        for (var there : List.of(THEO, WREN)) {
            assertThat(there.page().locator("#stage h2")).hasText("Arrive");
            there.sees("Good that you are here");
        }
    }

    private void fill(String label, String value) {
        pace.acts(THEO);
        pace.types(value);
        THEO.fill(label, value);
    }

    private void press(String button) {
        pace.acts(THEO);
        THEO.press(button);
    }

    private void follow(String link) {
        pace.acts(THEO);
        THEO.follow(link);
    }
}
