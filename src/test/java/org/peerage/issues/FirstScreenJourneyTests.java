package org.peerage.issues;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.tenancy.Ids;

/// On a telephone, what the group is on is on the first screen of every state of a meeting: the time, what is going on
/// with whose turn it is, the words, and what one can press.
class FirstScreenJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures");

    /// What of it is not on the first screen: nothing.
    private static final String MISSING = """
            () => {
              const reach = document.querySelector(".reach").getBoundingClientRect();
              const end = Math.min(innerHeight, reach.top);
              const missing = [];
              const whole = (name, element) => {
                const box = element?.getBoundingClientRect();
                if (!box || box.height === 0 || box.top < 0 || box.bottom > end) missing.push(name);
              };
              if (reach.height === 0 || reach.bottom > innerHeight + 1) missing.push("what one can press");
              const strip = document.querySelector(".strip, .threshold");
              whole("time", strip);
              whole("whose turn", document.querySelector(".speaker") ?? strip);
              whole("what it is", document.querySelector("#stage h2"));
              const words = document.querySelector("#stage .stated") ?? document.querySelector("#stage h2 ~ *");
              const box = words?.getBoundingClientRect();
              if (!box || Math.min(box.bottom, end) - box.top < Math.min(box.height, 44)) missing.push("the words");
              return missing.join(", ");
            }""";

    private final IssueFixture at = new IssueFixture();

    @ParameterizedTest
    @ValueSource(strings = {"decision", "setback"})
    void whatTheGroupIsOnIsOnTheFirstScreen(String kind) {
        try (var ada = Visitor.atAPhone("Ada Okafor", RunningPeerage.shared().base())) {
            at.here.seat(ada);
            at.prepare(at.ada, at.sealed(at.ada, "issue", Ids.next(), "title"), "kind", kind, "minutes", "36");
            ada.goTo("/meetings/" + at.meeting + "/live").opensTheRoom();
            firstScreen(ada, "lobby");
            ada.arrives();
            at.lead("start");
            var item = at.issueItem();
            for (var now = at.current(); ; now = at.current()) {
                shows(ada, now);
                if (now.equals(item)) {
                    work(ada, item);
                }
                readsOn(ada);
                if (!at.lead("next-all-the-same")) {
                    break;
                }
            }
            readsOn(ada);
            at.lead("close");
            ada.sees("The meeting has ended");
            firstScreen(ada, "after");
            assertThat(ada.page().locator("#plan")).containsText("Were not here");
            assertThat(ada.page().locator("#plan")).not().containsText("until");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    private void work(Visitor ada, UUID item) {
        at.begin(at.chair, item);
        var steps = ada.page().locator(".steps li");
        assertThat(steps.first()).hasAttribute("aria-current", "step");
        var all = steps.count();
        for (var step = 0; step < all; step++) {
            assertThat(steps.nth(step)).hasAttribute("aria-current", "step");
            firstScreen(ada, "step " + step);
            if (all == 5 && step == 2) {
                at.write(at.ada, item, "issue-real", at.sealed(at.ada, "issue-real", Ids.next()));
            }
            if (all == 5 && step == 3) {
                assertThat(ada.page().locator("#lead")).containsText("Not heard yet");
                ada.looksRight(PICTURES, "live-round");
                ada.page().setViewportSize(375, 740);
            }
            if (step < all - 1) {
                readsOn(ada);
                at.step(at.chair, item, step, step + 1);
            }
        }
        at.write(at.ada, item, "issue-no-action", at.sealed(at.ada, "issue-no-action", Ids.next()));
        at.close(at.chair, item);
    }

    /// Down to the end of the page; where the group goes on, it is at the head again by itself.
    private static void readsOn(Visitor visitor) {
        visitor.page().evaluate("scrollTo(0, document.body.scrollHeight)");
    }

    private static void shows(Visitor visitor, UUID item) {
        assertThat(visitor.page().locator("[data-floor]")).hasAttribute("data-item", "" + item);
        assertThat(visitor.page().locator("#stage [data-stage]")).hasAttribute("data-stage", "" + item);
        firstScreen(visitor, visitor.page().locator("#stage h2").first().textContent());
    }

    private static void firstScreen(Visitor visitor, String state) {
        try {
            visitor.page()
                    .waitForCondition(() -> visitor.page().evaluate(MISSING).equals(""));
        } catch (TimeoutError late) {
            visitor.picture(PICTURES.resolve("first-screen.png"));
            throw new AssertionError(state + ": " + visitor.page().evaluate(MISSING), late);
        }
    }
}
