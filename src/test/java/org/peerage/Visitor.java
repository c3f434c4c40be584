package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.peerage.tenancy.PersonId;

/// A person at a browser of their own, with a passkey in it, as they would sit at a laptop or hold a phone. Everything
/// the browser sent is kept, so that a test can look for words that must not be in it.
public final class Visitor implements AutoCloseable {

    /// Milliseconds: so many that on a machine that does much else only what never comes is given up.
    private static final double PATIENCE = 60_000;
    private static final int LOOKS = 12;
    private static final boolean PICTURES =
            !System.getenv().getOrDefault("PEERAGE_PICTURES", "").isEmpty();

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final URI base;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Integer> prompts = new CopyOnWriteArrayList<>();
    private final CDPSession devtools;
    private String authenticator = "";
    private List<String> words = List.of();

    private Visitor(String name, BrowserContext context, URI base) {
        this.name = name;
        this.context = context;
        this.base = base;
        this.page = context.newPage();
        this.devtools = context.newCDPSession(page);
        page.onRequest(request -> sent.add(request.method() + " " + request.url() + "\n" + request.headers() + "\n"
                + body(request.postDataBuffer())));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 409")) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(complaints::add);
        slowLine();
    }

    /// Journeys that read a page too early pass where everything is fast: with `SLOW_LINE=60` every answer takes so
    /// many milliseconds longer.
    private void slowLine() {
        var latency = System.getenv("SLOW_LINE");
        if (latency == null) {
            return;
        }
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", Integer.parseInt(latency));
        line.addProperty("downloadThroughput", -1);
        line.addProperty("uploadThroughput", -1);
        devtools.send("Network.enable");
        devtools.send("Network.emulateNetworkConditions", line);
    }

    private static String body(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    public static Visitor atALaptop(String name, URI base) {
        return sized(name, base, 1280, 800);
    }

    public static Visitor atAPhone(String name, URI base) {
        return sized(name, base, 375, 740);
    }

    private static Visitor sized(String name, URI base, int width, int height) {
        return of(name, base, options -> options.setViewportSize(width, height));
    }

    /// Somebody whose browser is not as most are: elsewhere, behind a proxy, of another size.
    public static Visitor of(String name, URI base, UnaryOperator<Browser.NewContextOptions> unusual) {
        var usual = new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setBaseURL(base.toString())
                .setLocale("en-GB")
                .setTimezoneId("Europe/London");
        var context = Browsers.chromium().newContext(unusual.apply(usual));
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return new Visitor(name, context, base).withPasskey();
    }

    /// Somebody at a laptop who has enrolled with the shared program, and nothing more.
    public static Visitor enrolled(String name) {
        var peerage = RunningPeerage.shared();
        return atALaptop(name, peerage.base()).enrol(peerage.enrollingLink("/keys"));
    }

    /// Puts an authenticator with PRF into the browser and counts how often it is asked.
    private Visitor withPasskey() {
        devtools.send("WebAuthn.enable");
        devtools.on("WebAuthn.credentialAsserted", event -> prompts.add(1));
        return withAuthenticator("internal");
    }

    /// Plugs in a security key; from now on it answers, and what was in the browser before does not.
    public Visitor withSecurityKey() {
        var silent = new JsonObject();
        silent.addProperty("authenticatorId", authenticator);
        silent.addProperty("enabled", false);
        devtools.send("WebAuthn.setAutomaticPresenceSimulation", silent);
        return withAuthenticator("usb");
    }

    private Visitor withAuthenticator(String transport) {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("hasPrf", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        authenticator = devtools.send("WebAuthn.addVirtualAuthenticator", parameters)
                .get("authenticatorId")
                .getAsString();
        return this;
    }

    public String name() {
        return name;
    }

    public Page page() {
        return page;
    }

    /// Whom the program takes this browser for.
    public PersonId person() {
        var me = new Gson().fromJson(page.request().get("/keys/me").text(), JsonObject.class);
        return new PersonId(UUID.fromString(me.get("person").getAsString()));
    }

    /// Says that they are here, and waits until that is known: a meeting that nobody has come to speaks of being here
    /// too.
    public Visitor arrives() {
        press("I am here");
        PlaywrightAssertions.assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("I am here").setExact(true)))
                .hasCount(0);
        return this;
    }

    /// Who chairs lets in somebody who has a seat and stands outside, and they open the room.
    ///
    /// @param group its address
    public void letsIn(Visitor newcomer, String group) {
        newcomer.goTo(group).press("Ask to be let in").sees("You are at the door");
        goTo(group + "/room").sees("without your link to this room");
        page.getByLabel("Let in " + newcomer.name()).check();
        press("Let in").findsInside(newcomer);
        newcomer.goTo(group + "/room").opensTheRoom();
    }

    /// The page of the room says of this one, not only of somebody before, how they came in.
    public Visitor findsInside(Visitor newcomer) {
        PlaywrightAssertions.assertThat(
                        page.locator("[data-inside][data-name=\"" + newcomer.name() + "\"] [data-line]"))
                .containsText("Let in without a check");
        return this;
    }

    /// The status of an answer, and whether there are sealed bytes in it; of envelopes, all that came.
    public String fetched(String path) {
        return Objects.toString(page.evaluate("""
                async path => { const answer = await fetch(path, { headers: { Accept: 'application/json' } });
                  const text = await answer.text();
                  return answer.status + ' ' + (path.endsWith('/envelopes') ? text
                    : text.includes('ciphertext') ? 'yes' : 'no'); }""", path));
    }

