package org.peerage.issues;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.Shifts;
import org.peerage.Visitor;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A member who was not there reads, at a telephone and on paper, what the others keep of a meeting.
class RecordJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures", "record");

    private final IssueFixture at = new IssueFixture();

    @Test
    void whoeverWasAwayReadsAllOfItAtATelephoneAndOnPaper() {
        try (var theo = Visitor.atAPhone("Theo Brannigan", IssueFixture.PEERAGE.base())) {
            at.here.seat(theo);
            held();
            theo.goTo("/").follow("The last meeting’s record");
            theo.opensTheRoom().sees("Keep the long questions.");
            theo.sees("Start on time.").sees("What we said we would do").sees("No next meeting has been set yet.");
            assertThat(theo.page().locator(".card [data-said-by]")).hasCount(3);
            assertThat(theo.page().locator("sealed-text:not([data-state=open])"))
                    .hasCount(0);
            assertThat(theo.page().locator("[data-left-out]")).hasCount(0);
            theo.looksRight(PICTURES, "record");

            theo.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(theo.page().getByText("Confidential to Tuesday Circle")).isVisible();
            for (var furniture : new String[] {".top", ".bottom", ".lock", "[data-paper]"}) {
                assertThat(theo.page().locator(furniture)).isHidden();
            }
            assertThat(theo.page().locator("html")).hasCSS("background-color", "rgb(255, 255, 255)");
            assertThat(theo.page().locator("h1")).hasCSS("color", "rgb(0, 0, 0)");
            assertThat(theo.page().pdf().length).isGreaterThan(5_000);
            theo.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

            theo.follow("All of this issue").sees("The meetings it stood in");
            theo.looksRight(PICTURES, "issue");
            assertThat(theo.complaints()).isEmpty();
        }
    }

    /// The page is the server's, the ledger is not.
    @Test
    void whatIsLeftOutOfARecordIsSaid() {
        try (var theo = Visitor.atAPhone("Theo Brannigan", IssueFixture.PEERAGE.base())) {
            at.here.seat(theo);
            held();
            theo.page().route("**/meetings/*", route -> {
                var answer = route.fetch();
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(answer.text()
                                .replaceAll("(?s)<li class=\"card\">(?:(?!</li>).)*reflection.*?</li>", "")));
            });
            anHourPasses(theo);
            theo.goTo("/meetings/" + at.meeting).opensTheRoom().sees("is missing");
            assertThat(theo.page().locator("[data-left-out]")).hasCount(1);
            assertThat(theo.page().getByText("Start on time.")).hasCount(0);
        }
    }

    @Test
    void nothingMovesUnderTheFingerWhileAPageOpens() {
        try (var theo = Visitor.atAPhone("Theo Brannigan", IssueFixture.PEERAGE.base())) {
            at.here.seat(theo);
            held();
            var entry = Ids.next();
            var text = new KeyholderRoom.About("wall-entry", entry, entry);
            var words = Map.of("text", "The lamp room is dry again. ".repeat(20));
            assertThat(Pages.seenBy(at.noor)
                            .post(group() + "/wall", "sealed", at.here.sealed(at.noor, text, words))
                            .status())
                    .isEqualTo(302);
            theo.goTo(group() + "/wall").opensTheRoom();
            try (var shifts = new Shifts(theo)) {
                var pages = List.of(
                        "/meetings/" + at.meeting,
                        group() + "/members/" + at.ada,
                        group() + "/issues/" + at.issue().orElseThrow(),
                        group() + "/wall",
                        group());
                shifts.standStill(pages, 375, 1280);
            }
            assertThat(theo.complaints()).isEmpty();
        }
    }

    private String group() {
        return at.here.group.address();
    }

    /// What is a minute old may still be on its way to the page.
    private static void anHourPasses(Visitor visitor) {
        visitor.page().addInitScript("const now = Date.now; Date.now = () => now() + 3600000;");
    }

    private void held() {
        at.arrive(at.noor);
        var item = at.atWork();
        at.goTo(item, 4);
        at.commit(at.ada, item, at.noor);
        at.close(at.ada, item);
        var rating = one("select id from meetings.shared_item where meeting_id = :meeting and kind = 'rating'");
        while (!rating.equals(one("select current_item_id from meetings.shared_meeting where id = :meeting"))) {
            at.lead("next");
        }
        var answer = Pages.seenBy(at.noor)
                .post(
                        "/meetings/" + at.meeting + "/rating",
                        "item",
                        rating.toString(),
                        "request",
                        UUID.randomUUID().toString(),
                        "score",
                        "8",
                        "sealed",
                        at.here.sealed(
                                at.noor,
                                new KeyholderRoom.About("reflection", Ids.next(), at.meeting.value()),
                                Map.of("plus", "Keep the long questions.", "delta", "Start on time.")));
        assertThat(answer.status()).isEqualTo(200);
        at.lead("close");
    }

    private UUID one(String query) {
        return as(
                at.chair,
                () -> IssueFixture.PEERAGE
                        .bean(JdbcClient.class)
                        .sql(query)
                        .param("meeting", at.meeting.value())
                        .query(UUID.class)
                        .single());
    }
}
