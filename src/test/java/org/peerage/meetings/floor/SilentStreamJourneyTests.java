package org.peerage.meetings.floor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peerage.Relay;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.live.LiveFixture;

/// A phone whose connection dies without being closed. Its clock is moved on, so that nobody waits.
class SilentStreamJourneyTests {

    private static final long HALF_A_PATIENCE = 25_000;
    private static final long A_PATIENCE = 45_000;
    private static final long A_LOOK = 1_100;
    private static final long A_TRY = 5_000;

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void whoHearsNothingAnyMoreSaysSoAndComesBackByAnotherWay() {
        try (var relay = new Relay(peerage.base());
                var two = new TwoAtAMeeting(
                        Visitor.of(
                                "Theo Brannigan",
                                peerage.base(),
                                phone -> phone.setViewportSize(375, 740).setProxy(new Proxy(relay.address()))),
                        3)) {
            var theo = two.theo.page();
            var heard = heard(theo);
            theo.clock().install();
            begin(two);
            var lost = theo.locator("[data-broken]");

            for (var beats = 0; beats < 2; beats++) {
                var before = heard.get();
                LiveFixture.beat(peerage);
                theo.waitForCondition(() -> heard.get() > before);
                theo.clock().fastForward(HALF_A_PATIENCE);
            }
            theo.clock().runFor(A_LOOK);
            assertThat(lost).isHidden();

            relay.fallsSilent();
            two.mara.page().getByText("Time, pause, back").click();
            two.mara.press("+1 min");
            var moved = two.mara.page().locator("[data-floor]");
            var ends = theo.locator("[data-floor]").getAttribute("data-ends");
            assertThat(moved).not().hasAttribute("data-ends", ends);
            theo.clock().fastForward(A_PATIENCE);
            assertThat(lost).isVisible();
            assertThat(theo.locator("[data-floor]")).hasAttribute("data-ends", ends);

            relay.passesAgain();
            // The browser's idle connections are dead as well: each try finds out about one.
            for (var tries = 0; tries < 8 && !hides(lost); tries++) {
                theo.clock().fastForward(A_TRY);
            }
            assertThat(lost).isHidden();
            assertThat(theo.locator("[data-floor]")).hasAttribute("data-ends", moved.getAttribute("data-ends"));
            var before = heard.get();
            var last = moved.getAttribute("data-ends");
            two.mara.press("+1 min");
            assertThat(moved).not().hasAttribute("data-ends", last);
            theo.waitForCondition(() -> heard.get() > before);
            assertThat(theo.locator("[data-floor]")).hasAttribute("data-ends", moved.getAttribute("data-ends"));
        }
    }

    private static boolean hides(Locator notice) {
        try {
            notice.waitFor(new Locator.WaitForOptions()
                    .setState(WaitForSelectorState.HIDDEN)
                    .setTimeout(2_000));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    private static void begin(TwoAtAMeeting two) {
        two.theo.goTo("/meetings/" + two.meeting + "/live").sees("The door is open");
        two.theo.arrives();
        two.mara.goTo("/meetings/" + two.meeting + "/live").press("Start the meeting");
        assertThat(two.theo.page().locator("#floor h2")).containsText("Arrive");
    }

    /// Counts what the page's streams have brought.
    private static AtomicInteger heard(Page page) {
        var heard = new AtomicInteger();
        var devtools = page.context().newCDPSession(page);
        devtools.send("Network.enable");
        devtools.on("Network.eventSourceMessageReceived", event -> heard.incrementAndGet());
        return heard;
    }
}
