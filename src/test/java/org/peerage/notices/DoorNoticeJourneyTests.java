package org.peerage.notices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.Card;
import org.peerage.tenancy.PersonId;

/// A chair and a newcomer who wait for each other, and neither has to load a page again.
class DoorNoticeJourneyTests {
    private static final String REQUESTS = "**/requests";

    private static final Path PICTURES = Path.of("target", "pictures", "notices");

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void theChairSeesWhoWaitsAndTheNewcomerThatTheyAreIn() {
        try (var mara = Visitor.atALaptop("Mara Lindqvist", peerage.base());
                var wren = Visitor.atAPhone("Wren Halloway", peerage.base())) {
            var here = GroupFixture.chairedBy(enrolled(mara), "Mara Lindqvist");
            var home = "/groups/" + here.group;
            mara.goTo(home + "/room").opensTheRoom().press("Open the room").sees("Opened the room");
            here.seat(enrolled(wren), "Wren Halloway");
            wren.goTo(home + "/charter").press("Sign the charter").sees("Ask to be let in");
            mara.goTo(home + "/room").sees("Wren Halloway").sees("Has not asked");
            mara.goTo("/");
            assertThat(count(mara)).isHidden();

            wren.opensTheRoom().press("Ask to be let in").sees("You are at the door");
            assertThat(count(mara)).hasText("1");
            mara.sees("Somebody is at the door").looksRight(PICTURES, "home-of-the-chair");
            mara.page().locator("[data-notices]").click();
            mara.sees("Wren Halloway waits at the door of Tuesday Circle.").looksRight(PICTURES, "waiting");
            mara.press("Wren Halloway waits at the door of Tuesday Circle.");
            mara.sees("without your link to this room");
            assertThat(count(mara)).isHidden();

            wren.page().context().setOffline(true);
            mara.page().getByLabel("Let in Wren Halloway").check();
            mara.press("Let in").sees("Let in without a check");
            wren.page().context().setOffline(false);
            wren.sees("You are in the room");
            assertThat(wren.page().locator("#next")).not().containsText("You are at the door");
            assertThat(count(wren)).hasText("1");
            wren.looksRight(PICTURES, "let-in");
            wren.page().locator("[data-notices]").click();
            wren.sees("You have been let into the room of Tuesday Circle.");
            assertThat(mara.complaints()).isEmpty();
        }
    }

    @Test
    void theListAtTheDoorMovesByItselfAndKeepsWhomTheChairHasChosen() {
        try (var mara = Visitor.atALaptop("Mara Lindqvist", peerage.base());
                var wren = Visitor.atAPhone("Wren Halloway", peerage.base());
                var theo = Visitor.atAPhone("Theo Brannigan", peerage.base())) {
            var here = GroupFixture.chairedBy(enrolled(mara), "Mara Lindqvist");
            var home = "/groups/" + here.group;
            mara.goTo(home + "/room").opensTheRoom().press("Open the room").sees("Opened the room");
            for (var newcomer : List.of(wren, theo)) {
                here.seat(enrolled(newcomer), newcomer.name());
                newcomer.goTo(home + "/charter").press("Sign the charter").sees("Ask to be let in");
            }
            mara.goTo(home + "/room").opensTheRoom();
            wren.opensTheRoom().press("Ask to be let in").sees("You are at the door");
            mara.page().getByLabel("Let in Wren Halloway").check();
            // The list is drawn anew at once; what the keys say of those at the door is still on its way.
            mara.page().route(REQUESTS, _ -> {});
            theo.opensTheRoom().press("Ask to be let in").sees("You are at the door");
            assertThat(mara.page().getByText("Theo Brannigan").first()).isVisible();
            assertThat(mara.page().getByLabel("Let in Theo Brannigan")).not().isChecked();
            assertThat(mara.page().getByLabel("Let in Wren Halloway")).isChecked();
            mara.press("Let in");
            mara.page().unroute(REQUESTS);
            mara.sees("Let in without a check");
            wren.sees("You are in the room");
            assertThat(theo.page().locator("#next")).containsText("You are at the door");
            assertThat(mara.complaints()).isEmpty();
        }
    }

    private static Locator count(Visitor visitor) {
        return visitor.page().locator("[data-count]");
    }

    private static PersonId enrolled(Visitor visitor) {
        visitor.enrol(RunningPeerage.shared().enrollingLink("/keys"));
        return new PersonId(Card.parse(Objects.toString(visitor.page()
                        .evaluate("async () => JSON.stringify((await (await fetch('/keys/me')).json()).card)")))
                .orElseThrow()
                .user());
    }
}
