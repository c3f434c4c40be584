package org.peerage.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;

/// Somebody reads what goes and what stays, opens their keys once more and is gone.
class EraseOneselfJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/erase");

    @Test
    void theyEraseThemselvesWithTheirPasskey() {
        var link = PEERAGE.enrollingLink("/keys");
        try (var eva = Visitor.atALaptop("Eva Kowalska", PEERAGE.base())) {
            eva.enrol(link);
            eva.goTo("/keys/kept").follow("What is erased, what stays, and erase me");
            eva.sees("What stays, and why");
            eva.looksRight(PICTURES, "erase");
            eva.press("Erase me, with my passkey");
            assertThat(eva.page().locator("[data-sure]:invalid")).isFocused();
            eva.page().getByLabel("I have saved what I want to have").check();
            eva.press("Erase me, with my passkey");
            eva.page().waitForURL(url -> url.endsWith("/sign-in/erased"));
            eva.sees("You are erased");
            eva.looksRight(PICTURES, "erased");
            assertThat(eva.page()
                            .evaluate("async () => (await fetch('/keys/me', { redirect: 'manual' })).status === 200"))
                    .isEqualTo(false);
        }
    }
}
