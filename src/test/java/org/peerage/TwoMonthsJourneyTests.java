package org.peerage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;

/// Twelve people with a browser each, through two months: a meeting, what they do between, and the meeting that opens
/// with it. One was away the first time and reads what the others keep. What the chair does for it is counted: at most
/// ten acts beside the meeting itself.
class TwoMonthsJourneyTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int MOST_ACTS = 10;

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Visitor mara = Visitor.atALaptop("Mara Lindqvist", peerage.base());
    private final Visitor ben = Visitor.atAPhone("Ben Oakley", peerage.base());
    private final Visitor noor = Visitor.atAPhone("Noor Whitcombe", peerage.base());
    private final Visitor otto = Visitor.atALaptop("Otto Brandt", peerage.base());
    private final List<Visitor> others = Stream.of(
                    "Wren Hale",
                    "Mina Sato",
                    "Luc Moreau",
                    "Ines Duarte",
                    "Piet Vandam",
                    "Asha Nair",
                    "Tom Ferris",
                    "Eva Lund")
            .map(name -> Visitor.atAPhone(name, peerage.base()))
            .toList();

    private final Pace chairs = new Pace();
    private final Pace members = new Pace();
    private GroupFixture here = GroupFixture.aGroup();

    @AfterEach
    void goHome() {
        everybody().forEach(Visitor::close);
    }

    @Test
    void twelvePeopleMeetDoWhatTheySaidAndMeetAgain() throws IOException {
        moveIn();
        var first = meetingAt(Instant.now().plus(Duration.ofMinutes(10)));
        var second = meetingAt(Instant.now().plus(Duration.ofMinutes(10)).plus(Duration.ofDays(MonthPasses.DAYS)));
        var there = everybody().stream().filter(one -> one != otto).toList();
        mara.goTo(first).press("Approve this agenda").sees("Approved");
        prepare(ben, first, "The depot is closing.");
        ben.goTo(first + "/issue").opensTheRoom();
        ben.fill("The issue in one sentence", "Do I close the depot?");
        ben.press("Share it with the group").sees("Shared with your group");
        for (var one : others) {
            prepare(one, first, "News of " + one.name() + ".");
        }
        meet(first, there);

        readsWhatWasMissed(otto, first);
        doesItEarly(ben);
        writesTwoLines(noor);

        MonthPasses.in(peerage, here.group);
        asksWhatWaits();
        says(noor, second);
        hears(others.getFirst());
        saysWhetherItHelped(ben, first);
        prepare(otto, second, "I am back.");
        meetAgain(second, everybody());
        readsWhatCameOfIt(otto, first, second);

        for (var one : everybody()) {
            assertThat(one.complaints().stream()
                            .filter(line -> !line.contains("404") && !line.contains("409") && !line.contains("422"))
                            .toList())
                    .as("complaints of " + one.name())
                    .isEmpty();
        }
        assertThat(chairs.acts()).as("acts of the chair in a month").isLessThanOrEqualTo(MOST_ACTS);
        Files.writeString(
                Files.createDirectories(PICTURES).resolve("two-months.txt"),
                "A chair: " + chairs + System.lineSeparator() + "A member: " + members + System.lineSeparator());
    }

    private List<Visitor> everybody() {
        var all = new ArrayList<>(List.of(mara, ben, noor, otto));
        all.addAll(others);
        return all;
    }

    /// The chair opens the room, and lets eleven in with one press.
    private void moveIn() {
        mara.enrol(peerage.enrollingLink("/keys"));
        here = GroupFixture.chairedBy(mara.person(), mara.name());
        mara.goTo(group() + "/room").press("Open the room").sees("Opened the room");
        var waiting = everybody().stream().filter(one -> one != mara).toList();
        for (var one : waiting) {
            here.sign(here.seatByName(one));
            one.goTo(group()).press("Ask to be let in").sees("You are at the door");
        }
        mara.goTo(group() + "/room").sees("without your link to this room");
        for (var one : waiting) {
            mara.page().getByLabel("Let in " + one.name()).check();
        }
        mara.press("Let in");
        waiting.forEach(mara::findsInside);
        waiting.forEach(one -> one.goTo(group() + "/room").opensTheRoom());
    }

    private String meetingAt(Instant start) {
        var local = LocalDateTime.ofInstant(start, LISBON);
        var date = as(mara.person(), () -> peerage.bean(Dates.class).set(here.group, local, LISBON, 240, "", ""));
        return address(as(mara.person(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow());
    }

    private static String address(MeetingId meeting) {
        return "/meetings/" + meeting;
    }

    private static void prepare(Visitor one, String meeting, String headline) {
        one.goTo(meeting + "/prepare").opensTheRoom();
        one.page().locator("sealed-field textarea").first().fill(headline);
        one.press("Share with the group").sees("Shared");
    }

    private void meet(String meeting, List<Visitor> there) {
        arrive(meeting, there);
        var processed = false;
        for (var kind = kind(); !kind.equals("close"); kind = kind()) {
            switch (kind) {
                case "confidentiality" -> agree(there);
                case "updates" -> noor.sees("The depot is closing.");
                case "issue" -> {
                    // A long meeting has room for two; one is enough here.
                    if (!processed) {
                        process();
                    }
                    processed = true;
                }
                case "commitments-new" -> commit(there);
                case "rating" -> there.forEach(TwoMonthsJourneyTests::rate);
                default -> {
                    // Nothing to do here but go on.
                }
            }
            next();
        }
        mara.press("End the meeting").sees("The meeting has ended");
        there.forEach(one -> one.sees("The meeting has ended"));
    }

    private void arrive(String meeting, List<Visitor> there) {
        for (var one : there) {
            one.goTo(meeting + "/live").opensTheRoom();
            one.arrives();
        }
        mara.press("Start the meeting");
        there.forEach(one -> one.sees("Item 1 of"));
    }

    private static void agree(List<Visitor> there) {
        there.forEach(one -> one.press("I agree").sees("You have agreed"));
    }

    private void process() {
        mara.press("Begin");
        ben.sees("The presenter has the word.");
        mara.press("Go on: Clarify");
        mara.press("Go on: Find the real issue");
        ben.page().locator("form[data-kind=issue-real] textarea").fill("I have not told him.");
        ben.press("This is the real issue");
        mara.sees("I have not told him.").press("Go on: Share experience");
        mara.press("Go on: Commit");
        ben.page().locator("form[data-kind=commitment] textarea").fill("Drive to the depot and tell him.");
        ben.page().getByLabel("Who follows up with me?").selectOption(new SelectOption().setLabel(noor.name()));
        ben.press("Commit to it");
        noor.sees("Drive to the depot and tell him.");
        ben.press("Close the issue").sees("This issue is closed.");
    }

    /// Each before the next of them.
    private static void commit(List<Visitor> there) {
        for (var place = 0; place < there.size(); place++) {
            var one = there.get(place);
            var witness = there.get((place + 1) % there.size());
            one.page().locator("form[data-kind=commitment] textarea").fill("Promised by " + one.name() + ".");
            one.page().getByLabel("Who follows up with me?").selectOption(new SelectOption().setLabel(witness.name()));
            one.press("Commit to it");
            witness.sees("Promised by " + one.name() + ".");
        }
    }

    private static void rate(Visitor one) {
        one.page().getByLabel("8", new Page.GetByLabelOptions().setExact(true)).check();
        one.press("Give my rating").sees("You gave 8");
    }

    private String kind() {
        mara.page()
                .waitForFunction("() => document.querySelector('[data-stage]')?.dataset.stage"
                        + " === document.querySelector('[data-floor]')?.dataset.item");
        return mara.page().locator("[data-stage]").first().getAttribute("data-item-kind");
    }

    private void next() {
        var item = mara.page().locator("[data-floor]").getAttribute("data-item");
        mara.press("Next item");
        mara.page().waitForFunction("item => document.querySelector('[data-floor]').dataset.item !== item", item);
    }

    private void readsWhatWasMissed(Visitor away, String meeting) {
        away.goTo("/").follow("The last meeting’s record");
        away.opensTheRoom()
                .sees("The depot is closing.")
                .sees("News of Eva Lund.")
                .sees("I have not told him.");
        away.sees("Promised by Mina Sato.").sees("Drive to the depot and tell him.");
        assertThat(away.page().url()).endsWith(meeting);
        assertThat(away.page().locator("[data-left-out]")).hasCount(0);
        away.looksRight(PICTURES, "two-months-record");
    }

    private void doesItEarly(Visitor one) {
        one.goTo(group() + "/commitments").opensTheRoom();
        one.page().locator("details[id^='done-'] > summary").first().click();
        one.press("It is done").sees("What became of earlier ones (1)");
    }

    private void writesTwoLines(Visitor one) {
        one.goTo(group() + "/commitments").opensTheRoom();
        one.page().locator("summary:has-text('Two lines for')").first().click();
        one.fill("Where it stands", "Half of it.");
        one.page().getByText("Send to ").first().click();
        one.sees("Half of it.");
    }

    /// What the chair does beside the meetings: what waits is one page, and the agenda is drafted.
    private void asksWhatWaits() {
        mara.goTo("/");
        chairs.acts(mara);
        mara.goTo(group());
        chairs.acts(mara);
        mara.follow("Leading").sees("Approve the agenda");
        mara.looksRight(PICTURES, "two-months-leading");
        chairs.acts(mara);
        mara.press("Remind all 11").sees("reminded on");
        chairs.acts(mara);
        mara.follow("To the agenda").sees("commitments are due");
        mara.looksRight(PICTURES, "two-months-agenda");
        chairs.acts(mara);
        mara.press("Approve this agenda").sees("Approved");
    }

    /// A member's month: what has come due is said at home, and an old issue is asked about once.
    private void says(Visitor one, String meeting) {
        one.goTo("/").sees("Say how it went");
        members.acts(one);
        one.follow("To your commitments").opensTheRoom();
        members.acts(one);
        one.page().locator("details[id^='missed-'] > summary").first().click();
        one.page().locator("form[action$='/missed'] textarea").first().fill("I put it off.");
        members.acts(one);
        members.types("I put it off.");
        members.acts(one);
        one.press("Tell who follows up").sees("What became of earlier ones (1)");
        members.acts(one);
        prepare(one, meeting, "It was a long month.");
        members.types("It was a long month.");
        members.acts(one);
        members.acts(one);
    }

    private void hears(Visitor witness) {
        witness.goTo(group() + "/commitments").opensTheRoom().sees("I put it off.");
        witness.press("I heard");
        assertThat(witness.page().getByText("I heard")).hasCount(0);
    }

    private static void saysWhetherItHelped(Visitor presenter, String meeting) {
        presenter.goTo(meeting).follow("All of this issue");
        presenter.opensTheRoom().fill("Did it help?", "He stayed, in another place.");
        presenter.press("Tell the group").sees("He stayed, in another place.");
    }

    private void meetAgain(String meeting, List<Visitor> there) {
        arrive(meeting, there);
        for (var kind = kind(); !kind.equals("close"); kind = kind()) {
            switch (kind) {
                case "confidentiality" -> agree(there);
                case "commitments-review" -> review();
                default -> {
                    // Nothing to do here but go on.
                }
            }
            next();
        }
        mara.press("End the meeting").sees("The meeting has ended");
        there.forEach(one -> one.sees("The meeting has ended"));
    }

    /// What was kept is named first; then each in turn. What somebody did not keep is between them and their witness.
    private void review() {
        mara.sees("Kept in time since we last met").sees("Drive to the depot and tell him.");
        mara.sees("Promised by Wren Hale.");
        assertThat(mara.page().getByText("Promised by Noor Whitcombe.")).hasCount(0);
        var wren = others.getFirst();
        wren.page().locator("details[id^='done-'] > summary").first().click();
        wren.press("It is done");
        assertThat(mara.page()
                        .locator("#stage li.card")
                        .filter(new Locator.FilterOptions().setHasText("Promised by Wren Hale."))
                        .locator(".tag"))
                .hasText("Done");
        mara.looksRight(PICTURES, "two-months-review");
    }

    private void readsWhatCameOfIt(Visitor one, String first, String second) {
        one.goTo(second).opensTheRoom().sees("It was a long month.");
        one.goTo(first).opensTheRoom().sees("Promised by Wren Hale.");
        assertThat(one.page().getByText("Promised by Noor Whitcombe.")).hasCount(0);
        one.follow("All of this issue");
        one.opensTheRoom().sees("He stayed, in another place.");
    }

    private String group() {
        return here.group.address();
    }
}
