package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerage.Visitor;
import org.peerage.sealing.Card;
import org.peerage.sealing.LedgerEntry;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Two lies that no device can see by itself: another continuation of the room for each of two people, and nothing new
/// for one of them. Their members hear them, because the words that they read to each other are not the same.
class RoomWordsTests extends RoomUnderAttack {

    private static final String PEOPLE = HOME + "/room";
    private static final String DIFFER = "The words of this room are not the same for all of you";
    private static final String NEWEST = "These are the newest words";

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

    @AfterEach
    void jonsDeviceForgets() {
        JONS.isHonest();
        onANewDevice(JON);
        JON.goTo(PAGE).opensTheRoom();
    }

    private static List<String> words(Visitor visitor) {
        var words = visitor.page().locator("room-words [data-list] li");
        words.first().waitFor();
        return words.allTextContents();
    }

    private static void comes(Visitor visitor) {
        visitor.goTo(PEOPLE).opensTheRoom();
    }

    /// The whole ledger as the program has it.
    private static ObjectNode ledger() {
        return (ObjectNode) Lie.JSON.readTree(
                (String) js(JON, "return JSON.stringify(await ask('/rooms/%s/ledger'))".formatted(ROOM)));
    }

    @Test
    void theSameForAllIsSignedAndANewDeviceSaysThatItHasNotCompared() {
        writes(MARA, "The last word of all");
        onANewDevice(JON);
        comes(JON);
        var lock = JON.page().locator("room-lock [data-compared]");
        assertThat(lock.locator("summary")).hasText("Not compared yet on this device.");
        // Whether an earlier device of his has compared is the other classes' doing: they share the room.
        assertThat(lock)
                .hasText(Pattern.compile("Not compared yet on this device\\. .*Last change known: \\d+ \\w+, "
                        + "Mara Example wrote\\. Compare the room words"));
        comes(MARA);
        var read = words(MARA);
        assertThat(read).hasSize(8).doesNotHaveDuplicates().isEqualTo(words(JON));
        JON.press("The same for all").sees("Noted: the same for all.").sees("Found the same by Jon Abara.");
        lock.waitFor(GONE);
        MARA.sees("Found the same by Jon Abara.");
        assertThat(words(MARA)).as("comparing changes no words").isEqualTo(read);
        assertThat(MARA.page().locator("[data-inside]:has-text('Jon Abara') [data-line]"))
                .containsText(Pattern.compile("Jon Abara signed on .* You have not said so yourself"));
        MARA.press("The same for all").sees("Found the same by Mara Example and Jon Abara.");
        assertThat(MARA.page().locator("[data-inside]:has-text('Jon Abara') [data-line]"))
                .containsText("You compared the room words with Jon Abara on");
        assertThat(log(MARA).first())
                .hasText(Pattern.compile(".*: Mara Example found the room words the same with Jon Abara"));
        var entries = ledger().path("entries");
        var check = entries.get(entries.size() - 1);
        assertThat(check.path("kind").asString()).isEqualTo("check");
        assertThat(check.path("data").path("with").size()).isOne();
        JON.goTo(HOME + "/commitments").opensTheRoom();
        assertThat(lock).isHidden();

        // Whoever writes meanwhile makes the words new, and the page says so.
        comes(MARA);
        words(MARA);
        JON.goTo(PAGE);
        writes(JON, "In between");
        MARA.sees("Something was written just now, so the words are new.");
        assertThat(words(MARA)).isNotEqualTo(read);
    }

    /// Eight words of each card: what the one reads as their own the other has beside their name. Whoever signs it
    /// says it of themselves alone.
    @Test
    void twoCompareTheWordsOfTheirKeys() {
        comes(JON);
        comes(MARA);
        chooses(JON, "Mara Example");
        chooses(MARA, "Jon Abara");
        var jons = pair(JON, "mine");
        var maras = pair(MARA, "mine");
        assertThat(jons).hasSize(8).isNotEqualTo(maras).isEqualTo(pair(MARA, "theirs"));
        assertThat(maras).isEqualTo(pair(JON, "theirs")).isNotEqualTo(words(JON));
        MARA.looksRight(Path.of("target", "pictures", "rooms"), "pair");
        MARA.goTo("/keys");
        assertThat(MARA.page().locator("[data-card-words] li")).hasText(maras.toArray(String[]::new));
        JON.press("I have heard these words, and they are the same")
                .sees("Noted: you have heard the words of Mara Example.");
        assertThat(JON.page().locator("room-pair [data-signed]"))
                .containsText("You heard the words of Mara Example on");
        assertThat(JON.page().locator("room-pair [data-not]")).isEmpty();
        assertThat(log(JON).first())
                .hasText(Pattern.compile(
                        ".*: Jon Abara heard the words of the key of Mara Example, and they were the same"));
        comes(MARA);
        chooses(MARA, "Jon Abara");
        assertThat(MARA.page().locator("room-pair [data-signed]"))
                .hasText(Pattern.compile("Jon Abara signed on .* that they heard yours\\."));
        assertThat(MARA.page().locator("room-pair [data-not]"))
                .containsText("not yet heard the words of the keys of Jon");
        assertThat(MARA.page().locator("[data-inside]:has-text('Jon Abara') [data-line]"))
                .not()
                .containsText("You heard the words");

        var before = JONS.heard().size();
        chooses(JON, "Mara Example");
        JON.page().locator("room-pair [data-differ]").click();
        JON.sees("The words that you heard are not those of the key that this page knows");
        assertThat(JON.page().locator("main sealed-text, main sealed-field, main room-door"))
                .hasCount(0);
        assertThat(writesSince(JON, before)).isEmpty();
        JON.goTo(PAGE).sees(DIFFER);
        comesBack();
    }

