package org.peerage.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.GroupFixture;

/// One names somebody, another looks whether there is a conflict, and both vote and count in browsers of their own.
class CandidateJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/selection");

    private static final GroupFixture HERE =
            GroupFixture.aGroup().with(3).choosing("visit", "free").inAnOpenRoom();
    private static final BallotFixture BALLOTS = new BallotFixture(HERE);
    private static final Visitor THEO = Visitor.atAPhone("Theo Brannigan", PEERAGE.base());
    private static final Visitor AISHA = Visitor.atALaptop("Aisha Karim", PEERAGE.base());

    static {
        HERE.seat(THEO);
        HERE.seat(AISHA);
    }

    @AfterAll
    static void everybodyGoesHome() {
        List.of(THEO, AISHA).forEach(Visitor::close);
    }

    @Test
    void aConflictIsLookedAtAndWhatTheGroupCountsMovesTheCandidate() {
        THEO.goTo("/groups/" + HERE.group + "/prospects").opensTheRoom();
        THEO.page().getByText("Somebody who is not in the directory").click();
        THEO.page().locator("#name").fill("Wren Halloway");
        THEO.page().locator("#organisation").fill("Aisha Karim Works");
        THEO.fill("Why them?", "They have sold a business, which none of us has.");
        THEO.press("Name them").follow("Wren Halloway").opensTheRoom();
        THEO.sees("whoever it concerns, or the chair, has still to look at");
        THEO.press("They fit, as far as I know").opensTheRoom();
        for (var member : List.of("Theo Brannigan", "Aisha Karim")) {
            THEO.page().getByLabel(member).check();
        }
        THEO.press("Ask them").press("The panel has met them: ask them to visit");
        THEO.press("Let the group decide").sees("By your charter one objection stops it");
        var candidate = THEO.page().url();
        var id = new ProspectId(UUID.fromString(candidate.substring(candidate.lastIndexOf('/') + 1)));

        var chair = Pages.seenBy(HERE.chair());
        var refused = chair.post(id.in(HERE.group) + "/ballot");
        assertThat(refused.status()).isEqualTo(422);
        AISHA.goTo("/groups/" + HERE.group).sees("A candidate, and perhaps a conflict");
        AISHA.goTo(candidate).opensTheRoom().sees("are with the same organisation: Aisha Karim Works.");
        AISHA.looksRight(PICTURES, "finding");
        AISHA.press("There is nothing that I have not disclosed").sees("Aisha Karim has looked at it");
        assertThat(chair.post(id.in(HERE.group) + "/ballot").status()).isEqualTo(302);

        THEO.goTo(candidate).opensTheRoom().sees("A ballot is open until");
        THEO.looksRight(PICTURES, "voted-on");
        THEO.follow("To the ballot").opensTheRoom().sees("Shall Wren Halloway join us?");
        var ballot = THEO.page().url();
        var asked = BALLOTS.asked(HERE.chair(), UUID.fromString(ballot.substring(ballot.lastIndexOf('/') + 1)));
        BALLOTS.vote(asked, HERE.chair(), "yes");
        HERE.members.stream().limit(2).forEach(member -> BALLOTS.vote(asked, member, "yes"));
        THEO.page()
                .getByLabel("I have no objection", new Page.GetByLabelOptions().setExact(true))
                .check();
        THEO.press("Put it into the box").sees("Your paper is in the box.");
        AISHA.goTo(ballot).opensTheRoom();
        AISHA.page()
                .getByLabel("I object", new Page.GetByLabelOptions().setExact(true))
                .check();
        AISHA.fill("Why do you object?", "We have dealt with each other for too long.");
        AISHA.press("Put it into the box").sees("Your paper is in the box.");
        for (var counting : List.of(AISHA, THEO)) {
            counting.page()
                    .waitForResponse(
                            one -> one.url().endsWith("/count") && one.status() == 204,
                            () -> counting.goTo(ballot).opensTheRoom());
            counting.sees("4 for it, 1 against");
        }

        THEO.goTo(candidate).opensTheRoom();
        assertThat(THEO.page().locator("#prospect .tag").first()).hasText("Will not join");
        THEO.page().locator("#steps summary").click();
        THEO.sees("by a ballot");
        THEO.looksRight(PICTURES, "decided");
    }
}
