package org.peerage;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Goes wherever links lead, once to each kind of page, and looks at it as whoever follows them does: on a phone in the
/// dark and at a laptop in the light. On a group's pages the names of its members are links.
final class EveryPage {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{20,}");
    private static final Pattern FILE = Pattern.compile(".*\\.[a-z]{3,4}$");

    /// On paper nothing is followed.
    private static final Pattern OF_A_GROUP = Pattern.compile("/(groups|meetings|issues)/…(?!/paper)(/.*)?");

    /// Where somebody's name stands by itself without a link, but for what one presses or chooses and the page's
    /// heading.
    private static final String UNLINKED = """
            names => {
                const found = [];
                const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const text = texts.currentNode;
                    if (names.includes(text.data.trim())
                        && !text.parentElement.closest('a, option, label, legend, button, summary, h1')) {
                        found.push(text.parentElement.outerHTML);
                    }
                }
                return found;
            }""";

    private final Path pictures;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> unlinked = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();

    EveryPage(Path pictures) {
        this.pictures = pictures;
    }

    /// The kinds of pages that were looked at, as addresses without ids.
    Set<String> seen() {
        return seen;
    }

    /// Members who are named on a page of their group without a link to their own.
    Set<String> unlinked() {
        return unlinked;
    }

    /// Where somebody begins is looked at again: what one who convenes is shown there, a member is not.
    void reachedBy(Visitor visitor, String from) {
        var waiting = new ArrayDeque<String>();
        waiting.add(from);
        while (!waiting.isEmpty()) {
            var path = waiting.remove();
            if (!seen.add(kind(path)) && !path.equals(from)) {
                continue;
            }
            visitor.goTo(path);
            visitor.page().locator("main h1").first().waitFor();
            if (visitor.page().locator("room-lock").count() > 0) {
                visitor.opensTheRoom();
            }
            visitor.looksRight(pictures, kind(path).replace('/', '_'));
            names(visitor, kind(path));
            for (var link : visitor.page().locator("a[href^='/']").all()) {
                var to = link.getAttribute("href").replaceFirst("[?#].*", "");
                if (!FILE.matcher(to).matches() && !seen.contains(kind(to)) && link.getAttribute("download") == null) {
                    waiting.add(to);
                }
            }
        }
    }

    private void names(Visitor visitor, String kind) {
        visitor.page().locator("a[href*='/members/']").allTextContents().forEach(name -> names.add(name.strip()));
        if (OF_A_GROUP.matcher(kind).matches()
                && visitor.page().evaluate(UNLINKED, List.copyOf(names)) instanceof List<?> found) {
            found.forEach(one -> unlinked.add(kind + ": " + one));
        }
    }

    private static String kind(String path) {
        return ID.matcher(path).replaceAll("…");
    }
}
