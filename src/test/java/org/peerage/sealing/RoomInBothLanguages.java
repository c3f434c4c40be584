package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A room whose every entry is read in both languages, with the people who sign in it. Mara is the chair.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RoomInBothLanguages {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final UUID GROUP = UUID.fromString("0193f0c0-0000-7000-8000-00000000000a");
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final Twin twin = Twin.open();
    final Keyholder mara = Keyholder.create(UUID.randomUUID(), NOW);
    final Keyholder jon = Keyholder.create(UUID.randomUUID(), NOW);
    final Keyholder eva = Keyholder.create(UUID.randomUUID(), NOW);
    final Keyholder anna = Keyholder.create(UUID.randomUUID(), NOW);

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    KeyholderRoom room(Keyholder... others) {
        var room = KeyholderRoom.open(GROUP, mara, "Mara", NOW);
        room.letIn(
                mara,
                List.of(others).stream()
                        .map(one -> new KeyholderRoom.Guest(one.card(), "Somebody"))
                        .toList(),
                NOW);
        return room;
    }

    /// Jon is a member; Eva was one.
    KeyholderRoom withoutEva() {
        var room = room(jon, eva);
        room.remove(mara, eva.card(), NOW);
        return room;
    }

    void refused(String code, KeyholderRoom room, Keyholder by, String kind, ObjectNode data, Instant at) {
        refused(code, room, by, kind, data, at, entry -> {});
    }

    /// @param twist what is changed in the entry after it was signed
    void refused(
            String code,
            KeyholderRoom room,
            Keyholder by,
            String kind,
            ObjectNode data,
            Instant at,
            Consumer<ObjectNode> twist) {
        twin.ask("replay", Twin.ledger(room));
        var ledger = room.ledger().copy();
        var entry = by.signed(ledger.seq() + 1, ledger.head(), kind, data, at);
        twist.accept(entry);
        assertThat(LedgerEntry.parse(entry.toString())
                        .map(parsed ->
                                ledger.append(parsed).map(HistoriesTests::code).orElse("taken"))
                        .orElse("malformed"))
                .isEqualTo(code);
        var entries = new ArrayList<JsonNode>(Twin.entries(room.entries()));
        entries.add(entry);
        assertThat(twin.refusal("replay", Map.of("room", room.id(), "entries", entries)))
                .isEqualTo(code);
    }
}