    public int prompts() {
        return prompts.size();
    }

    /// All that this browser sent: addresses, headers, bodies.
    public List<String> sent() {
        return sent;
    }

    /// The words of the page when it has come whole: a press or a link returns before that.
    public String everythingOn() {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        shown();
        return page.locator("main").innerText();
    }

    /// Script errors and violations of the content security policy. Whoever is behind what a room has written since is
    /// told so (409) and catches up by themselves: that is no complaint.
    public List<String> complaints() {
        return complaints;
    }

    public Visitor goTo(String path) {
        page.navigate(path.startsWith("http") ? path : base + path);
        return this;
    }

    public Visitor press(String button) {
        return expecting(
                "to press " + button,
                () -> page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(button).setExact(true))
                        .first()
                        .click());
    }

    public Visitor follow(String link) {
        return expecting(
                "to follow " + link,
                () -> page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(link).setExact(true))
                        .first()
                        .click());
    }

    public Visitor fill(String label, String value) {
        return expecting(
                "to fill in " + label, () -> page.getByLabel(label).first().fill(value));
    }

    public Visitor sees(String text) {
        return expecting("to see " + text, () -> page.getByText(text).first().waitFor());
    }

    /// A failure says what was on the page instead.
    private Visitor expecting(String what, Runnable step) {
        try {
            step.run();
            return this;
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "%s expected %s, and saw at %s:%n%s"
                            .formatted(
                                    name, what, page.url(), page.locator("main").innerText()),
                    e);
        }
    }

    /// Gone from the page too: whoever goes on somewhere else at once would stop their own request.
    /// What the page was still asking for when the session ended is refused, and the browser says so: that is no
    /// complaint.
    public Visitor signsOut() {
        var before = complaints.size();
        press("Sign out").sees("Peers who help each other lead");
        var meanwhile = List.copyOf(complaints.subList(before, complaints.size()));
        complaints.removeAll(meanwhile.stream()
                .filter(complaint -> complaint.contains("status of 401"))
                .toList());
        return this;
    }

    public Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    /// Takes up a personal link: passkey, ten words, two of them typed again.
    public Visitor enrol(String link) {
        goTo(link);
        fill("Your name, as the others know you", name);
        press("Make my passkey");
        copyTheWords();
        var before = page.url();
        press("I have kept my words");
        return expecting("to be enrolled", () -> page.waitForURL(url -> !url.equals(before)));
    }

    /// The ten words on this person's paper.
    public List<String> words() {
        return words;
    }

    /// New words are on the page, in place of the old ones.
    public Visitor keepsNewWords() {
        copyTheWords();
        return press("I have kept my words");
    }

    private void copyTheWords() {
        var list = page.locator("[data-words] li");
        list.first().waitFor();
        words = list.allTextContents();
        for (var check = 0; check < 2; check++) {
            var number = Integer.parseInt(
                    page.locator("[data-check-number='" + check + "']").textContent());
            page.locator("#check-" + (check + 1)).fill(words.get(number - 1));
        }
    }

    /// Opens the room on this page, with one touch where that is needed. A room may open by itself between the
    /// look at it and the touch; then there is nothing to press.
    public Visitor opensTheRoom() {
        var open = page.locator("room-lock[data-state=open]").first();
        var press = page.locator("room-lock:not([data-state=open]) [data-open]:visible")
                .first();
        for (var looks = 0; looks < LOOKS; looks++) {
            open.or(press).first().waitFor();
            if (open.count() > 0 || isPressed(press)) {
                break;
            }
        }
        open.waitFor();
        return this;
    }

    private static boolean isPressed(Locator button) {
        try {
            button.click(new Locator.ClickOptions().setTimeout(PATIENCE / LOOKS));
            return true;
        } catch (TimeoutError gone) {
            return false;
        }
    }

    /// A page is kept back until it knows whether it can open what stands on it.
    private void shown() {
        PlaywrightAssertions.assertThat(page.locator("room-lock:not([data-state])"))
                .hasCount(0);
    }

    /// What axe finds on the page as it is.
    public List<String> accessibilityFindings() {
        return Accessibility.findingsOn(page);
    }

    /// On a phone in the dark and at a laptop in the light: no findings, nothing that scrolls sideways. Leaves
    /// a picture of each in the folder where pictures are wanted. A sealed text that is still being opened is
    /// looked at when it is there.
    public void looksRight(Path folder, String name) {
        shown();
        PlaywrightAssertions.assertThat(page.locator("sealed-text:not([data-state])"))
                .hasCount(0);
        looksRight(folder, name, 375, ColorScheme.DARK);
        looksRight(folder, name, 1280, ColorScheme.LIGHT);
    }

    private void looksRight(Path folder, String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(accessibilityFindings()).as(name + " " + width).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + name)
                .isEqualTo(width);
        picture(folder.resolve(name + "-" + width + ".png"));
    }

    public Visitor inTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    /// To draw and pack a whole page takes as long as to check it, so it is done only where somebody wants to see it.
    public Visitor picture(Path file) {
        if (!PICTURES) {
            return this;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file)
                .setFullPage(page.locator("dialog[open]").count() == 0));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
