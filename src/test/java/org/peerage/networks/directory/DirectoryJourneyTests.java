package org.peerage.networks.directory;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.networks.NetworkFixture;

/// Somebody who looks for a leader faster than their line brings the page.
class DirectoryJourneyTests {

    private static final Pattern SCRIPT = Pattern.compile("/web/page\\b");

    @Test
    void whatIsTypedBeforeThePageListensIsSearchedForAllTheSame() {
        var peerage = RunningPeerage.shared();
        try (var mara = Visitor.atALaptop("Mara Lindqvist", peerage.base())) {
            mara.enrol(peerage.foundingLink()).sees("Found a network");
            var person = mara.person();
            var network = NetworkFixture.aNetworkOf(person);
            NetworkFixture.imported(person, network, """
                    company,industry,size,stage,city
                    Beacon Mills,Paper,120,Growth,Porto
                    Quiet Looms,Cloth,110,Growth,Porto
                    """);

            var late = new ArrayList<Route>();
            mara.page().route(SCRIPT, late::add);
            mara.page()
                    .navigate(
                            peerage.base() + "/networks/" + network + "/directory",
                            new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            mara.fill("Search by name", "quiet");
            mara.page().waitForCondition(() -> !late.isEmpty());
            late.forEach(Route::resume);

            PlaywrightAssertions.assertThat(mara.page()).hasURL(Pattern.compile("words=quiet"));
            PlaywrightAssertions.assertThat(mara.page().locator("#results tbody tr"))
                    .hasCount(1);
        }
    }
}
