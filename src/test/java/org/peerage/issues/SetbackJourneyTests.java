package org.peerage.issues;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.tenancy.Ids;

/// Somebody brings a setback from their phone. They are listened to, and what they type stays while the group goes on.
class SetbackJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void whoeverHadASetbackIsListenedTo() {
        var at = new IssueFixture();
        try (var theo =
                Visitor.atAPhone("Theo Brannigan", RunningPeerage.shared().base())) {
            at.here.seat(theo);
            theo.goTo("/meetings/" + at.meeting + "/issue").opensTheRoom();
            var title = theo.page()
                    .locator("form[data-kind=issue] sealed-field input, form[data-kind=issue] textarea")
                    .first();
            title.fill("We lost the ferry contract.");
            theo.page().getByLabel("What is it?").selectOption(new SelectOption().setLabel("A setback"));
            var ways = theo.page().locator("#protocol option");
            assertThat(ways).hasCount(2);
            assertThat(ways.first()).containsText("Listening round");
            assertThat(title).hasValue("We lost the ferry contract.");
            theo.looksRight(PICTURES, "issue-preparation");
            theo.press("Share it with the group").sees("Shared with your group").sees("A setback");

            var item = at.begun();
            theo.goTo("/meetings/" + at.meeting + "/live")
                    .opensTheRoom()
                    .sees("Listening round")
                    .sees("The facilitator will begin.");
            at.begin(at.chair, item);
            theo.sees("Everybody listens, nobody helps.").sees("No advice");
            assertThat(theo.page().locator(".step-clock")).hasText(Pattern.compile("[78]:\\d\\d"));
            theo.looksRight(PICTURES, "issue-listening");
            for (var step = 0; step < 3; step++) {
                at.step(at.chair, item, step, step + 1);
            }
            theo.sees("What would help in the next days");
            theo.page().getByText("There is nothing to commit to").click();
            var reason = theo.page().locator("form[data-kind=issue-no-action] textarea");
            assertThat(reason).isVisible();
            theo.page().waitForResponse(answer -> answer.url().endsWith("/items/" + item), () -> at.arrive(at.noor));
            theo.page().waitForFunction("() => !document.querySelector('.htmx-request')");
            assertThat(reason).isVisible();
            reason.fill("It was enough to be heard.");
            at.step(at.chair, item, 3, 2);
            theo.press("Close without a commitment").sees("The group is at another step now.");
            assertThat(reason).hasValue("It was enough to be heard.");
            at.step(at.chair, item, 2, 3);
            theo.press("Close without a commitment").sees("No action, because:");
            theo.sees("It was enough to be heard.");
            theo.fill("What was this worth to you? 1 to 10", "9");
            theo.press("Close the issue").sees("This issue is closed.");
            assertThat(at.value(at.chair)).isEqualTo(9);
            theo.goTo("/groups/" + at.here.group)
                    .page()
                    .locator("main a[href*='/members/']")
                    .getByText("Theo Brannigan")
                    .click();
            theo.sees("Issues brought");
            theo.opensTheRoom().sees("We lost the ferry contract.").sees("It was enough to be heard.");
            theo.looksRight(PICTURES, "member");
            assertThat(theo.complaints())
                    .as("what was refused is said by the browser too")
                    .hasSize(1)
                    .allMatch(one -> one.contains("422"));
        }
    }

    @Test
    void newsThatComesWhileTheItemIsFetchedIsNotLost() {
        var at = new IssueFixture();
        try (var theo =
                Visitor.atAPhone("Theo Brannigan", RunningPeerage.shared().base())) {
            at.here.seat(theo);
            at.prepare(at.ada, at.sealed(at.ada, "issue", Ids.next(), "title"));
            at.lead("start");
            var page = theo.goTo("/meetings/" + at.meeting + "/live")
                    .opensTheRoom()
                    .page();
            assertThat(page.locator("#stage h2")).hasText("Arrive");
            var held = new ArrayList<Runnable>();
            var item = at.issueItem();
            page.route("**/items/" + item, route -> {
                if (held.isEmpty()) {
                    var early = route.fetch();
                    held.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(early)));
                } else {
                    route.resume();
                }
            });
            at.begun();
            page.waitForCondition(() -> !held.isEmpty());
            var before = page.locator("[data-floor]").getAttribute("data-n");
            at.begin(at.chair, item);
            assertThat(page.locator("[data-floor]")).not().hasAttribute("data-n", before);
            held.getFirst().run();
            assertThat(page.locator(".step-clock")).isVisible();
        }
    }
}
