package org.peerage.wall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.CharterFixture;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

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
            assertThat(theo.page().locator(".thread sealed-text[data-state=open]"))
                    .hasCount(2);
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

    /// Three in a room: who asks, who is asked, and who is neither. What is asked is not the third's to know.
    @Test
    void aQuestionToSomeIsReadByThemAndByNobodyElse() {
        var base = RunningPeerage.shared().base();
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var wall = "/groups/" + here.group + "/wall";
        try (var theo = Visitor.atAPhone("Theo Brannigan", base);
                var noor = Visitor.atALaptop("Noor Whitcombe", base);
                var aisha = Visitor.atALaptop("Aisha Rahman", base)) {
            here.seat(theo);
            here.seat(noor);
            var excluded = here.seat(aisha);
            theo.goTo(wall).opensTheRoom();
            theo.page().getByText("Ask some of you").click();
            theo.fill("Your question to them", "Would you sell the depot to Aisha's brother?");
            theo.press("Ask them");
            assertThat(theo.page().locator(".thread")).hasCount(0);
            theo.page().getByLabel("Noor Whitcombe").check();
            theo.sees("Read by ").looksRight(PICTURES, "asking");
            theo.page()
                    .locator("#ask sealed-files input")
                    .setInputFiles(new FilePayload("Offer.txt", "text/plain", "Two million".getBytes(UTF_8)));
            theo.press("Ask them").sees("For those who were asked alone");
            assertThat(theo.page().locator(".thread .said sealed-text")).containsText("Would you sell the depot");
            assertThat(theo.page().locator(".thread sealed-file")).hasAttribute("data-state", "open");

            noor.goTo(wall).opensTheRoom();
            noor.sees("Would you sell the depot");
            assertThat(noor.page().locator(".thread [data-readers]").first()).containsText("Read by ");
            noor.looksRight(PICTURES, "asked");
            noor.page().waitForDownload(() -> noor.press("Download Offer.txt"));
            noor.page().locator(".thread summary").last().click();
            noor.fill("Your answer", "Not for two million.");
            noor.page().locator(".thread button").last().click();
            noor.sees("Not for two million.");
            opensWhatWaits(theo);
            theo.sees("Not for two million.");

            neitherByBrowserNorByRequestNorByTheDatabase(aisha, theo, excluded, here);
            for (var visitor : List.of(theo, noor, aisha)) {
                assertThat(visitor.complaints().stream()
                                .filter(one -> !one.contains("404"))
                                .toList())
                        .isEmpty();
            }
        }
    }

    /// Aisha holds the room's key, her browser is signed in, and she knows every id.
    private static void neitherByBrowserNorByRequestNorByTheDatabase(
            Visitor aisha, Visitor theo, PersonId person, GroupFixture here) {
        var wall = "/groups/" + here.group + "/wall";
        aisha.goTo(wall).opensTheRoom().sees("Nobody has said anything here yet.");
        assertThat(aisha.page().locator(".thread")).hasCount(0);
        aisha.goTo("/groups/" + here.group + "/files").opensTheRoom().sees("No file has been put here yet.");
        aisha.goTo("/groups/" + here.group + "/room").opensTheRoom();
        aisha.press("Show what was written");
        assertThat(aisha.page().locator("room-contents li").getByText("Written for some of you alone."))
                .hasCount(3);
        var room = here.heldRoom().id();
        var thread = theo.page().locator(".thread").first().getAttribute("id").replace("thread-", "");
        var texts =
                theo.page().locator(".thread sealed-text, .thread sealed-file").all();
        assertThat(texts).hasSize(3);
        for (var text : texts) {
            var id = Objects.requireNonNull(text.getAttribute("data-id"));
            assertThat(status(aisha, "/rooms/" + room + "/records/" + id)).isEqualTo(404);
            assertThat(status(theo, "/rooms/" + room + "/records/" + id)).isEqualTo(200);
            assertThat(aisha.page()
                            .evaluate(
                                    "async path => (await (await fetch(path)).text())", "/rooms/" + room + "/envelopes")
                            .toString())
                    .doesNotContain(id);
        }
        var file = Objects.requireNonNull(
                theo.page().locator(".thread sealed-file").getAttribute("data-id"));
        assertThat(status(aisha, "/groups/" + here.group + "/files/" + file + "/0"))
                .isEqualTo(404);
        assertThat(status(theo, "/groups/" + here.group + "/files/" + file + "/0"))
                .isEqualTo(200);
        assertThat(Pages.seenBy(person)
                        .post(wall + "/" + thread + "/answers", "sealed", "")
                        .status())
                .isEqualTo(404);
        for (var table : List.of("wall.entry", "wall.asked", "files.file", "files.part", "rooms.shared_record")) {
            assertThat(as(
                            person,
                            () -> RunningPeerage.shared()
                                    .bean(JdbcClient.class)
                                    .sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isZero();
        }
    }

    private static int status(Visitor visitor, String path) {
        return (int) visitor.page().evaluate("async path => (await fetch(path)).status", path);
    }

    /// What was written for a few waits for a touch.
    private static void opensWhatWaits(Visitor visitor) {
        visitor.page().locator("sealed-text[data-state=unopened]").first().waitFor();
        visitor.press("Open with my passkey");
        assertThat(visitor.page().locator("sealed-text[data-state=unopened]")).hasCount(0);
    }

    @Test
    void whatIsTakenBackIsGoneForAllAndItsPlaceStays() {
        var base = RunningPeerage.shared().base();
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var wall = "/groups/" + here.group + "/wall";
        try (var theo = Visitor.atAPhone("Theo Brannigan", base);
                var noor = Visitor.atALaptop("Noor Whitcombe", base)) {
            here.seat(theo);
            here.seat(noor);
            theo.goTo(wall).opensTheRoom();
            noor.goTo(wall).opensTheRoom();
            theo.page()
                    .locator("sealed-files input")
                    .first()
                    .setInputFiles(new FilePayload("Names.txt", "text/plain", "Names".getBytes(UTF_8)));
            theo.fill("Say something to the group", "Here are the names.").press("Say it");
            assertThat(noor.page().locator(".thread sealed-file[data-state=open]"))
                    .hasCount(1);
            noor.page().locator(".thread summary").last().click();
            noor.fill("Your answer", "Should they be here?");
            noor.page().locator(".thread button").last().click();
            theo.sees("Should they be here?");
            assertThat(noor.page().getByText("Take back")).hasCount(1);

            theo.page().getByText("Take back").first().click();
            theo.looksRight(PICTURES, "taking-back");
            theo.press("Take it back for good");
            for (var visitor : List.of(theo, noor)) {
                visitor.sees("This was taken back.").sees("Should they be here?");
                assertThat(visitor.page().getByText("Here are the names.")).hasCount(0);
                assertThat(visitor.page().locator("sealed-file")).hasCount(0);
                assertThat(visitor.page().locator("[data-left-out], [data-alarm]"))
                        .hasCount(0);
            }
            theo.looksRight(PICTURES, "taken-back");
            noor.goTo("/groups/" + here.group + "/files").opensTheRoom().sees("No file has been put here yet.");
            assertThat(theo.complaints()).isEmpty();
        }
    }

    @Test
    void withoutALineWordsAreKeptAndGoOnce() {
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        try (var theo =
                Visitor.atAPhone("Theo Brannigan", RunningPeerage.shared().base())) {
            here.seat(theo);
            theo.goTo("/groups/" + here.group + "/wall").opensTheRoom();
            theo.fill("Say something to the group", "From the tunnel.").sees("Saved privately.");
            theo.page().context().setOffline(true);
            theo.press("Say it").sees("goes by itself when the line is back");
            assertThat(theo.page().getByLabel("Say something to the group")).hasValue("From the tunnel.");
            theo.page().context().setOffline(false);
            theo.page().locator(".thread").getByText("From the tunnel.").waitFor();
            assertThat(theo.page().getByLabel("Say something to the group")).hasValue("");

            // The words arrive, and the line is gone before the answer is back.
            theo.fill("Say something to the group", "Said already.");
            theo.page().route("**/wall", route -> {
                if (route.request().method().equals("POST")) {
                    route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                    theo.page().unroute("**/wall");
                    route.abort();
                } else {
                    route.resume();
                }
            });
            theo.press("Say it");
            theo.page().locator(".thread").getByText("Said already.").waitFor();
            assertThat(theo.page().getByLabel("Say something to the group")).hasValue("");
            theo.page().reload();
            assertThat(theo.page().locator(".thread")).hasCount(2);
        }
    }

    @Test
    void theBookStandsAboveTheWallAndTwoDoNotOverwriteEachOther() {
        var base = RunningPeerage.shared().base();
        var unopened = GroupFixture.aGroup().with(2);
        CharterFixture.choose(unopened.chair(), unopened.group, "book", "members");
        var here = unopened.inAnOpenRoom();
        var wall = "/groups/" + here.group + "/wall";
        try (var theo = Visitor.atAPhone("Theo Brannigan", base);
                var noor = Visitor.atALaptop("Noor Whitcombe", base)) {
            here.seat(theo);
            here.seat(noor);
            theo.goTo(wall).opensTheRoom().sees("What the group is for");
            noor.goTo(wall).opensTheRoom();
            writes(theo, "What we are for", "We tell each other the truth.");
            theo.sees("We tell each other the truth.");
            noor.sees("We tell each other the truth.").sees("Written by");
            theo.page().route("**/book/**", route -> {
                writes(noor, "What we are for", "We tell each other the truth, kindly.");
                noor.page().locator("#book-purpose > div").getByText("kindly").waitFor();
                theo.page().unroute("**/book/**");
                route.resume();
            });
            writes(theo, "What we are for", "We tell each other everything.");
            theo.sees("Somebody has written this chapter since you opened it.");
            assertThat(theo.page().getByLabel("What we are for")).hasValue("We tell each other everything.");
            theo.page().locator("#book-purpose > div").getByText("kindly").waitFor();
            theo.press("Put it into the book");
            noor.page().locator("#book-purpose > div").getByText("everything").waitFor();
            noor.page().getByText("What stood here before (2)").click();
            noor.sees("We tell each other the truth, kindly.").looksRight(PICTURES, "book");
            theo.looksRight(PICTURES, "book-at-a-phone");
        }
    }

    private static void writes(Visitor visitor, String title, String words) {
        var chapter = visitor.page()
                .locator("article")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
        chapter.locator("details[id$=-write]:not([open]) > summary").all().forEach(Locator::click);
        chapter.getByLabel(title).fill(words);
        chapter.getByRole(AriaRole.BUTTON).click();
    }

    private static void reads(Visitor visitor, Runnable act) {
        visitor.page().waitForResponse(answer -> answer.url().endsWith("/wall/read"), act);
    }
}
