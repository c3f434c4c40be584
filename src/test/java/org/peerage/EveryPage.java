package org.peerage;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Goes wherever links lead, once to each kind of page, and looks at it as whoever follows them does: on a phone in the
/// dark and at a laptop in the light.
final class EveryPage {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{20,}");
    private static final Pattern FILE = Pattern.compile(".*\\.[a-z]{3,4}$");

    private final Path pictures;
    private final Set<String> seen = new LinkedHashSet<>();

    EveryPage(Path pictures) {
        this.pictures = pictures;
    }

    /// The kinds of pages that were looked at, as addresses without ids.
    Set<String> seen() {
        return seen;
    }

    void reachedBy(Visitor visitor, String from) {
        var waiting = new ArrayDeque<String>();
        waiting.add(from);
        while (!waiting.isEmpty()) {
            var path = waiting.remove();
            if (!seen.add(kind(path))) {
                continue;
            }
            visitor.goTo(path);
            visitor.page().locator("main h1").first().waitFor();
            if (visitor.page().locator("room-lock").count() > 0) {
                visitor.opensTheRoom();
            }
            visitor.looksRight(pictures, kind(path).replace('/', '_'));
            for (var link : visitor.page().locator("a[href^='/']").all()) {
                var to = link.getAttribute("href").replaceFirst("[?#].*", "");
                if (!FILE.matcher(to).matches() && !seen.contains(kind(to)) && link.getAttribute("download") == null) {
                    waiting.add(to);
                }
            }
        }
    }

    private static String kind(String path) {
        return ID.matcher(path).replaceAll("…");
    }
}
