package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peerage.Visitor;

/// A server that exchanges whole texts together with all that it says about their places, puts others' names above
/// them, or leaves one out.
class PlaceLiesTests extends RoomUnderAttack {

    private static final String PROMISES = HOME + "/commitments";
    private static final String ELSEWHERE = "This text does not belong here.";
    private static final String LONG_AGO = "const now = Date.now; Date.now = () => now() - 600_000;";
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    /// Two promises of Mara's, each moved once for its own reason.
    @BeforeAll
    static void twoPromises() {
        for (var one : List.of("Sell the mill", "Call my sister")) {
            MARA.goTo(PROMISES).opensTheRoom();
            js(MARA, LONG_AGO);
            MARA.page().locator("form[data-kind=commitment] textarea").fill(one);
            MARA.page().getByLabel("Who follows up with me?").selectOption(new SelectOption().setLabel(JON.name()));
            MARA.press("Commit to it").sees(one);
            var card = card(one);
            card.locator("details[id^=move-] > summary").click();
            card.locator("form[action$='/move'] input[type=date]")
                    .fill(LocalDate.now(java.time.ZoneOffset.UTC).plusDays(90).toString());
            card.locator("form[action$='/move'] textarea").fill("Later, because: " + one);
            card.locator("form[action$='/move'] button").last().click();
            MARA.sees("Later, because: " + one);
        }
    }

    private static Locator card(String promise) {
        return MARA.page().locator("li.card").filter(containing(promise)).first();
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void exchange(Element one, Element other) {
        var place = new Element("i");
        one.replaceWith(place);
        other.replaceWith(one);
        place.replaceWith(other);
    }

    /// Nothing that the server says of them is wrong in itself: each text, with its own place, stands in the other's.
    @Test
    void twoTextsExchangedTogetherWithTheirPlaces() {
        refused(
                MARA,
                Lie.inPage("two whole texts exchanged", PROMISES, page -> {
                    var moved = page.select("sealed-text[data-kind=commitment-moved]");
                    exchange(moved.get(0), moved.get(1));
                }),
                PROMISES,
                ELSEWHERE);
        assertThat(MARA.page().getByText(ELSEWHERE)).hasCount(2);
        assertThat(MARA.page().getByText("Sell the mill")).hasCount(1);
        assertThat(MARA.page().getByText("Later, because")).hasCount(0);
    }

    /// The page of one meeting under the address of another.
    @Test
    void whatWasToldToAnotherMeeting() {
        writes(MARA, "Told elsewhere");
        var page = (String) js(MARA, "return (await fetch('%s')).text()".formatted(PAGE));
        var address = "/meetings/" + UUID.randomUUID() + "/live";
        refused(
                MARA,
                Lie.aboutPath("texts of another meeting", address, (asked, honest) -> {
                    var fresh = nonce(honest.answer().body());
                    return new Lie.Answer(200, "text/html;charset=UTF-8", page.replace(nonce(page), fresh));
                }),
                address,
                ELSEWHERE);
        assertThat(MARA.page().getByText("Told elsewhere")).hasCount(0);
    }

    private static String nonce(String page) {
        var nonce = NONCE.matcher(page);
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    @Test
    void anotherNameAboveAText() {
        refused(
                JON,
                Lie.inPage(
                        "another name above a text",
                        PROMISES,
                        page -> page.select("[data-said-by]")
                                .forEach(name -> name.attr("data-said-by", "Somebody Nice")
                                        .text("Somebody Nice"))),
                "elsewhere called Somebody Nice",
                () -> JON.goTo(PROMISES).opensTheRoom());
        assertThat(JON.page().locator("[data-said-by]").first()).hasText(Pattern.compile("^Mara Example"));
    }

    @Test
    void aTextLeftOut() {
        wroteLongAgo("Shown to Jon");
        wroteLongAgo("Kept from Jon");
        JON.goTo(PAGE).opensTheRoom();
        leftOut(JON, PAGE, "a text left out", "li");
    }

    /// The list that each device makes for itself has everything; what the server keeps to itself is named in it.
    @Test
    void aTextThatTheServerKeepsToItself() {
        writes(MARA, "Never to be seen again");
        JON.goTo(HOME + "/room").opensTheRoom().press("Show what was written").sees("Never to be seen again");
        JON.sees("About: Sell the mill").sees("Later, because: Sell the mill");
        var id = JON.page()
                .locator("[data-put]")
                .filter(containing("Never to be seen again"))
                .getAttribute("data-put");
        var lie = Lie.aboutPath(
                "a text kept back everywhere",
                "/rooms/[^/]+/records/" + id,
                (asked, honest) -> Lie.Answer.json(404, "{}"));
        refused(
                JON,
                lie,
                "The server does not give this text.",
                () -> JON.goTo(HOME + "/room").opensTheRoom().press("Show what was written"));
        assertThat(JON.page().locator("[data-put='" + id + "'] h3")).hasText(Pattern.compile("^Mara Example · "));
        assertThat(JON.page().getByText("Never to be seen again")).hasCount(0);
    }

    /// One's own promises are all on the page that says so, closed ones too.
    @Test
    void aPromiseLeftOut() {
        MARA.goTo(PROMISES).opensTheRoom();
        leftOut(MARA, PROMISES, "a promise left out", "li.card");
    }

    private static void leftOut(Visitor visitor, String path, String name, String row) {
        visitor.goTo(path).opensTheRoom();
        visitor.page().locator("sealed-text[data-state=open]").first().waitFor();
        assertThat(visitor.page().locator("[data-left-out]")).hasCount(0);
        refused(
                visitor,
                Lie.inPage(
                        name,
                        path,
                        page -> page.select(row + ":has(sealed-text)").getLast().remove()),
                path,
                "Something is missing here that Mara Example wrote on");
        assertThat(visitor.page().locator("[data-left-out]")).hasCount(1);
    }

    /// What was written a minute ago may be on its way; what is older is missing.
    private static void wroteLongAgo(String words) {
        MARA.goTo(PAGE).opensTheRoom();
        js(MARA, LONG_AGO);
        MARA.fill("Your update", words).press("Send").sees(words);
    }
}