    /// A device of Jon's that has seen nothing yet, an old "My rooms", which knows of no room, and a room of the
    /// server's own, with a card of its own in Mara's name and with Jon's true one. All of it holds together by
    /// itself, and only what Mara reads aloud does not.
    @Test
    void anotherCardInTheNameOfOneOfTheTwoIsHeard() {
        comes(MARA);
        chooses(MARA, "Jon Abara");
        JON.goTo(PAGE).opensTheRoom();
        var card = Card.parse((String) js(JON, "return JSON.stringify((await ask('/keys/me')).card)"))
                .orElseThrow();
        var between = BetweenTwo.of(card);
        onANewDevice(JON);
        var before = JONS.heard().size();
        var lie = between.lie();
        JONS.tells(lie);
        comes(JON);
        chooses(JON, "Mara Example");
        assertThat(JONS.told(lie)).isTrue();
        assertThat(pair(JON, "mine")).isEqualTo(pair(MARA, "theirs"));
        assertThat(pair(JON, "theirs")).hasSize(8).isNotEqualTo(pair(MARA, "mine"));

        var asked = JONS.heard().size();
        JON.page().locator("room-pair [data-differ]").click();
        JON.sees("The words that you heard are not those of the key that this page knows");
        JON.goTo(PEOPLE).sees(DIFFER);
        assertThat(JON.page().locator("main sealed-text, main sealed-field, main room-door"))
                .hasCount(0);
        assertThat(writesSince(JON, asked)).isEmpty();
        toldNothing(JONS, before, lie.name());
    }

    private static void chooses(Visitor visitor, String name) {
        visitor.page().locator("room-pair option").getByText(name).waitFor(ATTACHED);
        visitor.page().locator("room-pair select").selectOption(new SelectOption().setLabel(name));
        visitor.page().locator("room-pair [data-mine] li").first().waitFor();
    }

    private static List<String> pair(Visitor visitor, String whose) {
        return visitor.page().locator("room-pair [data-" + whose + "] li").allTextContents();
    }

    /// What his other devices compared is signed by himself; what came later is not compared anywhere.
    @Test
    void aNewDeviceSaysWhatIsNotCompared() {
        comes(JON);
        words(JON);
        JON.press("The same for all").sees("Noted: the same for all.");
        writes(MARA, "Later than what was compared");
        onANewDevice(JON);
        comes(JON);
        assertThat(JON.page().locator("room-lock [data-compared]"))
                .hasText(Pattern.compile(
                        "Not compared yet on this device\\. On another device you compared on \\d+ \\w+, "
                                + "with Mara Example; what came later you have not\\. .*Last change known: .*"));
        assertThat(log(JON).first()).hasText(Pattern.compile(".*: Jon Abara opened the room on another device"));
        comes(MARA);
        assertThat(log(MARA).first()).hasText(Pattern.compile(".*: Jon Abara opened the room on another device"));
    }

