package org.peerage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The demonstration as a newcomer meets it, what becomes of a meeting when the program is killed in its middle, and of
/// what is written when its database is killed as well. One class, because a demonstration takes its time to be made.
class DemonstrationJourneyTests {

    private static final String CHAIRS = "The baker's rent is decided.";
    private static final String MEMBERS = "The depot opens a week later.";
    private static final String OFFLINE = "From the tunnel: I have read the plan.";
    private static final String IN_THE_CUT = "Said while the lamps were out.";

    @Test
    void aMeetingOutlivesTheKillingOfTheProgram() throws IOException, InterruptedException {
        try (var demonstration = RunningDemonstration.start()) {
            meet(demonstration);
            assertThat(demonstration.stop()).isTrue();
            assertThat(demonstration.saidWithoutDemo()).contains("This folder holds a demonstration");
        }
    }

    /// WCAG 2.2 A and AA, and nothing that scrolls sideways, wherever links lead a chair, a member and a convener.
    @Test
    void everyPageLooksRight() throws IOException {
        var pages = new EveryPage(Files.createDirectories(Path.of("target", "pictures")));
        try (var demonstration = RunningDemonstration.start()) {
            for (var name : List.of("Mara Lindqvist", "Theo Brannigan")) {
                try (var visitor = Visitor.atALaptop(name, demonstration.base())) {
                    enter(visitor);
                    pages.reachedBy(visitor, URI.create(visitor.page().url()).getPath());
                }
            }
            try (var convener = Visitor.atALaptop("Ines Adair", demonstration.base())) {
                enter(convener, "/networks/", "Harbour Network");
                pages.reachedBy(convener, URI.create(convener.page().url()).getPath());
            }
        }
        assertThat(pages.seen())
                .hasSizeGreaterThan(70)
                .contains("/groups/…/leading", "/groups/…/prospects/…", "/meetings/…/live", "/dates/…/move")
                .contains("/networks/…/conveners", "/networks/…/trail", "/keys/openid", "/keys/openid/work");
        assertThat(pages.unlinked()).isEmpty();
    }

    /// Two write at once and a third without a line: nothing that anybody pressed is lost, and nothing comes twice.
    @Test
    void whatIsWrittenAtOnceOfflineAndInAPowerCutIsThereOnce() throws IOException, InterruptedException {
        try (var demonstration = RunningDemonstration.start();
                var chair = Visitor.atALaptop("Mara Lindqvist", demonstration.base());
                var member = Visitor.atAPhone("Theo Brannigan", demonstration.base());
                var away = Visitor.atALaptop("Noor Whitcombe", demonstration.base())) {
            var all = List.of(chair, member, away);
            all.forEach(DemonstrationJourneyTests::onTheWall);
            away.page().context().setOffline(true);
            says(away, OFFLINE);
            away.sees("goes by itself");
            says(chair, CHAIRS);
            says(member, MEMBERS);
            shows(chair, MEMBERS);
            shows(member, CHAIRS);
            says(member, IN_THE_CUT);
            demonstration.powerFails();
            away.page().context().setOffline(false);
            demonstration.powerIsBack();
            away.sees("what you wrote is in the room now");
            for (var visitor : all) {
                for (var words : List.of(CHAIRS, MEMBERS, OFFLINE, IN_THE_CUT)) {
                    shows(visitor, words);
                }
            }
            for (var visitor : all) {
                visitor.page().reload();
                visitor.opensTheRoom();
                for (var words : List.of(CHAIRS, MEMBERS, OFFLINE, IN_THE_CUT)) {
                    shows(visitor, words);
                }
                assertThat(field(visitor)).hasValue("");
            }
        }
    }

