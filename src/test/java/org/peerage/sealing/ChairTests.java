package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The chair changes hands, and the room ends: by whom, after what time, and what is refused, in both languages for the
/// same reason.
class ChairTests extends RoomInBothLanguages {

    private static final Instant NEXT_WEEK = NOW.plus(LedgerMembers.WEEK);

    private final Keyholder theo = Keyholder.create(UUID.randomUUID(), NOW);

    private void does(KeyholderRoom room, Keyholder by, String kind, ObjectNode data, Instant at) {
        room.take(room.sign(by, kind, data, at));
        assertThat(twin.ask("replay", Twin.ledger(room))).isEqualTo(Twin.state(room.ledger()));
    }

    private static ObjectNode about(Keyholder one) {
        return JSON.objectNode().put("fp", one.card().fingerprint());
    }

    private static ObjectNode agrees(boolean yes) {
        return JSON.objectNode().put("agrees", yes);
    }

    private static boolean chairs(KeyholderRoom room, Keyholder one) {
        return Objects.requireNonNull(room.ledger().members().get(one.card().fingerprint()))
                .chair();
    }

    @Test
    void whoeverHandedTheChairOverDoesNoneOfItsActs() {
        var room = room(jon, eva);
        var note = new KeyholderRoom.About("note", UUID.randomUUID(), GROUP);
        room.seal(eva, note, Map.of("text", "x"), NOW);
        does(room, mara, "chair", about(jon), NOW);
        assertThat(chairs(room, mara)).isFalse();
        assertThat(chairs(room, jon)).isTrue();
        var add = JSON.objectNode().put("how", "invite").put("name", "Theo");
        add.set("card", Twin.json(theo.card().json()));
        refused("not-allowed", room, mara, "add", add, NOW);
        refused("not-allowed", room, mara, "remove", about(eva), NOW);
        refused("not-allowed", room, mara, "history", history(eva, 1), NOW);
        refused("not-allowed", room, mara, "dissolve", JSON.objectNode(), NEXT_WEEK);
        refused("not-called", room, mara, "chair", about(mara), NEXT_WEEK);
        refused("not-called", room, mara, "chair", about(eva), NEXT_WEEK);
        refused(
                "not-allowed",
                room,
                mara,
                "del",
                JSON.objectNode().put("id", note.id().toString()).put("rev", 1),
                NOW);
        does(room, jon, "remove", about(mara), NOW);
    }

    @Test
    void aRoomAlwaysHasAChair() {
        var room = room(jon);
        refused("not-allowed", room, mara, "leave", about(mara), NOW);
        refused("not-allowed", room, mara, "remove", about(mara), NOW);
        refused("not-allowed", room, mara, "chair", about(mara), NOW);
        refused("not-allowed", room, mara, "chair", about(anna), NOW);
        does(room, mara, "chair", about(jon), NOW);
        does(room, mara, "leave", about(mara), NOW);
    }

    @Test
    void mostOfTheOthersAndAWeekReplaceAChairWhoIsLost() {
        var room = room(jon, eva, anna, theo);
        refused("not-called", room, jon, "chair", about(eva), NEXT_WEEK);
        does(room, jon, "call", about(eva), NOW);
        does(room, jon, "call", about(eva), NOW);
        does(room, eva, "call", about(eva), NOW);
        refused("not-called", room, jon, "chair", about(eva), NEXT_WEEK);
        does(room, anna, "call", about(theo), NOW);
        refused("not-called", room, jon, "chair", about(eva), NEXT_WEEK);
        does(room, anna, "call", about(eva), NOW);
        refused("too-soon", room, jon, "chair", about(eva), NEXT_WEEK.minusMillis(1));
        refused("not-called", room, jon, "chair", about(theo), NEXT_WEEK);
        does(room, theo, "chair", about(eva), NEXT_WEEK);
        assertThat(chairs(room, eva)).isTrue();
        assertThat(room.ledger().calls()).isEmpty();
    }

    @Test
    void aChairWhoStillSignsIsNotLostAndCallsNobody() {
        var room = room(jon, eva);
        refused("not-allowed", room, mara, "call", about(jon), NOW);
        refused("not-allowed", room, jon, "call", about(mara), NOW);
        does(room, jon, "call", about(jon), NOW);
        does(room, eva, "call", about(jon), NOW);
        room.seal(mara, new KeyholderRoom.About("note", UUID.randomUUID(), GROUP), Map.of("text", "x"), NOW);
        refused("not-called", room, jon, "chair", about(jon), NEXT_WEEK);
        does(room, jon, "call", about(jon), NOW);
        does(room, eva, "call", about(jon), NOW);
        does(room, eva, "leave", about(eva), NOW);
        room.rotate(jon, NOW);
        does(room, jon, "chair", about(jon), NEXT_WEEK);
    }

    private static ObjectNode history(Keyholder one, long... epochs) {
        var data = about(one);
        for (var epoch : epochs) {
            data.withArray("epochs").add(epoch);
        }
        return data;
    }

    @Test
    void earlierKeysAreGivenInOrderAndOnlyThoseThatAre() {
        var room = room(jon, eva);
        does(room, mara, "history", history(eva, 1), NOW);
        does(room, mara, "history", history(eva, 1, 2), NOW);
        assertThat(Objects.requireNonNull(room.ledger().members().get(eva.card().fingerprint()))
                        .reads())
                .containsExactly(1L, 2L);
        refused("stale-epoch", room, mara, "history", history(eva, 3), NOW);
        refused("malformed", room, mara, "history", history(eva, 2, 1), NOW);
        refused("malformed", room, mara, "history", history(eva), NOW);
        refused("not-allowed", room, mara, "history", history(theo, 1), NOW);
        refused("not-allowed", room, jon, "history", history(jon, 1), NOW);
    }

    @Test
    void aRoomEndsByItsChairAndMostOfTheOthersAfterAWeek() {
        var room = room(jon, eva, anna);
        refused("not-agreed", room, mara, "dissolve", JSON.objectNode(), NEXT_WEEK);
        does(room, mara, "end", agrees(true), NOW);
        does(room, jon, "end", agrees(true), NOW);
        refused("not-agreed", room, mara, "dissolve", JSON.objectNode(), NEXT_WEEK);
        does(room, eva, "end", agrees(true), NOW);
        does(room, eva, "end", agrees(false), NOW);
        refused("not-agreed", room, mara, "dissolve", JSON.objectNode(), NEXT_WEEK);
        does(room, eva, "end", agrees(true), NEXT_WEEK);
        refused("too-soon", room, mara, "dissolve", JSON.objectNode(), NEXT_WEEK.minusMillis(1));
        refused("not-allowed", room, jon, "dissolve", JSON.objectNode(), NEXT_WEEK);
        does(room, mara, "dissolve", JSON.objectNode(), NEXT_WEEK);
        refused("dissolved", room, jon, "end", agrees(false), NEXT_WEEK);
        refused("dissolved", room, mara, "remove", about(jon), NEXT_WEEK);
    }

    @Test
    void whereAllAgreeNobodyHasToWait() {
        var room = room(jon);
        refused("not-agreed", room, mara, "dissolve", JSON.objectNode(), NOW);
        does(room, jon, "end", agrees(true), NOW);
        does(room, mara, "dissolve", JSON.objectNode(), NOW);
        var alone = room();
        does(alone, mara, "dissolve", JSON.objectNode(), NOW);
    }
}
