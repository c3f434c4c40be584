package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.peerage.Visitor;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A server that lies about who is in the room and what stands in it.
class LedgerLiesTests extends RoomUnderAttack {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String FALSE = "its list of members does not hold together";
    private static final String BACKWARDS = "This room has gone backwards";

    private static Lie ledger(String name, Consumer<ArrayNode> bent) {
        return Lie.inJson(name, LEDGER, answer -> {
            var entries = (ArrayNode) answer.path("entries");
            bent.accept(entries);
            return answered(entries);
        });
    }

    /// With the head that fits the last of them.
    private static JsonNode answered(ArrayNode entries) {
        var last = entries.get(entries.size() - 1);
        var answer = NODES.objectNode();
        answer.putObject("head")
                .put("seq", last.path("seq").asLong())
                .put("hash", LedgerEntry.parse(last.toString()).orElseThrow().hash());
        answer.set("entries", entries);
        return answer;
    }

    @Test
    void theBeginningOfAnotherRoom() {
        onANewDevice(MARA);
        alarmed(
                MARA,
                ledger("false genesis", entries -> {
                    ((ObjectNode) entries.get(0).path("data")).put("nonce", "A".repeat(43));
                }),
                FALSE,
                () -> opens(MARA));
    }

    @Test
    void somebodyNobodyLetIn() {
        onANewDevice(MARA);
        alarmed(
                MARA,
                ledger("ghost add", entries -> entries.add(next(entries, ghost(), entries.get(0)))),
                FALSE,
                () -> opens(MARA));
    }

    @Test
    void somebodyWhoLetsThemselvesIn() {
        onANewDevice(MARA);
        var ghost = Keyholder.create(Ids.next(), java.time.Instant.now());
        alarmed(
                MARA,
                ledger("self-signed ghost", entries -> {
                    var entry = unsigned(entries, ghost);
                    entry.put("by", ghost.card().fingerprint());
                    entry.put("sig", ghost.signature("room/v1/ledger", entry));
                    entries.add(entry);
                }),
                FALSE,
                () -> opens(MARA));
    }

    @Test
    void aDroppedTail() {
        writes(MARA, "The last word");
        JON.goTo(PAGE);
        var shorter = all();
        shorter.remove(shorter.size() - 1);
        var answer = (ObjectNode) answered(shorter);
        answer.putArray("entries");
        alarmed(
                MARA,
                Lie.aboutPath("dropped tail", LEDGER, (asked, honest) -> Lie.Answer.json(200, answer.toString())),
                PAGE,
                BACKWARDS);
    }

    /// The last text is hidden, and what is shown instead was signed: for another state, or by too few.
    @Test
    void aShorterRoomThatNobodyAcceptedAsItIs() {
        writes(MARA, "Hidden from her");
        JON.goTo(PAGE).opensTheRoom();
        MARA.goTo(PAGE).opensTheRoom();
        var shorter = all();
        var hidden =
                LedgerEntry.parse(shorter.remove(shorter.size() - 1).toString()).orElseThrow();
        alarmed(MARA, shortened("shortened and whole", shorter), PAGE, BACKWARDS);

        MARAS.isHonest();
        var another = shorter.deepCopy();
        another.add(accepts(JON, another, hidden.seq(), hidden.hash()));
        another.add(accepts(MARA, another, hidden.seq(), hidden.hash()));
        alarmed(MARA, shortened("accepted, but another state", another), PAGE, BACKWARDS);

        MARAS.isHonest();
        var few = shorter.deepCopy();
        var words = few.size() - 1;
        while (few.get(words).path("kind").asString().matches("check|device|accept")) {
            words--;
        }
        var head = LedgerEntry.parse(few.get(words).toString()).orElseThrow();
        few.add(accepts(JON, few, head.seq(), head.hash()));
        few.add(accepts(JON, few, head.seq(), head.hash()));
        alarmed(MARA, shortened("accepted by one of two", few), PAGE, BACKWARDS);
        MARA.goTo(HOME + "/room").sees("Signed by Jon Abara. It takes 2 of those who were in the room then");
        assertThat(MARA.page().locator("main form, main button:visible")).hasCount(1);
    }

