package org.peerage.hostile;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.sealing.Card;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Ids;
import tools.jackson.databind.node.ArrayNode;

/// A server that puts a room of its own in the place of the group's, or shows a new device an older one. Both hold
/// together by themselves: only what a person's devices have known tells them from the true one.
class RoomLiesTests extends RoomUnderAttack {

    private static final String OTHER = "This is not the room that your group has had until now";

    /// Made by a stranger, for the very same group, with Jon in it and a key for him.
    private static KeyholderRoom made() {
        JON.goTo(PAGE).opensTheRoom();
        var card = Card.parse((String) js(JON, "return JSON.stringify((await ask('/keys/me')).card)"))
                .orElseThrow();
        var ghost = Keyholder.create(Ids.next(), Instant.now());
        var room = KeyholderRoom.open(HERE.group.value(), ghost, MARA.name(), Instant.now());
        room.letIn(ghost, List.of(new KeyholderRoom.Guest(card, JON.name())), Instant.now());
        return room;
    }

    /// Every answer about the true room is about the other.
    private static Lie inItsPlace(KeyholderRoom other) {
        var ledger = Lie.JSON.createObjectNode();
        var last = other.entries().getLast();
        ledger.putObject("head").put("seq", other.entries().size() - 1).put("hash", last.hash());
        var entries = ledger.putArray("entries");
        other.entries().forEach(entry -> entries.add(Lie.JSON.readTree(entry.json())));
        return new Lie("another room in a group's place", asked -> true, (asked, honest) -> {
            if (asked.path().equals("/rooms/" + other.id() + "/ledger")) {
                return Lie.Answer.json(200, ledger.toString());
            }
            var answer = honest.answer();
            return new Lie.Answer(answer.status(), answer.type(), answer.body().replace(ROOM, other.id()));
        });
    }

    @Test
    void anotherRoomForADeviceThatHasSeenTheTrueOne() {
        alarmed(JON, inItsPlace(made()), HOME + "/commitments", OTHER);
    }

    @Test
    void anotherRoomForANewDevice() {
        var other = made();
        onANewDevice(JON);
        alarmed(JON, inItsPlace(other), OTHER, () -> opens(JON, HOME + "/commitments"));
    }

    /// All of it signed and in order, only not all.
    @Test
    void aShorterLedgerForANewDevice() {
        writes(MARA, "Known to all my devices");
        // Opening tells one's other devices how far the room has come.
        MARA.press("Close it on this device").sees("The room is sealed on this device.");
        MARA.press("Open with my passkey")
                .sees("The room is open on this device.")
                .sees("Known to all my devices");
        var whole = (ArrayNode) Lie.JSON.readTree(
                (String) js(MARA, "return JSON.stringify((await ask('/rooms/%s/ledger')).entries)".formatted(ROOM)));
        whole.remove(whole.size() - 1);
        var last = whole.get(whole.size() - 1);
        var answer = Lie.JSON.createObjectNode();
        answer.putObject("head")
                .put("seq", last.path("seq").asLong())
                .put("hash", LedgerEntry.parse(last.toString()).orElseThrow().hash());
        answer.set("entries", whole);
        onANewDevice(MARA);
        alarmed(
                MARA,
                Lie.aboutPath(
                        "a shortened ledger on a new device",
                        LEDGER,
                        (asked, honest) -> Lie.Answer.json(200, answer.toString())),
                "This room has gone backwards",
                () -> opens(MARA));
    }
}
