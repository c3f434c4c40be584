package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// "My rooms" is the same in both languages, and nobody but their owner makes or reads one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnRoomsTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final String WORDS = "abandon ability able about above absent absorb abstract absurd abuse";
    private static final List<String> LIST = List.of(WORDS.split(" ", -1));

    private final Twin twin = Twin.open();

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    @Test
    void theBrowsersFirstIsEmptyAndReadInJava() {
        var made = twin.ask("newIdentity", Map.of("user", UUID.randomUUID()));
        var card = Card.parse(made.path("card").toString()).orElseThrow();
        var lock = twin.text("lockWithWords", Map.of("secrets", made.path("secrets"), "words", LIST));
        var owner = Keyholder.openWithWords(Base64.getUrlDecoder().decode(lock), WORDS, card)
                .orElseThrow();
        var first = OwnRooms.of(
                        twin.ask("firstOwnRooms", Map.of("secrets", made.path("secrets"), "card", made.path("card"))))
                .orElseThrow();
        assertThat(first.rev()).isEqualTo(1);
        assertThat(first.by(card)).isTrue();
        assertThat(owner.open(first)).contains("{}");
    }

    @Test
    void javasAreReadInTheBrowserUnderTheirOwnNumberOnly() {
        var owner = Keyholder.create(UUID.randomUUID(), NOW);
        var lock = Labelled.base64(owner.lockWithWords(WORDS));
        var age = twin.ask("openWithWords", Map.of("file", lock, "words", LIST)).path("age");
        var stands = "{\"0193f0c0-0000-7000-8000-000000000009\":{\"room\":\"" + "A".repeat(43)
                + "\",\"seq\":3,\"head\":\"" + "B".repeat(43) + "\",\"at\":1}}";
        var rooms = owner.ownRooms(4, stands);
        assertThat(twin.ask("openOwnRooms", arguments(age, owner, 4, rooms))).isEqualTo(Twin.json(stands));
        assertThat(twin.refusal("openOwnRooms", arguments(age, owner, 3, rooms)))
                .isEqualTo("does-not-open");
    }

    private static Map<String, Object> arguments(JsonNode age, Keyholder owner, long rev, OwnRooms rooms) {
        return Map.of(
                "age",
                age,
                "header",
                OwnRooms.header(owner.card().user(), rev),
                "sealed",
                rooms.sealed().base64url());
    }

    @Test
    void anothersAndAnotherNumberAreRefused() {
        var owner = Keyholder.create(UUID.randomUUID(), NOW);
        var rooms = owner.ownRooms(2, "{}");
        var renumbered = new OwnRooms(3, rooms.sealed(), rooms.signature());
        assertThat(renumbered.by(owner.card())).isFalse();
        assertThat(owner.open(renumbered)).isEmpty();
        var double_ = Keyholder.create(owner.card().user(), NOW);
        assertThat(rooms.by(double_.card())).isFalse();
        assertThat(double_.open(rooms)).isEmpty();
    }
}
