package org.peerage.wall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// Two members talk between meetings, one at a telephone, and nobody has to look whether something is new.
class WallJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures", "wall");

    @Test
    void whatOneSaysTheOtherReadsAtOnceAndAnswers() {
        var base = RunningPeerage.shared().base();
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var home = "/groups/" + here.group;
        try (var theo = Visitor.atAPhone("Theo Brannigan", base);
                var noor = Visitor.atALaptop("Noor Whitcombe", base)) {
            here.seat(theo);
            here.seat(noor);
            theo.goTo(home).follow("The wall").sees("Nobody has said anything here yet.");
            theo.opensTheRoom().looksRight(PICTURES, "empty");
            noor.goTo(home + "/wall").opensTheRoom();

            theo.fill("Say something to the group", "Has anybody moved a depot to the coast?");
            reads(noor, () -> theo.press("Say it"));
            theo.sees("Has anybody moved a depot to the coast?");
            assertThat(theo.page().getByLabel("Say something to the group")).hasValue("");
            noor.sees("Has anybody moved a depot to the coast?");
            assertThat(noor.page().locator(".thread [data-said-by]")).containsText("Theo Brannigan");

            noor.page().getByText("Answer").first().click();
            noor.fill("Your answer", "Twice. Call me tomorrow.");
            theo.fill("Say something to the group", "And one thing more");
            noor.page().locator(".thread button").click();
            theo.sees("Twice. Call me tomorrow.");
            assertThat(theo.page().getByLabel("Say something to the group")).hasValue("And one thing more");
            theo.looksRight(PICTURES, "answered");
            noor.goTo("/");
            assertThat(noor.page().getByText("Said since you looked")).isHidden();

            theo.press("Say it").sees("And one thing more");
            noor.goTo("/").sees("Said since you looked").sees(": one new word");
            noor.goTo(home).follow("The wall (1)");
            assertThat(noor.page().locator(".tag.warm")).hasText("New");
            reads(noor, noor::opensTheRoom);
            noor.sees("And one thing more").looksRight(PICTURES, "two-threads");
            noor.page().reload();
            assertThat(noor.page().locator(".thread")).hasCount(2);
            assertThat(noor.page().locator(".tag.warm")).hasCount(0);
            for (var visitor : List.of(theo, noor)) {
                assertThat(visitor.complaints()).isEmpty();
            }
        }
    }

    @Test
    void theNewsOfWhatOneSaysDoesNotBringItBackIntoTheField() {
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        try (var theo =
                Visitor.atAPhone("Theo Brannigan", RunningPeerage.shared().base())) {
            here.seat(theo);
            var page =
                    theo.goTo("/groups/" + here.group + "/wall").opensTheRoom().page();
            theo.fill("Say something to the group", "Once is enough.").sees("Saved privately.");
            var held = new ArrayList<Runnable>();
            page.route("**/wall", route -> {
                if (held.isEmpty() && route.request().method().equals("POST")) {
                    var answer = route.fetch();
                    held.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
                } else {
                    route.resume();
                }
            });
            page.waitForResponse(
                    answer -> answer.url().endsWith("/wall")
                            && answer.request().method().equals("GET"),
                    () -> theo.press("Say it"));
            page.waitForCondition(() -> !held.isEmpty());
            held.getFirst().run();
            theo.sees("Once is enough.");
            assertThat(page.getByLabel("Say something to the group")).hasValue("");
            assertThat(page.locator(".thread")).hasCount(1);
        }
    }

    private static void reads(Visitor visitor, Runnable act) {
        visitor.page().waitForResponse(answer -> answer.url().endsWith("/wall/read"), act);
    }
}
