package org.peerage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One headless Chromium per run, found on this machine: nothing is downloaded. The shell comes first, which is
/// Chromium without windows of its own. The windows of one person share a process, as those of one site do in any
/// Chromium that has many open, and the network is asked without one of its own.
public final class Browsers {

    private static final Supplier<Browser> CHROMIUM = StableOnce.of(Browsers::launch);

    /// Each window of a whole Chromium draws pages of its own around the address bar, in a process that takes
    /// more than most pages of ours, and every Chromium starts a process for a page that may come. Only the
    /// last list of this kind counts, so what Playwright leaves out stands here as well.
    private static final String WITHOUT = "--disable-features="
            + String.join(
                    ",",
                    List.of(
                            "WebUIOmniboxPopup",
                            "WebUIOmniboxAimPopup",
                            "WebUIOmniboxFullPopup",
                            "AvoidUnnecessaryBeforeUnloadCheckSync",
                            "BoundaryEventDispatchTracksNodeRemoval",
                            "DestroyProfileOnBrowserClose",
                            "DialMediaRouteProvider",
                            "GlobalMediaControls",
                            "HttpsUpgrades",
                            "LensOverlay",
                            "MediaRouter",
                            "PaintHolding",
                            "ThirdPartyStoragePartitioning",
                            "BlockOriginHeaderModificationOnRedirect",
                            "Translate",
                            "OptimizationHints",
                            "SpareRendererForSitePerProcess"));

    /// Here too only the last list counts; the first of them is Playwright's.
    private static final String WITH = "--enable-features=CDPScreenshotNewSurface,NetworkServiceInProcess2";

    private Browsers() {}

    public static Browser chromium() {
        return CHROMIUM.get();
    }

    private static Browser launch() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--renderer-process-limit=1",
                                WITH,
                                WITHOUT)));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return browser;
    }

    private static Path executable() {
        var chosen = System.getenv("PEERAGE_CHROMIUM");
        var known = Stream.of(
                "/usr/bin/chromium-headless-shell",
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        return Stream.concat(Stream.ofNullable(chosen), known)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium found. Install the package chromium, or name one in PEERAGE_CHROMIUM."));
    }
}