    private static Lie shortened(String name, ArrayNode entries) {
        var answer = answered(entries);
        return Lie.aboutPath(name, LEDGER, (asked, honest) -> {
            var some = (ObjectNode) answer.deepCopy();
            var after = Long.parseLong(asked.query().replace("after=", ""));
            some.putArray("entries")
                    .addAll(entries.valueStream()
                            .filter(entry -> entry.path("seq").asLong() > after)
                            .toList());
            return Lie.Answer.json(200, some.toString());
        });
    }

    private static JsonNode accepts(Visitor visitor, ArrayNode entries, long seq, String head) {
        var last = LedgerEntry.parse(entries.get(entries.size() - 1).toString()).orElseThrow();
        return Lie.JSON.readTree((String) js(visitor, """
                const {nextEntry} = await import(document.querySelector('script[src*="/room/elements.js"]').src
                  .replace('elements.js', 'ledger.js'));
                const ring = await keyring.current();
                return JSON.stringify(await nextEntry({seq: %d, head: '%s'}, 'accept', {seq: %d, head: '%s'},
                  ring.signer()));
                """.formatted(last.seq(), last.hash(), seq, head)));
    }

    @Test
    void entriesInAnotherOrder() {
        writes(MARA, "One");
        writes(MARA, "Two");
        onANewDevice(MARA);
        alarmed(
                MARA,
                ledger("reordered", entries -> {
                    var last = entries.size() - 1;
                    var one = entries.get(last);
                    entries.set(last, entries.get(last - 1));
                    entries.set(last - 1, one);
                }),
                FALSE,
                () -> opens(MARA));
    }

    @Test
    void anEntryLeftOut() {
        writes(MARA, "Left out");
        writes(MARA, "Not left out");
        onANewDevice(MARA);
        alarmed(MARA, ledger("deleted entry", entries -> entries.remove(entries.size() - 2)), FALSE, () -> opens(MARA));
    }

    /// In the name of somebody who is in the room, and with a signature of theirs.
    @Test
    void aComparisonThatNobodyMade() {
        onANewDevice(MARA);
        alarmed(
                MARA,
                ledger("invented comparison", entries -> {
                    var first = entries.get(0);
                    var entry = next(entries, ghost(), first);
                    entry.put("kind", "check")
                            .putObject("data")
                            .put("seq", 1)
                            .put("head", entries.get(2).path("prev").asString())
                            .putArray("with")
                            .add(entries.get(2).path("by").asString());
                    entries.add(entry);
                }),
                FALSE,
                () -> opens(MARA));
    }

    @Test
    void aComparisonLeftOut() {
        JON.goTo(HOME + "/room").opensTheRoom();
        JON.press("The same for all").sees("Noted: the same for all.");
        writes(JON, "After it");
        onANewDevice(MARA);
        alarmed(
                MARA,
                ledger("comparison left out", entries -> {
                    for (var at = entries.size() - 1; at > 0; at--) {
                        if (entries.get(at).path("kind").asString().equals("check")) {
                            entries.remove(at);
                            return;
                        }
                    }
                }),
                FALSE,
                () -> opens(MARA));
    }

    /// The whole ledger as the program has it.
    private static ArrayNode all() {
        var text = (String) js(
                JON, "return JSON.stringify((await (await fetch('/rooms/%s/ledger')).json()).entries)".formatted(ROOM));
        return (ArrayNode) Lie.JSON.readTree(text);
    }

    private static Keyholder ghost() {
        return Keyholder.create(Ids.next(), java.time.Instant.now());
    }

    /// In the chair's name and with a signature of the chair's, which was made for something else.
    private static ObjectNode next(ArrayNode entries, Keyholder ghost, JsonNode signed) {
        var entry = unsigned(entries, ghost);
        return entry.put("by", signed.path("by").asString())
                .put("sig", signed.path("sig").asString());
    }

    private static ObjectNode unsigned(ArrayNode entries, Keyholder ghost) {
        var last = entries.get(entries.size() - 1);
        var entry = NODES.objectNode()
                .put("v", 1)
                .put("seq", last.path("seq").asLong() + 1)
                .put("prev", LedgerEntry.parse(last.toString()).orElseThrow().hash())
                .put("kind", "add")
                .put("at", last.path("at").asLong() + 1);
        var add = NODES.objectNode().put("how", "invite").put("name", "Ghost");
        add.set("card", Lie.JSON.readTree(ghost.card().json()));
        entry.set("data", add);
        return entry;
    }
}
