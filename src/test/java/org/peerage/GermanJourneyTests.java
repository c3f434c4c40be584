package org.peerage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.groups.GroupFixture;

/// A second language shipped whole proves that no sentence is written in code. Somebody whose browser asks for German
/// opens their pages on a phone and finds no English sentence of ours on them.
class GermanJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures", "german");

    /// Shorter ones may be the same in both languages, or names.
    private static final int A_SENTENCE = 24;

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final List<String> english = english();

    @Test
    void allPagesOfAMemberAreGerman() {
        try (var jonas = Visitor.of("Jonas Weber", peerage.base(), GermanJourneyTests::aPhone)) {
            var here = GroupFixture.aGroup().with(3).inAnOpenRoom();
            here.seat(jonas);
            var group = here.group.address();
            jonas.goTo(group + "/room").opensTheRoom();
            jonas.page().setExtraHTTPHeaders(Map.of("Accept-Language", "de-DE"));
            for (var page : List.of("/room", "/wall", "/commitments", "/dates", "/meetings", "/search", "/goals", "")) {
                isGerman(jonas, group + page);
            }
            for (var page : List.of("/", "/keys", "/mail", "/notices", "/sign-in", "/help")) {
                isGerman(jonas, page);
            }
            assertThat(jonas.complaints()).isEmpty();
        }
    }

    /// A browser that is told its language keeps to it; this one says what its headers say.
    private static Browser.NewContextOptions aPhone(Browser.NewContextOptions options) {
        options.locale = null;
        return options.setViewportSize(375, 740);
    }

    private void isGerman(Visitor visitor, String page) {
        visitor.goTo(page);
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "de");
        var said = visitor.page().locator("body").innerText();
        assertThat(english.stream().filter(said::contains)).as(page).isEmpty();
        visitor.looksRight(PICTURES, page.isEmpty() ? "group" : page.replaceAll("[^a-z]+", "-"));
    }

    /// What the pages would say in English, up to the first value.
    private static List<String> english() {
        return MessageTests.texts().values().stream()
                .map(text -> text.toString().replaceFirst("(?s)\\{.*", ""))
                .filter(text -> text.length() >= A_SENTENCE)
                .toList();
    }
}
