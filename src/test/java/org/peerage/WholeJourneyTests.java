package org.peerage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerage.canary.Canary;
import org.peerage.identity.PersonalLinks;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;

/// The main job from end to end, as a convener, a chair and two members do it in four browsers, two of them phones:
/// from a link on the console to a second meeting that opens with the promises of the first.
class WholeJourneyTests {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final List<String> MARKERS = List.of(
            Canary.SEALED + "headline",
            Canary.SEALED + "feeling",
            Canary.SEALED + "meaning",
            Canary.SEALED + "title",
            Canary.SEALED + "facts",
            Canary.SEALED + "note",
            Canary.SEALED + "real",
            Canary.SEALED + "promise",
            Canary.SEALED + "outcome");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Canary canary = new Canary(peerage);
    private final List<String> findings = new ArrayList<>();
    private final List<String> secondHalves = new ArrayList<>();

    @AfterEach
    void theWatchIsOver() {
        canary.close();
    }

    @Test
    void aGroupHoldsASealedMeetingAndOpensTheNextWithItsPromises() {
        try (var convener = arriving("Carla Adair", 1280, 800);
                var chair = arriving("Mara Lindqvist", 1280, 800);
                var ben = arriving("Ben Oakley", 375, 740);
                var noor = arriving("Noor Whitcombe", 375, 740)) {
            var group = aGroupOfThree(convener, chair, ben, noor);
            var first = aMeetingIn(chair, group, 20);
            prepare(ben, chair, first);
            var issueOpen = live(chair, ben, noor, first);
            assertThat(issueOpen).isTrue();
            var second = aMeetingIn(chair, group, 25);
            review(chair, ben, noor, second, group);
            assertThat(findings).isEmpty();
            for (var visitor : List.of(convener, chair, ben, noor)) {
                assertThat(visitor.complaints().stream()
                                .filter(line -> !line.contains("404") && !line.contains("409") && !line.contains("422"))
                                .toList())
                        .as("complaints of " + visitor.name())
                        .isEmpty();
            }
            assertThat(secondHalves).as("links with a second half").hasSize(2);
            assertThat(canary.sightings(Canary.SEALED, secondHalves)).isEmpty();
        }
    }

    private Visitor arriving(String name, int width, int height) {
        return Visitor.of(
                name,
                peerage.base(),
                options -> options.setViewportSize(width, height).setProxy(new Proxy(canary.proxy())));
    }

