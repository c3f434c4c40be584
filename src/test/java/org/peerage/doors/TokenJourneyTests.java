package org.peerage.doors;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;

/// Somebody shows their keys, makes a token, gives it to a program, and ends it.
class TokenJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/tokens");

    @Test
    void aTokenIsMadeWithTheKeysSeenOnceAndEnded() {
        var link = PEERAGE.enrollingLink("/keys");
        try (var eva = Visitor.atALaptop("Eva Kowalska", PEERAGE.base())) {
            eva.goTo(link);
            eva.fill("Your name, as the others know you", eva.name()).press("My device has none");
            eva.keepsNewWords();
            eva.page().waitForURL(url -> url.endsWith("/keys"));
            eva.follow("Access tokens").sees("You have no access tokens");
            eva.looksRight(PICTURES, "closed");
            eva.fill("Your ten words", String.join(" ", eva.words())).press("Open with my words");
            eva.fill("What is it for?", "Board in the office").press("Make the token");
            assertThat(eva.page().locator("[data-wrong]")).containsText("Say what it may read");
            eva.page().getByLabel("The names of my networks").check();
            eva.looksRight(PICTURES, "open");
            eva.press("Make the token").sees("It is shown only now");
            var token = eva.page().getByLabel("Your token").inputValue();
            eva.looksRight(PICTURES, "made");
            assertThat(Programs.get("/api/v1/networks", token).statusCode()).isEqualTo(200);
            eva.follow("I have kept it").sees("Board in the office");
            assertThat(eva.page().content()).doesNotContain(token);
            eva.looksRight(PICTURES, "list");
            eva.press("End this token Board in the office").sees("You have no access tokens");
            assertThat(Programs.get("/api/v1/networks", token).statusCode()).isEqualTo(401);
        }
    }
}
