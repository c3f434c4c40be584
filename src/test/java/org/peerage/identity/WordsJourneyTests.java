package org.peerage.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// Somebody without a passkey signs in by typing ten words, on a device that has never seen them; the server
/// hears no word of it, and who guesses shuts nobody out.
class WordsJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/words");

    private static String link() {
        return PEERAGE.enrollingLink("/keys");
    }

    @Test
    void tenWordsSignInAndOpenTheKeysAndStayInTheBrowser() {
        List<String> words;
        try (var eva = Visitor.atALaptop("Eva Kowalska", PEERAGE.base())) {
            eva.goTo(link()).sees("Without a passkey you sign in by typing ten words");
            eva.looksRight(PICTURES, "enrol");
            eva.fill("Your name, as the others know you", eva.name()).press("My device has none");
            eva.sees("These ten words alone will open your rooms").looksRight(PICTURES, "enrol-words");
            eva.keepsNewWords();
            eva.page().waitForURL(url -> url.endsWith("/keys"));
            words = eva.words();
        }
        try (var elsewhere = Visitor.atALaptop("Eva Kowalska", PEERAGE.base())) {
            elsewhere.goTo("/sign-in");
            elsewhere.looksRight(PICTURES, "sign-in");
            var swapped = new java.util.ArrayList<>(words);
            java.util.Collections.reverse(swapped);
            for (var i = 0; i < 3; i++) {
                elsewhere.fill("Your ten words", String.join(" ", swapped)).press("Sign in with my words");
                assertThat(elsewhere.page().locator("#sign-in-words [data-wrong]"))
                        .containsText("sign nobody in");
            }
            elsewhere.page().evaluate("""
                    async () => {
                      // Counted by the hour: where one begins meanwhile, it begins anew.
                      for (let i = 0, status = 0; i < 62 && status !== 429; i++) {
                        ({ status } = await fetch('/sign-in/words', { method: 'POST',
                          headers: { 'Content-Type': 'application/json' },
                          body: JSON.stringify({ number: String(i).padStart(2, '0') + 'A'.repeat(19) + 'A' }) }));
                      }
                    }""");
            elsewhere.press("Sign in with my words");
            assertThat(elsewhere.page().locator("#sign-in-words [data-wrong]"))
                    .containsText("The right ones still sign in");
            elsewhere.fill("Your ten words", " " + String.join("  ", words).toUpperCase(java.util.Locale.ROOT));
            elsewhere.press("Sign in with my words");
            elsewhere.page().waitForURL(url -> !url.contains("/sign-in"));
            elsewhere.goTo("/keys").sees("Eva Kowalska, these are the ways in that we know of.");
            assertThat(elsewhere.page().evaluate("async () => (await (await fetch('/keys/me')).json()).proved"))
                    .isEqualTo(true);
            theLockAsksForWords(elsewhere, words);
            GroupFixture.aGroup().with(1).seat(elsewhere.person(), elsewhere.name());
            elsewhere.goTo("/").sees("one thing alone opened them");
            elsewhere.goTo("/keys");
            aSecondThingIsAddedWhereThePageAsksForIt(elsewhere, words);
            elsewhere.goTo("/").sees("Your groups");
            assertThat(elsewhere.page().getByText("one thing alone opened them"))
                    .isHidden();
            elsewhere.goTo("/keys");
            theDeviceComparesTheTrail(elsewhere);
            whatWasUsedLastStandsFirst(elsewhere, words);
            var line = String.join(" ", words);
            assertThat(elsewhere.sent())
                    .noneMatch(request ->
                            request.toLowerCase(java.util.Locale.ROOT).contains(line)
                                    || request.contains("AGE-SECRET-KEY"));
        }
    }

    /// Whoever opens by words is asked for them first, and is not told of a passkey that they do not have.
    private static void theLockAsksForWords(Visitor eva, List<String> words) {
        eva.goTo("/tryout/lobby").press("Close it on this device");
        assertThat(eva.page().getByLabel("Your ten words")).isVisible();
        eva.press("Open with my passkey").sees("You have no passkey here that opens rooms.");
        eva.fill("Your ten words", String.join(" ", words));
        eva.page().locator("room-lock form button").click();
        eva.sees("The room is open on this device.").goTo("/keys");
    }

    private static void aSecondThingIsAddedWhereThePageAsksForIt(Visitor eva, List<String> words) {
        var said = eva.page().locator("[data-locks-said]");
        assertThat(said).containsText("Your ten words alone open your keys. If you lose them, only two members");
        eva.looksRight(PICTURES, "one-lock");
        assertThat(eva.page().locator("[data-card-words] li")).hasCount(8);
        eva.fill("Your ten words", String.join(" ", words)).press("Open with my words");
        eva.follow("A passkey, on this device or on a security key that you plug in");
        eva.looksRight(PICTURES, "one-lock-open");
        eva.fill("Name of the new passkey", "Laptop").press("Add a passkey");
        assertThat(said).containsText("2 things open your keys, each by itself");
        assertThat(eva.page().locator("[data-locks-next]")).isHidden();
        eva.looksRight(PICTURES, "two-locks");
    }

    /// The device keeps in mind what it was; the server is not told and draws the same page for everybody.
    private static void whatWasUsedLastStandsFirst(Visitor eva, List<String> words) {
        var ways = eva.page().locator("[data-in-order] > form button");
        eva.signsOut().goTo("/sign-in");
        assertThat(ways.first()).hasText("Sign in with my words");
        eva.looksRight(PICTURES, "sign-in-words-first");
        eva.fill("Your ten words", String.join(" ", words)).press("Sign in with my words");
        eva.page().waitForURL(url -> !url.contains("/sign-in"));
        eva.goTo("/keys").press("Open with a passkey").sees("Your keys are open");
        eva.signsOut().goTo("/sign-in");
        assertThat(ways.first()).hasText("Sign in with my passkey");
        eva.press("Sign in with my passkey");
        eva.page().waitForURL(url -> !url.contains("/sign-in"));
    }

    private static void theDeviceComparesTheTrail(Visitor eva) {
        var said = eva.page().locator("own-trail [data-said]");
        eva.goTo("/keys/trail");
        assertThat(said).containsText("remembers the last mark from now on");
        eva.looksRight(PICTURES, "trail");
        eva.goTo("/keys/trail");
        assertThat(said).containsText("still contains the last mark");
        eva.page().evaluate("""
                () => {
                  const name = Object.keys(localStorage).find((key) => key.startsWith('trail '));
                  localStorage.setItem(name, JSON.stringify({ number: 1, mark: 'ab'.repeat(32) }));
                }""");
        eva.goTo("/keys/trail");
        assertThat(said).containsText("no longer contains the last mark");
        assertThat(eva.page().locator("[data-gone] code")).hasText("1: ABAB-ABAB-ABAB-ABAB");
        eva.press("Go on with the list as it is now");
        assertThat(said).containsText("still contains the last mark");
    }

    @Test
    void whoeverHasTheNumberAloneIsNobody() {
        try (var eva = Visitor.atALaptop("Eva Kowalska", PEERAGE.base());
                var thief = Visitor.atALaptop("Somebody", PEERAGE.base())) {
            eva.enrol(link());
            var body = eva.sent().stream()
                    .filter(one -> one.contains("/keys/words/number"))
                    .findFirst()
                    .orElseThrow();
            var number = body.replaceAll("(?s).*\"number\":\"([^\"]+)\".*", "$1");
            thief.goTo("/sign-in");
            assertThat(thief.page().evaluate("""
                    async number => {
                      const post = (path, body) => fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
                      const found = await post('/sign-in/words', { number });
                      const proof = await post('/sign-in/words/proof', { number, sig: 'A'.repeat(86) });
                      return [found.status, proof.status, (await fetch('/keys/me', { redirect: 'manual' })).status !== 200].join();
                    }""", number)).isEqualTo("200,422,true");
        }
    }
}