    /// What a camera reads is an address whose end, which no server is sent, holds all of what the words are made of.
    @Test
    void aPictureComparesAllOfIt() {
        comes(MARA);
        words(MARA);
        MARA.page().getByText("Compare by a picture").click();
        var squares = MARA.page().locator("room-words svg.qr path");
        squares.waitFor();
        var here = "";
        for (var tries = 0; !squares.getAttribute("d").equals(here) && tries < 3; tries++) {
            here = (String) js(
                    MARA,
                    "const {pictureOf} = await import(at + 'picture.js');"
                            + " return (await pictureOf(location.origin + '%s#seen=%s', ''))"
                                    .formatted(PEOPLE, newest())
                            + ".querySelector('path').getAttribute('d')");
        }
        assertThat(squares).hasAttribute("d", here);
        MARA.looksRight(Path.of("target", "pictures", "rooms"), "words-picture");

        var earlier = newest();
        JON.goTo(PEOPLE + "#seen=" + earlier).opensTheRoom();
        assertThat(seen()).containsText("The same: the page that you have looked at and this one");
        assertThat(JON.page().url()).endsWith("/room");
        writes(MARA, "Later than the picture");
        JON.goTo(PAGE);
        JON.goTo(PEOPLE + "#seen=" + earlier).opensTheRoom();
        assertThat(seen()).containsText("as it was a little while ago");
        JON.goTo(PAGE);
        JON.goTo(PEOPLE + "#seen=" + "A".repeat(43)).opensTheRoom();
        assertThat(seen()).containsText("is not this room as this page knows it");
    }

    private static Locator seen() {
        return JON.page().locator("room-words [data-seen]");
    }

    /// What the words are made of.
    private static String newest() {
        return (String) js(JON, "return (await readLedger('%s')).last.head".formatted(ROOM));
    }

    private static Locator log(Visitor visitor) {
        return visitor.page().locator("room-log [data-list] li");
    }

    /// Nothing new for Jon: all that he is shown is true and signed.
    @Test
    void aFrozenViewIsHeard() {
        comes(JON);
        var frozen = ledger();
        JONS.tells(Lie.aboutPath(
                "frozen view",
                LEDGER,
                (asked, honest) ->
                        Lie.Answer.json(200, after(frozen, asked.query()).toString())));
        writes(MARA, "Jon is not shown this");
        theirWordsDiffer(JONS.heard().size());
    }

    /// An entry of his own for Jon, which the server shows to nobody else.
    @Test
    void aForkIsHeard() {
        comes(JON);
        var forked = ledger();
        var own = (String) js(JON, """
                const room = await openRoom('%1$s');
                const texts = [{kind: 'update', id: crypto.randomUUID(), about: room.ledger.group, rev: 1, body: {text: 'Mine'}}];
                return JSON.stringify((await room.seal(texts))[0].entry)""".formatted(ROOM));
        ((ArrayNode) forked.path("entries")).add(Lie.JSON.readTree(own));
        ((ObjectNode) forked.path("head"))
                .put("seq", forked.path("entries").size() - 1)
                .put("hash", LedgerEntry.parse(own).orElseThrow().hash());
        JONS.tells(Lie.aboutPath(
                "fork to two users",
                LEDGER,
                (asked, honest) ->
                        Lie.Answer.json(200, after(forked, asked.query()).toString())));
        writes(MARA, "What all the others are shown");
        theirWordsDiffer(JONS.heard().size());
    }

    private static ObjectNode after(ObjectNode ledger, String query) {
        var after = Integer.parseInt(query.replace("after=", ""));
        var answer = ledger.deepCopy();
        var rest = answer.putArray("entries");
        ledger.path("entries").valueStream().skip(after + 1L).forEach(rest::add);
        return answer;
    }

    private static void theirWordsDiffer(int before) {
        comes(JON);
        comes(MARA);
        assertThat(words(JON)).isNotEqualTo(words(MARA));
        JON.press("They differ").sees(NEWEST).press("They still differ").sees(DIFFER);
        assertThat(JON.page().locator("main sealed-text, main sealed-field, main form, main room-door"))
                .hasCount(0);
        JON.goTo(PAGE).sees(DIFFER);
        assertThat(JON.page().locator("main button, main form")).hasCount(0);
        assertThat(writesSince(JON, before)).isEmpty();
        assertThat(JONS.heard().subList(before, JONS.heard().size()))
                .noneMatch(asked -> (asked.path() + asked.query() + asked.body()).contains("differ"));
        comesBack();
    }

    /// Only equal words open the page again.
    private static void comesBack() {
        JONS.isHonest();
        onANewDevice(JON);
        js(
                JON,
                "const {keepCompared} = await import(at + 'compare.js');"
                        + "await keepCompared('%s', {seq: 1, head: '', at: 1, differ: true})".formatted(ROOM));
        JON.goTo("/tryout/lobby").opensTheRoom();
        JON.goTo(PEOPLE).sees(DIFFER);
        assertThat(words(JON)).isEqualTo(words(MARA));
        JON.press("The same for all");
        JON.page().locator("room-door").waitFor();
        JON.goTo(PAGE).opensTheRoom();
        JON.page().locator("sealed-field").first().waitFor();
    }
}
