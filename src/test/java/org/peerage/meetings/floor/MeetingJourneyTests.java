package org.peerage.meetings.floor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.meetings.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A laptop that leads and a phone that follows, through one meeting: on a journey, with a wrong clock, and offline for
/// a while.
class MeetingJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures");

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aPhoneFollowsALaptopThroughAMeeting() {
        try (var two = new TwoAtAMeeting(Visitor.atAPhone("Theo Brannigan", peerage.base()), 5)) {
            var mara = two.mara;
            var theo = two.theo;
            var meeting = two.meeting;

            theo.goTo("/meetings/" + meeting).sees("Draft, made from what is due");
            assertThat(theo.accessibilityFindings()).isEmpty();
            theo.picture(PICTURES.resolve("agenda-phone.png"));
            begin(mara, theo, meeting);
            assertThat(theo.accessibilityFindings()).isEmpty();
            rests(theo);

            mara.press("Next item");
            follows(theo, "What stays in the room");
            theo.press("I agree").sees("You have agreed");
            mara.press("Next item").sees("Mara Lindqvist is here and has not agreed yet");
            mara.press("I agree").sees("You have agreed");
            assertThat(mara.page().getByText("has not agreed yet")).hasCount(0);
            mara.press("Next item");
            follows(theo, "Updates");
            shows(mara.page().locator(".chips .chip").first(), "Theo Brannigan");

            mara.press("The word to Theo Brannigan");
            shows(theo.page().locator("#floor .speaker"), "It is your turn.");
            shows(mara.page().locator("#floor .speaker"), "Theo Brannigan");
            for (var visitor : List.of(mara, theo)) {
                assertThat(visitor.accessibilityFindings()).isEmpty();
                visitor.picture(PICTURES.resolve("live-" + visitor.name().replace(' ', '-') + ".png"));
            }
            theo.inTheDark().picture(PICTURES.resolve("live-phone-dark.png"));
            assertThat(theo.accessibilityFindings()).isEmpty();

            mara.page().getByText("Time, pause, back").click();
            mara.press("Pause");
            shows(theo.page().locator("[data-word]"), "Paused");
            mara.press("Go on");
            shows(theo.page().locator("[data-word]"), "left");

            browsesAndComesBack(mara, theo);
            whoeverTypesIsLeftAlone(mara, theo);
            mara.press("End the meeting");
            theo.sees("The meeting has ended");
            theo.follow("What we did today").sees("Who had the word for how long");
            assertThat(theo.accessibilityFindings()).isEmpty();
            theo.picture(PICTURES.resolve("summary-phone.png"));
            for (var visitor : List.of(mara, theo)) {
                assertThat(visitor.complaints()).as(visitor.name()).isEmpty();
            }
        }
    }

    @Test
    void aConnectionThatIsLostAndFoundLosesNoWordAndNoStep() {
        try (var two = new TwoAtAMeeting(Visitor.atAPhone("Theo Brannigan", peerage.base()), 3)) {
            var mara = two.mara;
            var theo = two.theo;
            var meeting = two.meeting;
            begin(mara, theo, meeting);
            goTo(mara, "How was it?");
            follows(theo, "How was it?");
            theo.opensTheRoom();
            var words =
                    theo.page().locator("form[data-kind=reflection] textarea").first();
            words.fill("We listened before we spoke.");

            theo.page().context().setOffline(true);
            theo.page()
                    .getByLabel("7", new Page.GetByLabelOptions().setExact(true))
                    .check();
            theo.press("Give my rating").sees("We could not reach the server");
            assertThat(words).hasValue("We listened before we spoke.");
            mara.press("Next item");
            follows(mara, "Close");
            mara.page().getByText("Time, pause, back").click();
            mara.press("Back one item");
            follows(mara, "How was it?");
            mara.press("Next item");
            follows(mara, "Close");

            theo.page().context().setOffline(false);
            follows(theo, "Close");
            assertThat(words).hasValue("We listened before we spoke.");
            theo.press("Give my rating");
            shows(theo.page().locator("#stage h2"), "Close");
            assertThat(as(
                            two.follower,
                            () -> peerage.bean(JdbcClient.class)
                                    .sql("select score, record_id is not null as words from meetings.rating"
                                            + " where meeting_id = :meeting and person_id = :me")
                                    .param("meeting", two.meeting.value())
                                    .param("me", two.follower.value())
                                    .query()
                                    .singleRow()))
                    .containsEntry("score", 7)
                    .containsEntry("words", true);
        }
    }

    @Test
    void aPressWithoutALineIsSaidAndGoesWhenItIsPressedOnceMore() {
        try (var two = new TwoAtAMeeting(Visitor.atAPhone("Theo Brannigan", peerage.base()), 3)) {
            var mara = two.mara;
            begin(mara, two.theo, two.meeting);
            mara.page().context().setOffline(true);
            mara.press("Next item").sees("please press once more");
            mara.page().context().setOffline(false);
            mara.press("Next item");
            follows(two.theo, "What stays in the room");
            assertThat(mara.page().getByText("please press once more")).hasCount(0);
        }
    }

    @Test
    void theLeadIsHandedOverAndTheOtherGoesOnFromThere() {
        try (var two = new TwoAtAMeeting(Visitor.atAPhone("Theo Brannigan", peerage.base()), 3)) {
            var mara = two.mara;
            var theo = two.theo;
            begin(mara, theo, two.meeting);
            assertThat(button(theo, "Next item")).hasCount(0);
            mara.page().getByText("Hand over the lead").click();
            mara.press("Theo Brannigan");
            assertThat(button(theo, "Next item")).isVisible();
            assertThat(button(mara, "Next item")).hasCount(0);
            theo.press("Next item");
            follows(mara, "What stays in the room");
        }
    }

    @Test
    void aSlowConnectionEndsAtTheItemTheGroupIsAt() {
        try (var two = new TwoAtAMeeting(Visitor.atAPhone("Theo Brannigan", peerage.base()), 3)) {
            var mara = two.mara;
            var theo = two.theo;
            begin(mara, theo, two.meeting);
            shows(theo.page().locator("#stage h2"), "Arrive");
            var arriving = theo.page().locator("[data-floor]").getAttribute("data-item");
            var held = new ArrayList<Route>();
            theo.page().route("**/items/*", route -> {
                if (held.isEmpty() && !route.request().url().endsWith(arriving)) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            for (var step : List.of("What stays in the room", "Updates", "Break", "An issue")) {
                acts(mara, "Next item");
                follows(theo, step);
            }
            held.forEach(Route::resume);
            shows(theo.page().locator("#stage h2").first(), "An issue");
        }
    }

    @Test
    void anotherTimeZoneAndAWrongClockShowTheSameCountdown() {
        var far = Visitor.of("Theo Brannigan", peerage.base(), options -> options.setTimezoneId("Asia/Kathmandu"));
        try (var two = new TwoAtAMeeting(far, 3)) {
            var mara = two.mara;
            var theo = two.theo;
            var meeting = two.meeting;
            theo.page()
                    .addInitScript("const real = Date.now; Date.now = () => real() - 37 * 60 * 1000;"
                            + " const There = Date; globalThis.Date = class extends There {"
                            + " constructor(...given) { super(...(given.length ? given : [Date.now()])); }"
                            + " static now() { return real() - 37 * 60 * 1000; } };");
            begin(mara, theo, meeting);
            sameTime(mara, theo);
            var ends = ends(mara);
            mara.page().getByText("Time, pause, back").click();
            mara.press("+5 min");
            for (var visitor : List.of(mara, theo)) {
                assertThat(visitor.page().locator("[data-floor]"))
                        .hasAttribute("data-ends", Long.toString(ends + 300_000));
            }
            sameTime(mara, theo);
            // Times of the meeting are written in the zone of the meeting.
            theo.page().waitForCondition(() -> plan(theo).equals(plan(mara)));
        }
    }

    /// Between two seconds nothing is drawn: a phone follows for hours.
    private static void rests(Visitor visitor) {
        var drawn = visitor.page().evaluate("""
                () => new Promise((done) => {
                  const changes = [];
                  const look = new MutationObserver((some) => changes.push(...some));
                  look.observe(document.querySelector("[data-clock]"), { attributes: true, subtree: true });
                  let seconds = 0;
                  const time = new MutationObserver(() => {
                    if (++seconds === 4) done(changes.length + document.getAnimations().length);
                  });
                  time.observe(document.querySelector("[data-time]"), { childList: true, characterData: true, subtree: true });
                })""");
        assertThat((Integer) drawn).as("changes of the clock in four seconds").isLessThanOrEqualTo(5);
    }

    private static String plan(Visitor visitor) {
        return visitor.page().locator("#plan p").first().textContent();
    }

    /// Read at the same moment, give or take what two readings take. A page that had no turn at the processor shows an
    /// older second until it has one.
    private static void sameTime(Visitor one, Visitor other) {
        one.page().waitForCondition(() -> {
            var before = seconds(one);
            var there = seconds(other);
            var after = seconds(one);
            return there >= after - 1 && there <= before + 1;
        });
    }

    private static long ends(Visitor visitor) {
        return Long.parseLong(visitor.page().locator("[data-floor]").getAttribute("data-ends"));
    }

    private static int seconds(Visitor visitor) {
        var parts = visitor.page().locator("[data-time]").textContent().split(":", 2);
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }

    private static void begin(Visitor mara, Visitor theo, MeetingId meeting) {
        theo.goTo("/meetings/" + meeting + "/live").sees("The door is open");
        theo.arrives();
        mara.goTo("/meetings/" + meeting + "/live").sees("One is here");
        mara.press("Start the meeting");
        follows(mara, "Arrive");
        follows(theo, "Arrive");
    }

    private static void browsesAndComesBack(Visitor mara, Visitor theo) {
        theo.page()
                .locator("#plan")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("What stays in the room"))
                .click();
        shows(theo.page().locator("#stage h2"), "What stays in the room");
        assertThat(theo.page().locator("[data-moved]")).isVisible();
        mara.press("Next item");
        follows(theo, "Break");
        shows(theo.page().locator("#stage h2"), "What stays in the room");
        theo.press("Back to where the group is");
        shows(theo.page().locator("#stage h2"), "Break");
        assertThat(theo.page().locator("[data-moved]")).isHidden();
    }

    private static void whoeverTypesIsLeftAlone(Visitor mara, Visitor theo) {
        goTo(mara, "How was it?");
        follows(theo, "How was it?");
        var seven = theo.page().getByLabel("7", new Page.GetByLabelOptions().setExact(true));
        seven.check();
        acts(mara, "+5 min");
        acts(mara, "Next item");
        follows(theo, "Close");
        assertThat(seven).isChecked();
        shows(theo.page().locator("#stage h2"), "How was it?");
        assertThat(theo.page().locator("[data-moved-step]")).hasText("Close");
        theo.press("Give my rating");
        shows(theo.page().locator("#stage h2"), "Close");
    }

    private static void goTo(Visitor mara, String step) {
        for (var count = 0;
                !mara.page().locator("#floor h2").innerText().strip().startsWith(step);
                count++) {
            assertThat(count).isLessThan(12);
            acts(mara, "Next item");
        }
    }

    /// Presses, and waits until the page knows what came of it: the next act starts from there. Others' acts change the
    /// number of the meeting too, so it waits for what this act alone changes.
    private static void acts(Visitor mara, String button) {
        var floor = mara.page().locator("[data-floor]");
        var changed = button.equals("Next item") ? "data-item" : "data-ends";
        var before = floor.getAttribute(changed);
        var step = floor.getAttribute("data-step");
        mara.press(button);
        if ("What stays in the room".equals(step) && button.equals("Next item")) {
            mara.press("Go on all the same");
        }
        assertThat(floor).not().hasAttribute(changed, before);
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void follows(Visitor visitor, String step) {
        shows(visitor.page().locator("#floor h2"), step);
    }

    private static void shows(Locator place, String text) {
        assertThat(place).containsText(text);
    }
}