    private static void meet(RunningDemonstration demonstration) throws IOException, InterruptedException {
        try (var chair = Visitor.atALaptop("Mara Lindqvist", demonstration.base());
                var member = Visitor.atAPhone("Theo Brannigan", demonstration.base())) {
            chair.goTo("/demo");
            assertThat(chair.accessibilityFindings()).isEmpty();
            enter(chair);
            enter(member);
            var group = URI.create(chair.page().url()).getPath();
            tellsABelievableStory(chair, group, demonstration.base());
            chair.goTo(group + "/meetings");
            var coming = chair.page()
                    .locator("main a[href$='/prepare']")
                    .first()
                    .getAttribute("href")
                    .replace("/prepare", "/live");
            for (var visitor : List.of(chair, member)) {
                visitor.goTo(coming).arrives();
            }
            chair.press("Start the meeting").sees("Item 1 of 12");
            member.sees("Item 1 of 12");
            chair.press("Next item").sees("Item 2 of 12");
            member.press("I agree").sees("Item 2 of 12");

            try (var writer = Visitor.atALaptop("Noor Whitcombe", demonstration.base())) {
                saysWithAFileWhileTheProgramIsKilled(writer, group, demonstration);
            }
            chair.sees("Item 2 of 12").press("I agree").sees("You have agreed");
            chair.press("Next item").sees("Item 3 of 12");
            member.sees("Item 3 of 12")
                    .sees("Have Gareth present the depot's numbers himself")
                    .page()
                    .locator("room-lock")
                    .waitFor();
        }
    }

    /// Twenty minutes before a meeting most have said that they come, and a drafted word leads to this program.
    private static void tellsABelievableStory(Visitor chair, String group, URI base) {
        assertThat(chair.goTo(group + "/dates").page().locator("li.card").first())
                .containsText("10 coming, 1 not, 1 has not said yet");
        assertThat(chair.goTo(group + "/leading").page().locator("textarea").first())
                .hasValue(Pattern.compile(base + "/groups/"));
        var coming = chair.goTo(group + "/meetings").page().locator("main a[href^='/meetings/']");
        coming.first().click();
        assertThat(chair.page().locator("main")).containsText("Approved");
        assertThat(chair.page().locator("main")).containsText("will present");
    }

    /// The parts that the server has taken stay, the others go when it is there again, and the words with them.
    private static void saysWithAFileWhileTheProgramIsKilled(
            Visitor writer, String group, RunningDemonstration demonstration) throws IOException, InterruptedException {
        enter(writer);
        writer.goTo(group + "/wall").opensTheRoom();
        var held = new ArrayList<Route>();
        writer.page().route("**/files/*/4", held::add);
        writer.page()
                .locator("form[data-kind=wall-entry] sealed-files input")
                .setInputFiles(new FilePayload("Film.bin", "application/octet-stream", new byte[6_000_000]));
        writer.fill("Say something to the group", "The film of the opening.").press("Say it");
        writer.page().waitForCondition(() -> !held.isEmpty());
        demonstration.killAndStart();
        writer.page().unroute("**/files/*/4");
        held.forEach(Route::abort);
        writer.page().locator(".thread").getByText("The film of the opening.").waitFor();
        writer.page().reload();
        writer.opensTheRoom();
        writer.page().locator(".thread sealed-file[data-state=open]").first().waitFor();
        var film = writer.page().waitForDownload(() -> writer.press("Download Film.bin"));
        assertThat(Files.size(film.path())).isEqualTo(6_000_000);
    }

    private static void enter(Visitor visitor) {
        enter(visitor, "/groups/", "Lantern Group");
    }

    private static void enter(Visitor visitor, String page, String title) {
        visitor.goTo("/demo").press("Enter as " + visitor.name());
        visitor.page().waitForURL(url -> url.contains(page));
        visitor.sees(title);
    }

    private static void onTheWall(Visitor visitor) {
        enter(visitor);
        visitor.goTo(URI.create(visitor.page().url()).getPath() + "/wall").opensTheRoom();
    }

    private static void says(Visitor visitor, String words) {
        visitor.fill("Say something to the group", words).press("Say it");
    }

    private static Locator field(Visitor visitor) {
        return visitor.page().getByLabel("Say something to the group");
    }

    private static void shows(Visitor visitor, String words) {
        try {
            assertThat(visitor.page().locator(".thread sealed-text").getByText(words))
                    .hasCount(1);
        } catch (AssertionError missing) {
            throw new AssertionError(
                    visitor.name() + " sees: " + visitor.page().locator("main").innerText(), missing);
        }
    }
}