    private String aGroupOfThree(Visitor convener, Visitor chair, Visitor ben, Visitor noor) {
        var link = Acting.asProgram(
                "sign-in",
                () -> peerage.bean(PersonalLinks.class).issue("networks.found", Ids.next(), "", "/networks/new"));
        convener.enrol(link.url()).sees("Found a network");
        convener.fill("Name", "Harbour Circle")
                .fill("Purpose", "Leaders who tell each other the truth.")
                .fill("Time zone", "Europe/London");
        convener.page().getByLabel("I am one of them").uncheck();
        convener.press("Found the network").follow("Import a roster");
        convener.page()
                .getByLabel("Roster as a CSV file")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "roster.csv", "text/csv", ROSTER.getBytes(StandardCharsets.UTF_8)));
        convener.press("Look at the columns")
                .press("Try it without storing anything")
                .press("Import 12 rows");
        convener.sees("12 new leaders");
        var network = convener.page().url().replaceAll("(/networks/[^/]+)/.*", "$1");
        convener.goTo(network + "/groups/new");
        convener.fill("Name", "Lantern Group").fill("Purpose", "Twelve who keep their promises.");
        convener.press("Form the group").sees("Seats of Lantern Group");
        convener.sees("Picked 12 of 12.");
        card(convener, "Tidewater Looms").getByText("Make chair").click();
        card(convener, "Tidewater Looms").getByText("Make a personal link").click();
        look(convener, "seats");
        chair.enrol(link(convener))
                .follow("Read the charter")
                .press("Sign the charter")
                .sees("Open the room");
        var group = chair.page().url().replaceAll("(/groups/[^/]+).*", "$1");
        chair.goTo(group).follow("To the room").press("Open the room").sees("Opened the room");
        var members = List.of(ben, noor);
        var organisations = List.of("Foxglove Freight", "Second Orchard");
        for (var i = 0; i < members.size(); i++) {
            chair.goTo(group + "/seats");
            card(chair, organisations.get(i)).getByText("Make a personal link").click();
            chair.sees("Ready. Its second half");
            members.get(i)
                    .enrol(link(chair))
                    .follow("Read and sign")
                    .press("Sign the charter")
                    .press("Ask to be let in")
                    .sees("You are at the door");
        }
        chair.goTo(group + "/room").sees("It is the person you gave the link to");
        chair.press("Let in").sees("Let in by personal link");
        look(chair, "room");
        return group;
    }

    /// The door of a meeting opens shortly before it starts, so it is set for a few minutes from now.
    private String aMeetingIn(Visitor chair, String group, int minutes) {
        var start = LocalDateTime.now(ZoneId.of("Europe/London")).plusMinutes(minutes);
        chair.goTo(group + "/dates");
        chair.page()
                .getByLabel("Day", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .fill(start.toLocalDate().toString());
        chair.fill("Start, by the clock", DateTimeFormatter.ofPattern("HH:mm").format(start))
                .fill("Length in minutes", "240")
                .press("Set and invite");
        var written =
                DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).format(start);
        chair.sees(written);
        look(chair, "dates");
        chair.goTo(group + "/meetings");
        look(chair, "meetings");
        var link = card(chair, written).locator("h3 a");
        link.waitFor();
        return link.getAttribute("href");
    }

    private void prepare(Visitor ben, Visitor chair, String meeting) {
        ben.goTo(meeting + "/prepare");
        ben.opensTheRoom();
        var fields = ben.page().locator("sealed-field textarea");
        fields.nth(0).fill("The depot is closing. " + MARKERS.get(0));
        fields.nth(1).fill("Afraid and relieved. " + MARKERS.get(1));
        fields.nth(2).fill("It carries my name. " + MARKERS.get(2));
        assertThat(ben.page().getByText("Saved privately.")).hasCount(3);
        look(ben, "prepare");
        ben.goTo(meeting + "/prepare");
        ben.opensTheRoom();
        for (var part = 0; part < 3; part++) {
            assertThat(fields.nth(part)).hasValue(Pattern.compile(MARKERS.get(part)));
        }
        ben.press("Share with the group").sees("Shared");
        ben.goTo(meeting + "/issue");
        ben.opensTheRoom();
        ben.page().locator("sealed-field[data-part=title] input").fill("Do I close the depot? " + MARKERS.get(3));
        ben.page().locator("sealed-field[data-part=facts] textarea").fill("It loses money. " + MARKERS.get(4));
        ben.sees("Saved privately.");
        look(ben, "issue-prepare");
        ben.press("Share it with the group").sees("Shared with your group").sees(MARKERS.get(3));
        chair.goTo(meeting).press("Approve this agenda").sees("Approved");
        look(chair, "agenda");
    }

    /// True when the issue was worked on from its first step to its close.
    private boolean live(Visitor chair, Visitor ben, Visitor noor, String meeting) {
        for (var visitor : List.of(chair, ben, noor)) {
            visitor.goTo(meeting + "/live");
            visitor.opensTheRoom();
            visitor.arrives();
        }
        look(ben, "lobby");
        chair.press("Start the meeting").sees("Item 1 of");
        ben.sees("Item 1 of");
        next(chair);
        assertThat(kind(chair)).isEqualTo("confidentiality");
        for (var visitor : List.of(chair, ben, noor)) {
            visitor.press("I agree").sees("You have agreed");
        }
        assertThat(noor.page().locator("room-lock [data-compared]"))
                .hasText(Pattern.compile(
                        "Not compared yet on this device\\. You have not compared keys with Mara .+ and Ben .+\\. "
                                + "Last change known: .*"));
        assertThat(words(chair)).hasSize(8).isEqualTo(words(ben)).isEqualTo(words(noor));
        chair.press("The same for all").sees("Noted: the same for all.");
        noor.sees("Found the same by Mara Lindqvist.");
        assertThat(words(noor)).isEqualTo(words(chair));
        look(chair, "live-confidentiality");
        var worked = false;
        for (var kind = kind(chair); !kind.equals("close"); kind = kind(chair)) {
            switch (kind) {
                case "updates" -> {
                    noor.sees(MARKERS.get(0));
                    look(noor, "live-updates");
                    look(chair, "live");
                }
                case "issue" -> {
                    if (!worked) {
                        process(chair, ben, noor);
                        worked = true;
                    }
                }
                default -> {
                    // Nothing to do here but go on.
                }
            }
            next(chair);
        }
        chair.press("End the meeting").sees("The meeting has ended");
        ben.sees("The meeting has ended");
        look(chair, "after");
        remember(noor, meeting);
        return worked;
    }

    /// The group has a memory: what was told, what was worked on, and what somebody said they would do.
    private void remember(Visitor noor, String meeting) {
        noor.goTo(meeting + "/live").follow("What we did today").sees("Held");
        noor.opensTheRoom();
        noor.sees(MARKERS.get(0)).sees("What we worked on").sees(MARKERS.get(3)).sees("What we said we would do");
        look(noor, "record");
    }

    private static List<String> words(Visitor visitor) {
        var words = visitor.page().locator("#stage room-words [data-list] li");
        words.first().waitFor();
        return words.allTextContents();
    }

    /// What the group is at, once the stage has caught up with the floor.
    private static String kind(Visitor chair) {
        chair.page()
                .waitForFunction("() => document.querySelector('[data-stage]')?.dataset.stage"
                        + " === document.querySelector('[data-floor]')?.dataset.item");
        return chair.page().locator("[data-stage]").first().getAttribute("data-item-kind");
    }

    private static void next(Visitor chair) {
        var item = chair.page().locator("[data-floor]").getAttribute("data-item");
        chair.press("Next item");
        chair.page().waitForFunction("item => document.querySelector('[data-floor]').dataset.item !== item", item);
    }

    private void process(Visitor chair, Visitor ben, Visitor noor) {
        chair.press("Begin");
        ben.sees("The presenter has the word.");
        chair.press("Go on: Clarify");
        noor.sees("Questions only.");
        noor.page().locator("form[data-kind=issue-note] textarea").fill("Ask him early. " + MARKERS.get(5));
        noor.press("Add the note");
        ben.sees("Written for you").press("Open with my passkey").sees(MARKERS.get(5));
        noor.sees("One note of yours has gone to Ben");
        look(ben, "live-issue");
        chair.press("Go on: Find the real issue");
        chair.press("Go on: Share experience").sees("First the presenter puts the real issue");
        // News that arrives meanwhile draws the page again and leaves the refusal on it.
        noor.press("I am ready to go on");
        chair.sees("Ready to go on: 1 of 3").sees("First the presenter puts the real issue");
        ben.page().locator("form[data-kind=issue-real] textarea").fill("One conversation. " + MARKERS.get(6));
        ben.press("This is the real issue");
        chair.sees(MARKERS.get(6));
        chair.press("Go on: Share experience").sees("Speak of what you did");
        chair.press("Go on: Commit");
        assertThat(chair.page().getByText("Go on: Commit")).hasCount(0);
        chair.press("Next item").sees("Neither is here yet");
        ben.press("I am ready to go on");
        chair.sees("Ready to go on: 2 of 3").sees("Neither is here yet");
        ben.page().locator("form[data-kind=commitment] textarea").fill("Drive to the depot. " + MARKERS.get(7));
        ben.page()
                .getByLabel("Who follows up with me?")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Noor Whitcombe"));
        ben.press("Commit to it");
        noor.sees(MARKERS.get(7));
        ben.page().getByText("Close the issue").first().waitFor();
        ben.press("Close the issue").sees("This issue is closed.").sees(MARKERS.get(5));
        noor.sees("This issue is closed.");
        assertThat(noor.page().getByText(MARKERS.get(5))).hasCount(0);
    }

    private void review(Visitor chair, Visitor ben, Visitor noor, String meeting, String group) {
        for (var visitor : List.of(chair, ben)) {
            visitor.goTo(meeting + "/live");
            visitor.opensTheRoom();
            visitor.arrives();
        }
        chair.press("Start the meeting").sees("Item 1 of");
        for (var kind = kind(chair); !kind.equals("commitments-review"); kind = kind(chair)) {
            if (kind.equals("confidentiality")) {
                for (var visitor : List.of(chair, ben)) {
                    visitor.press("I agree").sees("You have agreed");
                }
            }
            next(chair);
        }
        for (var visitor : List.of(chair, ben)) {
            visitor.page().locator("summary:has-text('Still running')").first().click();
            visitor.sees(MARKERS.get(7));
        }
        look(ben, "live-review");
        ben.page().locator("details[id^='done-'] > summary").first().click();
        ben.page()
                .locator("form[action$='/done'] input[id^=sealed], form[action$='/done'] textarea")
                .first()
                .fill("He had known. " + MARKERS.get(8));
        ben.press("It is done");
        chair.sees(MARKERS.get(8));
        ben.goTo(group + "/commitments").sees("How it went so far");
        look(ben, "commitments");
        noor.goTo(group + "/commitments");
        look(noor, "commitments-witness");
    }

    private String link(Visitor visitor) {
        var field = visitor.page().getByLabel("Personal link");
        field.waitFor();
        var link = field.inputValue();
        if (link.contains("#")) {
            secondHalves.add(link.substring(link.lastIndexOf('.') + 1));
        }
        return link;
    }

    private static Locator card(Visitor visitor, String name) {
        return visitor.page().locator("li.card").filter(new Locator.FilterOptions().setHasText(name));
    }

    private void look(Visitor visitor, String picture) {
        canary.look(visitor);
        visitor.accessibilityFindings()
                .forEach(finding -> findings.add(visitor.name() + " at " + picture + ": " + finding));
        var wide =
                visitor.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            findings.add(visitor.name() + " at " + picture + ": scrolls sideways");
        }
        visitor.picture(PICTURES.resolve("journey-" + picture + ".png"));
    }

    private static final String ROSTER = """
            organisation,name,role,industry,sub-industry,team size,stage,place
            Tidewater Looms,,Chief executive,Manufacturing,Textiles,140,Mature,Bristol
            Foxglove Freight,,Chief executive,Logistics,Road freight,95,Growth,Leeds
            Second Orchard,,Chief executive,Education,Adult learning,57,Growth,London
            Paper Lantern Games,,Chief executive,Consumer,Games,48,Growth,Brighton
            Kelp and Co,,Chief executive,Food,Seaweed,31,Early,Falmouth
            Northlight Clinics,,Chief executive,Health,Outpatient care,210,Mature,Manchester
            Marrow Robotics,,Chief executive,Industrials,Robotics,64,Growth,Cambridge
            Amberley Roofs,,Chief executive,Construction,Roofing,120,Mature,Norwich
            Quiet Engines,,Chief executive,Energy,Heat pumps,83,Growth,Edinburgh
            Vale and Daughters,,Chief executive,Retail,Garden centres,175,Mature,Exeter
            Ledger Finch,,Chief executive,Finance,Bookkeeping,39,Early,Glasgow
            Copper Kettle Hotels,,Chief executive,Hospitality,Small hotels,160,Mature,York
            """;
}
