package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// A server that lies about what somebody wrote: whose it is, where it stands, what it says.
class TextLiesTests extends RoomUnderAttack {

    private static final String SHUT = "This entry does not open.";

    /// The two texts last written, bent.
    private static Lie texts(String name, BiConsumer<Element, Element> bent) {
        return Lie.inPage(name, PAGE, page -> {
            var all = page.select("sealed-text");
            bent.accept(all.get(all.size() - 2), all.getLast());
        });
    }

    private static void exchange(Element one, Element other, String... attributes) {
        for (var attribute : attributes) {
            var kept = one.attr(attribute);
            one.attr(attribute, other.attr(attribute));
            other.attr(attribute, kept);
        }
    }

    @Test
    void aTextInAnothersPlace() {
        writes(MARA, "Mara's first");
        writes(MARA, "Mara's second");
        refused(MARA, texts("moved record", (one, other) -> exchange(one, other, "data-sealed")), PAGE, SHUT);
        assertThat(MARA.page().getByText("Mara's first")).hasCount(0);
    }

    @Test
    void aTextUnderAnothersName() {
        writes(MARA, "Mara said it");
        writes(JON, "Jon said it");
        refused(MARA, texts("wrong author", (one, other) -> exchange(one, other, "data-author")), PAGE, SHUT);
        assertThat(MARA.page().getByText("Jon said it")).hasCount(0);
    }

    /// The same words, said to be about something else.
    @Test
    void aTextAboutSomethingElse() {
        writes(MARA, "About this alone");
        refused(
                MARA,
                texts(
                        "texts exchanged between two places",
                        (one, other) -> other.attr("data-place-about", "0193f0c0-0000-7000-8000-000000000009")),
                PAGE,
                "does not belong here");
        assertThat(MARA.page().getByText("About this alone")).hasCount(0);
    }

    @Test
    void aTextUnderAnotherKey() {
        writes(MARA, "Before it");
        writes(MARA, "Under this key");
        refused(MARA, texts("mixed epochs", (one, other) -> other.attr("data-epoch", "1")), PAGE, SHUT);
    }

    @Test
    void aTextOfMoreThanItWas() {
        writes(MARA, "Before it");
        writes(MARA, "Of its own length");
        refused(
                MARA,
                texts(
                        "oversized chunks",
                        (one, other) -> other.attr("data-sealed", other.attr("data-sealed") + "AAAA".repeat(700_000))),
                PAGE,
                SHUT);
    }

    @Test
    void aTextCutShort() {
        writes(MARA, "Before it");
        writes(MARA, "To its very end");
        refused(
                MARA,
                texts(
                        "cut text",
                        (one, other) -> other.attr(
                                "data-sealed", other.attr("data-sealed").substring(0, 120))),
                PAGE,
                SHUT);
    }

    /// Scripts that ride in on a fragment with the page's own nonce, and code in attributes.
    @Test
    void aStolenNonce() {
        JON.goTo(PAGE).opensTheRoom();
        var nonce = JON.page().locator("script[nonce]").first().evaluate("script => script.nonce");
        var lie = Lie.inPage("stolen nonce", PAGE + "/stage", page -> injectCode(page, (String) nonce));
        JONS.tells(lie);
        JON.page().evaluate("() => document.body.dispatchEvent(new Event('meeting'))");
        JON.sees("Injected words");
        assertThat(JONS.told(lie)).isTrue();
        assertThat(JON.page().evaluate("() => window.stolen ?? 'nothing'")).isEqualTo("nothing");
    }

    private static void injectCode(Document page, String nonce) {
        page.body()
                .append("<p hx-on:click=\"window.stolen = 1\" hx-on:htmx:load=\"window.stolen = 2\">Injected words</p>"
                        + "<script nonce=\"" + nonce + "\">window.stolen = 3</script>"
                        + "<img src=\"x\" onerror=\"window.stolen = 4\">"
                        + "<svg onload=\"window.stolen = 5\"></svg>");
    }
}
