package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A convener looks at what was found, changes it, and accepts it in part: with a mouse, by keyboard, and on a phone.
class ProposalPageJourneyTests {

    private static final Path PICTURES = Path.of("target/pictures");

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aConvenerArrangesAndAcceptsWhatWasFound() throws IOException {
        try (var mara = Visitor.atALaptop("Mara Lindqvist", peerage.base())) {
            composed(mara, 96);
            var page = mara.page();
            PlaywrightAssertions.assertThat(page.locator("article.group")).hasCount(8);
            mara.looksRight(PICTURES, "proposal");

            // A seat: why here, locked.
            var card = page.locator("article.group").first();
            var number = card.getAttribute("id").substring(1);
            var one = card.locator(".seats a").first();
            one.click();
            mara.sees("Why here");
            mara.looksRight(PICTURES, "proposal-seat");
            mara.press("Lock this seat");
            PlaywrightAssertions.assertThat(page.locator("#g" + number + " .pinned"))
                    .hasCount(1);

            // By keyboard: why not there, with the effect, then the move.
            var other = page.locator("#g" + number + " .seats li:not(:has(.pinned)) a")
                    .nth(1);
            var name = other.innerText();
            other.focus();
            page.keyboard().press("Enter");
            mara.sees("Why not there");
            var choice = page.getByLabel("Another group");
            var to =
                    choice.locator("optgroup").first().locator("option").first().getAttribute("value");
            choice.selectOption(to);
            mara.sees("In group " + to).sees("Or swap with somebody there");
            mara.looksRight(PICTURES, "proposal-there");
            page.getByRole(AriaRole.BUTTON, named("Move to group " + to)).focus();
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator("#g" + to + " .seats a", containing(name)))
                    .hasCount(1);
            PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("#g" + to + "$"));

            // What is forbidden says so: the locked seat.
            page.locator("#g" + number + " .seats li:has(.pinned) a").click();
            mara.sees("Unlock it to move");
            page.keyboard().press("Escape");
            PlaywrightAssertions.assertThat(page.locator("#sheet")).isHidden();

            // Dragged onto the group beside it, the same preview; left as it is.
            mara.goTo(page.url().replaceAll("#.*", ""));
            var dragged = page.locator("article.group")
                    .nth(0)
                    .locator(".seats li:not(:has(.pinned)) a")
                    .first();
            var beside = page.locator("article.group").nth(1);
            dragged.dragTo(beside.locator("header"));
            PlaywrightAssertions.assertThat(page.locator("#sheet h2")).containsText("Move ");
            PlaywrightAssertions.assertThat(page.locator("#sheet .effect")).isVisible();
            page.locator("#sheet").locator("[data-close]").click();
            PlaywrightAssertions.assertThat(page.locator("#sheet")).isHidden();
            dragged.dragTo(beside.locator(".seats li").first());
            PlaywrightAssertions.assertThat(page.locator("#sheet h2")).containsText("Swap ");
            mara.looksRight(PICTURES, "proposal-change");
            page.keyboard().press("Escape");

            // A group as a whole.
            page.locator("#g" + number).getByText("Arrange").click();
            mara.sees("Merge it into another");
            mara.looksRight(PICTURES, "proposal-group");
            page.keyboard().press("Escape");

            mara.follow("Places and time zones").sees("Time zones");
            mara.looksRight(PICTURES, "proposal-places");
            mara.follow("Cards");
            page.getByLabel("Find a person, organisation or place").fill("zzzz");
            mara.sees("Nobody in these groups");
            mara.looksRight(PICTURES, "proposal-nobody");
            mara.follow("Show all groups");

            mara.fill("What to call the copy", "Without the swap").press("Copy").sees("copied from another proposal");
            page.locator("article.group .seats li:not(:has(.pinned)) a").first().click();
            choice = page.getByLabel("Another group");
            choice.selectOption(
                    choice.locator("optgroup").first().locator("option").first().getAttribute("value"));
            mara.sees("Or swap with somebody there");
            page.locator(".partners a").first().click();
            PlaywrightAssertions.assertThat(page.locator("#sheet h2")).containsText("Swap ");
            page.locator("#sheet form[action$='/change'] button").click();
            mara.press("Compare").sees("2 people sit elsewhere");
            mara.looksRight(PICTURES, "proposal-compare");
            page.goBack();

