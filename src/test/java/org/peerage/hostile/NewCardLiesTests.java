package org.peerage.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.peerage.Visitor;
import org.peerage.identity.ByLink;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A server that says that somebody has a new card, or that the others have taken one.
class NewCardLiesTests extends RoomUnderAttack {

    private static final String FALSE = "its list of members does not hold together";
    private static final String PEOPLE = HOME + "/room";

    private static Keyholder anotherOf(PersonId person) {
        return Keyholder.create(person.value(), Instant.now());
    }

    /// The next line of the ledger, as Jon's own page signs it when somebody has got hold of it.
    private static JsonNode byJon(String kind, String data) {
        return Lie.JSON.readTree(Objects.toString(js(JON, """
                const { nextEntry } = await import(at + 'ledger.js');
                const ledger = await readLedger('%1$s');
                const me = ledger.members.get((await keyring.current()).fp);
                const chair = ledger.active().find((member) => member.chair);
                return JSON.stringify(await nextEntry(ledger, '%2$s', %3$s, (await keyring.current()).signer()));
                """.formatted(ROOM, kind, data))));
    }

    private static Lie adding(String name, JsonNode entry) {
        return Lie.inJson(name, LEDGER, answer -> {
            var entries = (ArrayNode) answer.path("entries");
            entries.add(entry);
            ((ObjectNode) answer)
                    .putObject("head")
                    .put("seq", entry.path("seq").asLong())
                    .put(
                            "hash",
                            LedgerEntry.parse(entry.toString()).orElseThrow().hash());
            return answer;
        });
    }

    @Test
    void aCardThatNobodyHasVouchedFor() {
        JON.goTo(PAGE).opensTheRoom();
        var card = anotherOf(person(MARA)).card().json();
        var entry = byJon("rekey", "{fp: chair.fp, card: " + card + "}");
        onANewDevice(MARA);
        alarmed(MARA, adding("rekey without a voucher", entry), FALSE, () -> opens(MARA));
    }

    @Test
    void aWordForAnotherCardThanWasSaid() {
        JON.goTo(PAGE).opensTheRoom();
        var said = anotherOf(person(MARA)).card().json();
        var entry = (ObjectNode) byJon("vouch", "{fp: chair.fp, here: false, card: " + said + "}");
        ((ObjectNode) entry.path("data"))
                .set("card", Lie.JSON.readTree(anotherOf(person(MARA)).card().json()));
        onANewDevice(MARA);
        alarmed(MARA, adding("a swapped card in a vouch", entry), FALSE, () -> opens(MARA));
    }

    /// The words on the page are of the card that would be vouched for, whoever hands it over: they are not the
    /// owner's.
    @Test
    void aCardOfTheServersOwn() {
        var served = anotherOf(person(JON)).card();
        refused(MARA, asking("the server's card for somebody's", served.json()), PEOPLE, JON.name() + " has a new key");
        MARA.page().locator("[data-card-words] li").last().waitFor();
        assertThat(MARA.page().locator("[data-card-words] li").allTextContents())
                .isEqualTo(wordsOf(served.fingerprint()))
                .isNotEqualTo(wordsOf(anotherOf(person(JON)).card().fingerprint()));
    }

    @Test
    void aCardOfSomebodyElse() {
        refused(
                MARA,
                asking(
                        "another's card for somebody's",
                        anotherOf(new PersonId(Ids.next())).card().json()),
                PEOPLE,
                "it is not in order. Do not agree.");
        assertThat(MARA.page().locator("[data-vouch]").isDisabled()).isTrue();
    }

    @Test
    void aNewCardBesideAnotherName() {
        MARAS.tells(asking("a new card", anotherOf(person(JON)).card().json()));
        var theirs = person(JON).toString();
        refused(
                MARA,
                Lie.inPage("a renamed row with a new card", PEOPLE, page -> {
                    var row = page.expectFirst("[data-inside=" + theirs + "]");
                    row.attr("data-name", "Somebody Nice");
                    row.expectFirst("[data-new-card] h4").text("Somebody Nice has a new key");
                }),
                PEOPLE,
                JON.name() + " has a new key");
    }

    /// Somebody has a link that signs Jon in, and Mara believes them. Jon has his keys.
    @Test
    void whoeverStillHasTheKeysTakesTheNewOnesBack() {
        try (var thief = Visitor.atALaptop("Somebody", PEERAGE.base())) {
            thief.goTo(ByLink.address(PEERAGE, person(JON), JON.name())).press("Sign in");
            thief.goTo("/keys/new").press("Make new keys").keepsNewWords().sees("Your eight words");
        }
        MARA.goTo(PEOPLE).opensTheRoom().press("I have spoken to " + JON.name() + ": the words are the same");
        MARA.sees(MARA.name() + " agreed. The new key counts from");
        JON.goTo(PAGE).opensTheRoom().sees("Members vouch for a new key in your name");
        JON.goTo("/keys").press("Open with a passkey").press("It was not me: take them back");
        JON.page().locator("main:not(:has([data-new-keys]))").waitFor();
        JON.goTo(PEOPLE).opensTheRoom();
        JON.page()
                .locator("room-lock:has([data-new-cards][hidden])[data-state=open]")
                .waitFor();
        MARA.goTo(PAGE).opensTheRoom();
        assertThat(MARA.page().locator("room-lock [data-new-cards]").isHidden()).isTrue();
    }

    private static Lie asking(String name, String card) {
        var answer = "[{\"person\":\"" + person(JON) + "\",\"card\":" + card + "}]";
        return Lie.aboutPath(name, "/rooms/[^/]+/new-cards", (asked, honest) -> Lie.Answer.json(200, answer));
    }

    @SuppressWarnings("unchecked")
    private static List<String> wordsOf(String fingerprint) {
        return (List<String>) Objects.requireNonNull(js(MARA, """
                const { cardWords } = await import(at + 'words.js');
                return cardWords('%s');
                """.formatted(fingerprint)));
    }
}
