package org.peerage.breach;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;

/// From a report to another member than the chair, to a repair and the end: who reports, who handles it and who is
/// accused, each in a browser of their own.
class BreachJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/breach");
    private static final GroupFixture HERE = GroupFixture.aGroup().with(2).inAnOpenRoom();
    private static final BallotFixture BALLOTS = new BallotFixture(HERE);
    private static final Visitor MARA = Visitor.atAPhone("Mara Lindqvist", PEERAGE.base());
    private static final Visitor AISHA = Visitor.atALaptop("Aisha Karim", PEERAGE.base());
    private static final Visitor THEO = Visitor.atALaptop("Theo Brannigan", PEERAGE.base());
    private static final Visitor INES = Visitor.atAPhone("Ines Falkner", PEERAGE.base());
    private static final String PAGE = "/groups/" + HERE.group + "/breach";

    static {
        List.of(MARA, AISHA, THEO).forEach(HERE::seatByName);
    }

    @AfterAll
    static void everybodyGoesHome() {
        List.of(MARA, AISHA, THEO, INES).forEach(Visitor::close);
    }

    @Test
    void aBreachIsReportedHeardDecidedRepairedAndClosed() {
        MARA.goTo("/groups/" + HERE.group)
                .follow("If confidentiality was broken")
                .opensTheRoom();
        // The sentence follows the choice, there and back.
        var readBy = MARA.page().locator("[data-readers-line]");
        for (var handler : List.of(THEO, AISHA, THEO, AISHA)) {
            MARA.page().getByLabel(handler.name()).check();
            assertThat(readBy).hasText("Read by " + handler.name());
        }
        MARA.fill("What has happened, and how you know", "My supplier quoted my own words to me")
                .fill("What harm it has done, or could do", "The price has gone up");
        MARA.looksRight(PICTURES, "reporting");
        MARA.press("Report it").sees("This list is shown to you alone.");

        AISHA.goTo("/groups/" + HERE.group).sees("Somebody has reported a breach to you");
        AISHA.goTo(PAGE).opensTheRoom().sees("My supplier quoted my own words to me");
        AISHA.page().locator("details > summary", summary("Take it up")).click();
        AISHA.page().locator("select[name=accused]").selectOption(THEO.person().toString());
        AISHA.page().locator("select[name=affected]").selectOption(MARA.person().toString());
        AISHA.page().locator("input[name=rests]").check();
        AISHA.looksRight(PICTURES, "taking-up");
        AISHA.page().locator("form[action$=contained] button").click();
        AISHA.sees("About Theo Brannigan, handled by Aisha Karim");

        THEO.goTo("/notices").sees("Aisha Karim would like to speak with you alone");
        THEO.goTo("/groups/" + HERE.group).follow("Copy of the room");
        THEO.opensTheRoom().press("Tell the room and make the copy");
        THEO.sees("A case on a breach of confidentiality about you is open here");
        THEO.looksRight(PICTURES, "at-rest");
        THEO.goTo(PAGE).opensTheRoom().sees("About you, handled by Aisha Karim").sees("the room rests for you");
        THEO.looksRight(PICTURES, "accused");
        assertThat(THEO.page().locator("section[aria-labelledby=cases]")).not().containsText("Mara");
        THEO.fill("What you want to say to Aisha Karim", "I told my brother, who sells to her")
                .press("Give it")
                .sees("From Theo Brannigan:");
        AISHA.goTo(PAGE).opensTheRoom().sees("I told my brother, who sells to her");
        MARA.goTo(PAGE).opensTheRoom().sees("You were affected.");
        assertThat(MARA.page().locator("main")).not().containsText("my brother");
        assertThat(Pages.seenBy(HERE.chair()).get(PAGE).body()).doesNotContain("handled by Aisha Karim");

        AISHA.press("I have heard Theo Brannigan in private");
        assertThat(AISHA.page().getByText("I have heard Theo Brannigan in private"))
                .isHidden();
        AISHA.press("I have heard Mara Lindqvist in private");
        AISHA.press("Call a hearing with the group").sees("Hearing with the group");
        assertThat(Pages.seenBy(HERE.chair()).get(PAGE).body())
                .contains("About Theo Brannigan, handled by Aisha Karim")
                .doesNotContain("was affected. The accused");
        AISHA.page().locator("input[name=verdict][value=repair]").check();
        AISHA.press("We have heard it: put it to the vote").sees("The group votes");
        var ballot = Objects.requireNonNull(AISHA.page()
                .getByText("To the ballot", new Page.GetByTextOptions().setExact(true))
                .getAttribute("href"));
        var asked = BALLOTS.asked(HERE.chair(), UUID.fromString(ballot.substring(ballot.lastIndexOf('/') + 1)));
        assertThat(Pages.seenBy(THEO.person()).get(ballot).status()).isEqualTo(404);
        var voters = Stream.concat(
                        HERE.members.stream().filter(person -> !person.equals(THEO.person())), Stream.of(HERE.chair()))
                .distinct()
                .toList();
        voters.forEach(person -> BALLOTS.vote(asked, person, "yes"));
        voters.stream().limit(2).forEach(person -> BALLOTS.count(asked, person, voters.size(), 0, 0));

        AISHA.goTo(PAGE).opensTheRoom().press("Take down the result").sees("Repair: a statement");
        AISHA.press("The statement was said and the norms were read").sees("The statement is not written yet.");
        THEO.goTo(PAGE).opensTheRoom();
        THEO.fill("Your statement, to Aisha Karim", "I am sorry. I speak of nobody at home any more")
                .press("Give it")
                .sees("Statement of Theo Brannigan:");
        AISHA.goTo(PAGE).opensTheRoom().sees("I am sorry. I speak of nobody at home any more");
        AISHA.press("The statement was said and the norms were read").sees("Asked so far: 0 of 2");
        AISHA.press("We have asked about trust in a meeting").sees("Asked so far: 1 of 2");
        AISHA.press("We have asked about trust in a meeting");
        AISHA.press("Close the case").sees("Closed");
        AISHA.looksRight(PICTURES, "closed");
        assertThat(Pages.seenBy(HERE.chair())
                        .get(PAGE)
                        .page()
                        .select("#cases ~ .card")
                        .text())
                .contains("Closed")
                .contains("Repair")
                .doesNotContain("Mara");
    }

    /// The page of whoever spoke to a handler who has left has their words ready for the next one.
    @Test
    void wordsAreGivenAgainToWhoeverTakesTheCaseOver() {
        var group = GroupFixture.aGroup().with(3).inAnOpenRoom();
        var accused = group.seatByName(INES);
        var handler = group.members.get(0);
        var page = "/groups/" + group.group + "/breach";
        var report = Ids.next();
        Pages.seenBy(group.members.get(1))
                .post(
                        page,
                        "sealed",
                        group.sealedFor(
                                group.members.get(1),
                                List.of(handler),
                                new KeyholderRoom.About("breach-report", report, report),
                                Map.of("what", "x", "harm", "y")));
        Pages.seenBy(handler)
                .post(page + "/reports/" + report + "/contained", "accused", accused.toString(), "rests", "true");
        INES.goTo(page).opensTheRoom();
        INES.page().locator("form[hx-post$=account] textarea").fill("It was my brother");
        INES.press("Give it").sees("It was my brother");
        group.letOut(handler);
        INES.goTo(page).opensTheRoom().sees("waits for a handler");
        var found = Pages.seenBy(group.chair()).get(page).page().expectFirst("form[action$=taken-over]");
        Pages.seenBy(group.chair()).post(found.attr("action"));

        INES.goTo(page).opensTheRoom();
        assertThat(INES.page().locator("form[hx-post*='/account/'] textarea")).hasValue("It was my brother");
        INES.looksRight(PICTURES, "again");
        INES.page().locator("form[hx-post*='/account/'] button").click();
        assertThat(INES.page().locator("form[hx-post*='/account/']")).hasCount(0);
        assertThat(INES.page().locator(".said")).containsText("It was my brother");
        assertThat(Pages.seenBy(group.chair()).get(page).page().select("sealed-text[data-place-kind=breach-account]"))
                .hasSize(1);
    }

    private static Page.LocatorOptions summary(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
