package org.peerage.ballots;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two members vote in browsers of their own, and count; others vote as their pages would.
class BallotJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/ballots");

    private static final GroupFixture HERE = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private static final BallotFixture BALLOTS = new BallotFixture(HERE);
    private static final Visitor THEO = Visitor.atAPhone("Theo Brannigan", PEERAGE.base());
    private static final Visitor AISHA = Visitor.atALaptop("Aisha Karim", PEERAGE.base());
    private static final PersonId THEOS = HERE.seat(THEO);

    static {
        HERE.seat(AISHA);
    }

    @AfterAll
    static void everybodyGoesHome() {
        List.of(THEO, AISHA).forEach(Visitor::close);
    }

    @Test
    void bothFindTheirPapersByTheirReceiptsAndTheServerSawNoChoice() {
        THEO.goTo(BALLOTS.list).opensTheRoom().fill("Your question", "Shall we go to the sea?");
        THEO.looksRight(PICTURES, "asking");
        THEO.press("Open the ballot");
        THEO.page()
                .locator("[id^=ballot-]")
                .getByText("Shall we go to the sea?")
                .waitFor();
        var id = THEO.page().locator("[id^=ballot-]").first().getAttribute("id").replace("ballot-", "");
        var asked = BALLOTS.asked(HERE.chair(), UUID.fromString(id));
        BALLOTS.vote(asked, HERE.chair(), "yes");
        HERE.members.stream().limit(3).forEach(member -> BALLOTS.vote(asked, member, "yes"));

        var sent = new ArrayList<String>();
        THEO.page().onRequest(request -> {
            if (request.method().equals("POST") && request.postData() != null) {
                sent.add(request.postData());
            }
        });
        THEO.goTo(page(asked)).opensTheRoom().sees("4 of 6 have voted.");
        THEO.page()
                .getByLabel("No", new Page.GetByLabelOptions().setExact(true))
                .check();
        THEO.looksRight(PICTURES, "voting");
        THEO.press("Put it into the box").sees("Your paper is in the box.");
        var receipt = THEO.page().locator("[data-receipt]").textContent();
        assertThat(receipt).matches("[A-Z0-9]{4}-[A-Z0-9]{4}");
        assertThat(String.join("\n", sent)).doesNotContain(receipt).doesNotContain("\"no\"");
        THEO.goTo(page(asked)).opensTheRoom().sees("You have voted");
        assertThat(THEO.page().locator("[data-receipt]")).hasText(receipt);
        assertThat(THEO.page().locator("[data-papers] li")).hasCount(0);

        AISHA.goTo(page(asked)).opensTheRoom();
        AISHA.page()
                .getByLabel("Yes", new Page.GetByLabelOptions().setExact(true))
                .check();
        AISHA.press("Put it into the box").sees("Your paper is in the box.");
        AISHA.goTo(page(asked)).opensTheRoom().sees("It has passed. 5 for it, 1 against, 0 neither; 6 had a vote.");
        assertThat(AISHA.page().locator("[data-papers] li")).hasCount(6);
        AISHA.looksRight(PICTURES, "counted");
        THEO.goTo(page(asked)).opensTheRoom().sees("It has passed.");
        assertThat(THEO.page().locator("[data-papers] li", new Page.LocatorOptions().setHasText("Your paper")))
                .hasText(receipt + " No Your paper");
        assertThat(THEO.page().locator("[data-doubts] p")).hasCount(0);
        THEO.looksRight(PICTURES, "found");
        THEO.goTo(BALLOTS.list);
        assertThat(THEO.page().locator("#ballot-" + id + " .tag")).hasText("Passed");
    }

    @Test
    void aServerThatKeepsAPaperBackOrRecordsAnotherResultIsFoundOut() {
        var asked = BALLOTS.open(HERE.chair(), "question", UUID.randomUUID(), BallotRule.MAJORITY);
        THEO.goTo(page(asked)).opensTheRoom();
        THEO.page()
                .getByLabel("No", new Page.GetByLabelOptions().setExact(true))
                .check();
        THEO.press("Put it into the box").sees("Your paper is in the box.");
        var mine = BALLOTS.paper(asked, "yes");
        BALLOTS.put(asked, HERE.chair(), mine);
        HERE.members.forEach(member -> {
            if (!member.equals(THEOS)) {
                BALLOTS.vote(asked, member, "yes");
            }
        });
        var kept = BALLOTS.box(asked, HERE.chair()).body();
        var receipt = THEO.page().locator("[data-receipt]").textContent();
        var found = JsonMapper.shared()
                .readTree(kept)
                .path("papers")
                .valueStream()
                .map(JsonNode::asString)
                .filter(paper -> HERE.heldRoom()
                        .openPaper(
                                asked.epoch(),
                                asked.question(),
                                Sealed.parse(paper).orElseThrow())
                        .orElseThrow()
                        .contains(receipt))
                .findFirst()
                .orElseThrow();
        var lie = kept.replace(found, mine);
        THEO.page()
                .route(
                        "**/box",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(lie)));
        THEO.goTo(page(asked)).opensTheRoom();
        assertThat(THEO.page().locator("[data-doubts]")).containsText("no paper here carries your receipt " + receipt);
        assertThat(THEO.page().locator("[data-doubts]")).containsText("Two papers carry the receipt");
        THEO.page().unroute("**/box");
        THEO.page()
                .evaluate("() => { document.querySelector('ballot-paper').dataset.state = 'failed';"
                        + " return document.querySelector('ballot-paper').begin(); }");
        assertThat(THEO.page().locator("[data-doubts]"))
                .hasText("What was recorded as the result is not what this page has counted. Do not act on it, and"
                        + " speak with the others.");
    }

    private static String page(BallotFixture.Asked asked) {
        return BALLOTS.list + "/" + asked.ballot();
    }
}
