package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Random lives of a room, some steps honest and some not: both languages take and refuse the same entries for the same
/// reasons, and stand at the same place after each life.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoriesTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final List<String> KINDS = List.of("update", "note", LedgerEntry.NAMED);
    private static final UUID GROUP = new UUID(0x0193f0c000007002L, Long.MIN_VALUE);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Twin twin = Twin.open();
    private final List<Keyholder> cast = IntStream.range(0, 5)
            .mapToObj(i -> Keyholder.create(new UUID(0x0193f0c000007000L, Long.MIN_VALUE + i), NOW))
            .toList();
    /// The cards that they make when they have lost everything: each twice.
    private final List<Keyholder> anew = IntStream.range(0, 10)
            .mapToObj(i -> Keyholder.create(new UUID(0x0193f0c000007000L, Long.MIN_VALUE + i / 2), NOW))
            .toList();
    private final List<Keyholder> everybody =
            Stream.concat(cast.stream(), anew.stream()).toList();
    private final List<String> texts = IntStream.range(0, 12)
            .mapToObj(i -> new UUID(0x0193f0c000007001L, Long.MIN_VALUE + i).toString())
            .toList();

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bothLanguagesJudgeALifeAlike(long seed) {
        var random = new Random(seed);
        var room = KeyholderRoom.open(GROUP, cast.getFirst(), "Mara", NOW);
        var ledger = room.ledger();
        var entries = new ArrayList<JsonNode>(Twin.entries(room.entries()));
        var verdicts = new ArrayList<String>(List.of("taken", "taken"));
        for (var step = 0; step < 450; step++) {
            var entry = twisted(random, step(random, ledger));
            entries.add(entry);
            verdicts.add(LedgerEntry.parse(entry.toString())
                    .map(parsed ->
                            ledger.append(parsed).map(HistoriesTests::code).orElse("taken"))
                    .orElse("malformed"));
        }
        var judged = twin.ask("judge", Map.of("room", room.id(), "entries", entries));
        assertThat(judged.path("verdicts").valueStream().map(JsonNode::asString).toList())
                .isEqualTo(verdicts);
        assertThat(judged.path("state")).isEqualTo(Twin.state(ledger));
        assertThat(verdicts.stream().filter("taken"::equals).count())
                .as("a life in which something happens")
                .isGreaterThan(30);
        assertThat(verdicts)
                .contains(
                        "not-allowed",
                        "bad-signature",
                        "malformed",
                        "out-of-order",
                        "wrong-head",
                        "not-vouched",
                        "not-called");
        holds(ledger);
    }

    /// Nobody has two keys in a room, whoever has lost theirs has handed all of it on, and no key speaks for another
    /// person's.
    private static void holds(Ledger ledger) {
        var active =
                ledger.members().values().stream().filter(Ledger.Member::active).toList();
        assertThat(active.stream().map(member -> member.card().user())).doesNotHaveDuplicates();
        assertThat(active.stream().filter(Ledger.Member::chair))
                .as("a room has one chair, always")
                .hasSize(1);
        assertThat(ledger.calls().keySet())
                .allSatisfy(fingerprint -> assertThat(ledger.members().get(fingerprint))
                        .matches(member -> member != null && member.active() && !member.chair()));
        assertThat(ledger.members()).allSatisfy((fingerprint, member) -> {
            if (!member.before().isEmpty()) {
                var old = Objects.requireNonNull(ledger.members().get(member.before()));
                assertThat(old.active()).isFalse();
                assertThat(old.card().user()).isEqualTo(member.card().user());
                assertThat(old.name()).isEqualTo(member.name());
                assertThat(ledger.speaksFor(fingerprint, member.before())).isTrue();
                assertThat(ledger.speaksFor(member.before(), fingerprint)).isFalse();
            }
        });
        assertThat(ledger.vouches().values()).allSatisfy(vouched -> {
            assertThat(Objects.requireNonNull(ledger.members().get(vouched.fingerprint()))
                            .active())
                    .isTrue();
            assertThat(vouched.by()).doesNotContain(vouched.fingerprint());
        });
    }

    static String code(Ledger.Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Mostly what an honest member would do next, sometimes not. Nobody acts on the first chair, so that a life goes
    /// on.
    private JsonNode step(Random random, Ledger ledger) {
        var active = everybody.stream().filter(one -> isActive(ledger, one)).toList();
        var somebody = any(random, random.nextInt(6) == 0 ? everybody : active);
        var chair = random.nextInt(5) == 0
                ? somebody
                : any(
                        random,
                        everybody.stream().filter(one -> isChair(ledger, one)).toList());
        var other = any(random, random.nextInt(4) == 0 ? anew.subList(2, anew.size()) : cast.subList(1, cast.size()));
        return switch (ledger.writable() ? random.nextInt(26) : random.nextInt(4)) {
            case 0 -> sign(ledger, chair, "add", add(other));
            case 1 -> sign(ledger, chair, random.nextInt(4) == 0 ? "leave" : "remove", about(other));
            case 2, 3, 4 -> sign(ledger, somebody, "rotate", rotate(random, ledger));
            case 5 -> sign(ledger, random.nextInt(3) == 0 ? somebody : chair, "chair", about(any(random, active)));
            case 6 -> sign(ledger, other, "leave", about(other));
            case 7 -> sign(ledger, somebody, "check", check(random, ledger, active));
            case 8 -> vouch(random, ledger, somebody, any(random, active));
            case 9 -> vouch(random, ledger, chair, any(random, active));
            case 10 -> rekey(random, ledger, somebody);
            case 11, 12 -> later(random, ledger, somebody, "call", about(any(random, active)));
            case 13 -> called(random, ledger, somebody);
            case 14 -> later(random, ledger, somebody, "end", JSON.objectNode().put("agrees", random.nextInt(3) > 0));
            case 15 -> sign(ledger, chair, "history", history(random, ledger, other));
            case 16 ->
                // So late that a life has happened before.
                ledger.seq() > 150
                        ? later(random, ledger, chair, "dissolve", JSON.objectNode())
                        : text(random, ledger, somebody);
            case 17 ->
                sign(
                        ledger,
                        somebody,
                        List.of("export", "device", "pair").get(random.nextInt(3)),
                        random.nextBoolean() ? about(other) : JSON.objectNode());
            default -> text(random, ledger, somebody);
        };
    }

    /// A week later, or not.
    private static JsonNode later(Random random, Ledger ledger, Keyholder by, String kind, ObjectNode data) {
        var at = random.nextInt(3) == 0 ? NOW.plus(LedgerMembers.WEEK) : NOW;
        return by.signed(ledger.seq() + 1, ledger.head(), kind, data, at);
    }

    /// Mostly for somebody whom members call to the chair.
    private JsonNode called(Random random, Ledger ledger, Keyholder by) {
        var called = ledger.calls().keySet().stream().sorted().toList();
        var next = called.isEmpty() || random.nextInt(4) == 0
                ? any(random, everybody).card().fingerprint()
                : any(random, called);
        return later(random, ledger, by, "chair", JSON.objectNode().put("fp", next));
    }

    private static ObjectNode history(Random random, Ledger ledger, Keyholder one) {
        var data = about(one);
        var from = 1 + random.nextLong(ledger.epoch() + 1);
        data.putArray("epochs").add(from).add(random.nextInt(8) == 0 ? from : from + 1);
        return data;
    }

    private static ObjectNode about(Keyholder one) {
        return JSON.objectNode().put("fp", one.card().fingerprint());
    }

    private JsonNode vouch(Random random, Ledger ledger, Keyholder by, Keyholder lost) {
        var data = successor(any(random, cardsOf(random, lost)), lost.card().fingerprint());
        return sign(ledger, by, "vouch", data.put("here", random.nextInt(3) == 0));
    }

    /// A day later, or not; mostly for a card that somebody vouches for.
    private JsonNode rekey(Random random, Ledger ledger, Keyholder by) {
        var vouched = ledger.vouches().keySet().stream().sorted().toList();
        var card = vouched.isEmpty() || random.nextInt(4) == 0
                ? any(random, everybody)
                : everybody.stream()
                        .filter(one -> vouched.contains(one.card().fingerprint()))
                        .findFirst()
                        .orElseThrow();
        var lost = everybody.stream()
                .filter(one -> isActive(ledger, one)
                        && one.card().user().equals(card.card().user()))
                .findFirst()
                .orElse(by);
        var at = random.nextBoolean() ? NOW.plus(LedgerMembers.WAIT) : NOW;
        return by.signed(
                ledger.seq() + 1,
                ledger.head(),
                "rekey",
                successor(card, lost.card().fingerprint()),
                at);
    }

    private static ObjectNode successor(Keyholder next, String fingerprint) {
        var data = JSON.objectNode().put("fp", fingerprint);
        data.set("card", Twin.json(next.card().json()));
        return data;
    }

    private List<Keyholder> cardsOf(Random random, Keyholder lost) {
        return random.nextInt(8) == 0
                ? everybody
                : anew.stream()
                        .filter(one -> one.card().user().equals(lost.card().user()))
                        .toList();
    }

    private static ObjectNode add(Keyholder one) {
        var data = JSON.objectNode().put("how", "invite").put("name", "Somebody");
        data.set("card", Twin.json(one.card().json()));
        return data;
    }

    private static ObjectNode rotate(Random random, Ledger ledger) {
        return JSON.objectNode()
                .put("epoch", ledger.epoch() + (random.nextInt(8) == 0 ? 2 : 1))
                .put("kcv", Labelled.hash("room/v1/kcv", new byte[] {(byte) random.nextInt()}))
                .put("members", random.nextInt(8) == 0 ? ledger.head() : ledger.activeHash());
    }

    /// The words of an earlier entry, or of one that never was, with every other of those who are here, perhaps
    /// oneself.
    private static ObjectNode check(Random random, Ledger ledger, List<Keyholder> people) {
        var seq = 1 + random.nextLong(ledger.seq() + 1);
        var data = JSON.objectNode()
                .put("seq", seq)
                .put(
                        "head",
                        random.nextBoolean() ? ledger.room() : ledger.head(seq).orElse(ledger.head()));
        var with = data.putArray("with");
        people.stream()
                .filter(one -> (one.card().user().getLeastSignificantBits() + seq) % 2 == 0)
                .map(one -> one.card().fingerprint())
                .sorted()
                .forEach(with::add);
        return data;
    }

    private JsonNode text(Random random, Ledger ledger, Keyholder somebody) {
        var id = any(random, texts);
        var last = ledger.put(id);
        var author = last.flatMap(put -> everybody.stream()
                        .filter(one -> one.card().fingerprint().equals(put.author()))
                        .findFirst())
                .filter(one -> random.nextInt(4) > 0)
                .orElse(somebody);
        var rev = last.map(Ledger.Put::rev).orElse(0L);
        var data = JSON.objectNode().put("id", id);
        if (random.nextInt(8) == 0) {
            return sign(ledger, author, "del", data.put("rev", Math.max(1, rev)));
        }
        data.put(
                        "kind",
                        last.map(Ledger.Put::kind)
                                .filter(one -> random.nextInt(8) > 0)
                                .orElse(any(random, KINDS)))
                .put("about", random.nextInt(8) == 0 ? texts.getFirst() : GROUP.toString())
                .put("rev", rev + (random.nextInt(8) == 0 ? 2 : 1))
                .put("epoch", Math.max(1, ledger.epoch() - random.nextInt(8) / 7))
                .put("hash", ledger.head());
        return sign(ledger, author, "put", data);
    }

    private static JsonNode sign(Ledger ledger, Keyholder by, String kind, ObjectNode data) {
        return by.signed(ledger.seq() + 1, ledger.head(), kind, data, NOW);
    }

    private static boolean isChair(Ledger ledger, Keyholder one) {
        var member = ledger.members().get(one.card().fingerprint());
        return member != null && member.chair();
    }

    private static boolean isActive(Ledger ledger, Keyholder one) {
        var member = ledger.members().get(one.card().fingerprint());
        return member != null && member.active();
    }

    /// Now and then somebody in between changes what was signed.
    private JsonNode twisted(Random random, JsonNode entry) {
        var twisted = (ObjectNode) entry;
        switch (random.nextInt(40)) {
            case 0 -> twisted.put("by", any(random, everybody).card().fingerprint());
            case 1 -> twisted.put("at", entry.path("at").asLong() + 1);
            case 2 -> twisted.put("seq", entry.path("seq").asLong() + 1);
            case 3 -> twisted.put("prev", entry.path("by").asString());
            case 4 -> ((ObjectNode) twisted.path("data")).put("more", true);
            case 5 -> twisted.put("v", 2);
            case 6 -> twisted.put("kind", "genesis");
            default -> {
                // Most arrive as they were sent.
            }
        }
        return twisted;
    }

    private static <T> T any(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
