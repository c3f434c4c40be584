package org.peerage;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/// What axe finds on a page as it is, with all WCAG 2.2 A and AA rules and target sizes. It is asked in the page itself
/// and answers with what is wrong alone: no page of ours has frames, and what passes is many times as long. A page that
/// has the script already is not given it again.
final class Accessibility {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String GIVEN = "() => typeof axe === 'object'";

    private static final String FOUND = """
            async rules => {
                const results = await axe.run(document, {
                    runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'], selectors: false });
                return results.violations.flatMap(one => one.nodes.map(node => one.id + ': ' + node.html));
            }""";

    private static final String SCRIPT = "() => {" + AxeBuilder.getAxeScript() + "}";

    private Accessibility() {}

    static List<String> findingsOn(Page page) {
        if (Boolean.FALSE.equals(page.evaluate(GIVEN))) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(FOUND, RULES))
                .stream().map(String::valueOf).toList();
    }
}