            page.getByLabel("Form this group").nth(0).check();
            page.getByLabel("Form this group").nth(1).check();
            mara.looksRight(PICTURES, "proposal-chosen");
            mara.press("Form the chosen groups").sees("Form 2 groups");
            mara.looksRight(PICTURES, "proposal-accept");
            page.getByLabel("Name").first().fill("Harbour One");
            mara.press("Form these 2 groups").sees("2 formed");
            PlaywrightAssertions.assertThat(page.locator("article.group.formed"))
                    .hasCount(2);
            mara.looksRight(PICTURES, "proposal-formed");

            var file = page.waitForDownload(() -> mara.follow("Download"));
            assertThat(Files.readAllLines(file.path())).hasSize(97);
            page.getByRole(AriaRole.LINK, named("Open the group")).first().click();
            mara.follow("Seats and links").sees("Picked");
            assertThat(mara.complaints()).isEmpty();
        }
    }

    @Test
    void onAPhoneEverythingIsThereWithoutDragging() throws IOException {
        try (var mara = Visitor.atAPhone("Mara Lindqvist", peerage.base())) {
            composed(mara, 40);
            var page = mara.page();
            page.locator("article.group .seats a").first().click();
            mara.sees("Why not there");
            page.getByLabel("Another group")
                    .selectOption(page.locator("#there-group optgroup")
                            .last()
                            .locator("option")
                            .first()
                            .getAttribute("value"));
            mara.sees("Or swap with somebody there");
            assertThat(mara.accessibilityFindings()).isEmpty();
            page.locator(".partners a").first().click();
            PlaywrightAssertions.assertThat(page.locator("#sheet h2")).containsText("Swap ");
            var title = page.locator("#sheet h2").innerText();
            page.locator("#sheet form[action$='/change'] button").click();
            PlaywrightAssertions.assertThat(page.locator("#sheet")).isHidden();
            assertThat(title).startsWith("Swap ");
            page.getByLabel("For how long").selectOption("5");
            mara.press("Search again");
            openFound(mara);
            PlaywrightAssertions.assertThat(page.locator("article.group").first())
                    .isVisible();
            assertThat(mara.complaints()).isEmpty();
        }
    }

    private void composed(Visitor mara, int leaders) throws IOException {
        mara.enrol(peerage.foundingLink()).sees("Found a network");
        mara.fill("Name", "Harbour Circle").fill("Time zone", "Europe/London");
        mara.page().getByLabel("I am one of them").uncheck();
        mara.press("Found the network").follow("Import a roster");
        mara.page()
                .getByLabel("Roster as a CSV file")
                .setInputFiles(new FilePayload(
                        "roster.csv", "text/csv", roster(leaders).getBytes(StandardCharsets.UTF_8)));
        mara.press("Look at the columns")
                .press("Try it without storing anything")
                .press("Import " + leaders + " rows")
                .sees(leaders + " new leaders");
        mara.follow("Harbour Circle").follow("Compose groups").follow("Look for groups");
        mara.fill("Seconds", "2").press("Look for groups");
        openFound(mara);
    }

    private static void openFound(Visitor mara) {
        mara.follow("See the groups");
        mara.page().waitForURL(Pattern.compile("/proposals/[0-9a-f-]{36}$"));
    }

    private static String roster(int leaders) {
        var trades = List.of("Bakery", "Bicycles", "Boats", "Books", "Ceramics", "Clocks", "Glass", "Lamps", "Maps");
        var places = List.of("Lisbon", "London", "Porto", "Oslo", "Athens", "Berlin");
        var names = List.of("Ada", "Bram", "Carla", "Dario", "Edda", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kira");
        return "name,role,company,industry,subindustry,tags,size,stage,city\n"
                + IntStream.rangeClosed(1, leaders)
                        .mapToObj(number -> "%s Example %d,Chief executive,%s House %d,%s,%s %d,Market %d,%d,%s,%s"
                                .formatted(
                                        names.get(number % names.size()),
                                        number,
                                        places.get(number % places.size()),
                                        number,
                                        trades.get(number % trades.size()),
                                        trades.get(number % trades.size()),
                                        number % 4,
                                        number % 7,
                                        4 + number * number % 190,
                                        List.of("Early", "Growth", "Growth").get(number % 3),
                                        places.get(number * 5 % places.size())))
                        .collect(Collectors.joining("\n"));
    }

    /// The whole name: somebody else's may begin with it.
    private static Page.LocatorOptions containing(String name) {
        return new Page.LocatorOptions().setHasText(Pattern.compile(name + "(?!\\d)"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
