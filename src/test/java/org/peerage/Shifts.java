package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Objects;

/// By how much a page moves under its reader while it opens: what a browser calls layout shift, from the first that is
/// drawn. Answers are slowed, since on a quick machine everything has come before anybody could press.
public final class Shifts implements AutoCloseable {

    /// Of 1, which is all of the window moving by its whole height. What the web calls good ends at 0.1.
    private static final double BOUND = 0.01;

    private static final int SLOWER_MILLISECONDS = 250;

    private final Visitor visitor;
    private final CDPSession devtools;

    public Shifts(Visitor visitor) {
        this.visitor = visitor;
        devtools = visitor.page().context().newCDPSession(visitor.page());
        visitor.page().addInitScript(WATCH);
        devtools.send("Network.enable");
        answersTake(SLOWER_MILLISECONDS);
    }

    private void answersTake(int milliseconds) {
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", milliseconds);
        line.addProperty("downloadThroughput", -1);
        line.addProperty("uploadThroughput", -1);
        devtools.send("Network.emulateNetworkConditions", line);
    }

    /// The page opens whole, and nothing on it moves that was there to be read or pressed.
    public Shifts standsStill(String path) {
        visitor.goTo(path);
        var page = visitor.page();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(page.locator("sealed-text:not([data-state])").count()).isZero();
        var moved = (Number) Objects.requireNonNull(page.evaluate("moved.reduce((sum, { by }) => sum + by, 0)"));
        assertThat(moved.doubleValue())
                .as("%s at %s px, by %s", path, page.viewportSize().width, page.evaluate("moved.map(one => one.what)"))
                .isLessThanOrEqualTo(BOUND);
        return this;
    }

    /// Each of the pages, at each of the widths.
    ///
    /// @param widths in pixels
    public void standStill(List<String> paths, int... widths) {
        for (var width : widths) {
            visitor.page().setViewportSize(width, 740);
            paths.forEach(this::standsStill);
        }
    }

    @Override
    public void close() {
        answersTake(0);
        devtools.detach();
    }

    private static final String WATCH = """
            window.moved = [];
            new PerformanceObserver(list => list.getEntries().forEach(({ value, sources }) => window.moved.push({
              by: value,
              what: sources.map(({ node, previousRect, currentRect }) =>
                (node?.nodeName ?? '?') + ' ' + (node?.textContent ?? '').trim().slice(0, 30) + ' from ' + previousRect.y + ' to ' + currentRect.y).join('; '),
            }))).observe({ type: 'layout-shift', buffered: true });
            """;
}
