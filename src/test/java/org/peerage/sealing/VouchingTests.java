package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Whose word puts a new card in the place of an old one (`confidentiality.md` 2.9): a server that makes one up and a
/// member who hurries are refused by both languages, for the same reason.
class VouchingTests extends RoomInBothLanguages {

    private static final Instant NEXT_DAY = NOW.plus(LedgerMembers.WAIT);

    private final Keyholder anew = Keyholder.create(anna.card().user(), NOW);
    private final Keyholder again = Keyholder.create(anna.card().user(), NOW);
    private final Keyholder ghost = Keyholder.create(UUID.randomUUID(), NOW);

    private static ObjectNode rekey(Keyholder old, Keyholder next) {
        var data = JSON.objectNode().put("fp", old.card().fingerprint());
        data.set("card", Twin.json(next.card().json()));
        return data;
    }

    private static ObjectNode vouch(Keyholder old, Keyholder next, boolean here) {
        return rekey(old, next).put("here", here);
    }

    private void agrees(KeyholderRoom room) {
        assertThat(twin.ask("replay", Twin.ledger(room))).isEqualTo(Twin.state(room.ledger()));
    }

    @Test
    void twoVouchAndADayLaterTheNewCardHasThePlaceOfTheOld() {
        var room = room(jon, eva, anna);
        room.vouch(jon, anna.card(), anew.card(), false, NOW);
        room.vouch(eva, anna.card(), anew.card(), false, NEXT_DAY);
        agrees(room);
        room.rekey(mara, anna.card(), anew.card(), NEXT_DAY);
        agrees(room);
        var member = member(room, anew);
        assertThat(member.active()).isTrue();
        assertThat(member.before()).isEqualTo(anna.card().fingerprint());
        assertThat(member(room, anna).active()).isFalse();
        refused("signer-not-active", room, anna, "leave", about(anna), NEXT_DAY);
    }

    private static ObjectNode about(Keyholder one) {
        return JSON.objectNode().put("fp", one.card().fingerprint());
    }

    @Test
    void oneVoucherIsNotEnoughHoweverOften() {
        var room = room(jon, eva, anna);
        refused("not-vouched", room, mara, "rekey", rekey(anna, anew), NEXT_DAY);
        room.vouch(jon, anna.card(), anew.card(), false, NOW);
        room.vouch(jon, anna.card(), anew.card(), false, NOW);
        refused("not-vouched", room, mara, "rekey", rekey(anna, anew), NEXT_DAY);
        room.vouch(eva, anna.card(), again.card(), false, NOW);
        refused("not-vouched", room, mara, "rekey", rekey(anna, anew), NEXT_DAY);
        room.vouch(eva, anna.card(), anew.card(), false, NOW);
        room.remove(mara, jon.card(), NOW);
        room.letIn(mara, List.of(new KeyholderRoom.Guest(ghost.card(), "Somebody else")), NOW);
        refused("not-vouched", room, mara, "rekey", rekey(anna, anew), NEXT_DAY);
    }

    @Test
    void aDayPassesUnlessTheChairSitsBesideThem() {
        var room = room(jon, eva, anna);
        room.vouch(jon, anna.card(), anew.card(), false, NOW);
        room.vouch(eva, anna.card(), anew.card(), false, NOW);
        refused("too-soon", room, jon, "rekey", rekey(anna, anew), NEXT_DAY.minusMillis(1));
        refused("not-allowed", room, eva, "vouch", vouch(anna, anew, true), NOW);
        room.vouch(mara, anna.card(), anew.card(), true, NOW);
        agrees(room);
        room.rekey(jon, anna.card(), anew.card(), NOW);
        agrees(room);
    }

    @Test
    void nobodyVouchesForThemselvesOrForACardThatIsNotTheirs() {
        var room = room(jon, eva, anna);
        refused("not-allowed", room, anna, "vouch", vouch(anna, anew, false), NOW);
        refused("not-allowed", room, jon, "vouch", vouch(anna, ghost, false), NOW);
        refused("not-allowed", room, jon, "vouch", vouch(anna, anna, false), NOW);
        refused("not-allowed", room, jon, "vouch", vouch(ghost, ghost, false), NOW);
        refused("signer-not-active", room, ghost, "vouch", vouch(anna, anew, false), NOW);
        var mixed = vouch(anna, anew, false);
        ((ObjectNode) mixed.path("card")).put("age", ghost.card().age());
        refused("bad-card", room, jon, "vouch", mixed, NOW);
        refused("malformed", room, jon, "vouch", rekey(anna, anew), NOW);
    }

    /// A server has the words of members for one card, and shows them for another, or shows them again.
    @Test
    void aServerNeitherSwapsTheCardNorUsesAWordTwice() {
        var room = room(jon, eva, anna);
        refused(
                "bad-signature",
                room,
                jon,
                "vouch",
                vouch(anna, anew, false),
                NOW,
                entry -> ((ObjectNode) entry.path("data"))
                        .set("card", Twin.json(again.card().json())));
        room.vouch(jon, anna.card(), anew.card(), false, NOW);
        room.vouch(eva, anna.card(), anew.card(), false, NOW);
        refused(
                "bad-signature",
                room,
                mara,
                "rekey",
                rekey(anna, anew),
                NEXT_DAY,
                entry -> ((ObjectNode) entry.path("data"))
                        .set("card", Twin.json(again.card().json())));
        var vouch = Twin.json(room.entries().getLast().json());
        refused(
                "out-of-order",
                room,
                eva,
                "vouch",
                vouch(anna, anew, false),
                NOW,
                entry -> entry.setAll((ObjectNode) vouch));
        room.rekey(mara, anna.card(), anew.card(), NEXT_DAY);
        refused("not-allowed", room, mara, "rekey", rekey(anna, anew), NEXT_DAY);
        refused("not-allowed", room, jon, "vouch", vouch(anew, anna, false), NEXT_DAY);
    }

    @Test
    void whoeverStillSignsHasLostNothing() {
        var room = room(jon, eva, anna);
        room.vouch(jon, anna.card(), anew.card(), false, NOW);
        room.vouch(eva, anna.card(), anew.card(), false, NOW);
        room.seal(anna, new KeyholderRoom.About("note", UUID.randomUUID(), GROUP), Map.of("text", "x"), NOW);
        agrees(room);
        refused("not-vouched", room, mara, "rekey", rekey(anna, anew), NEXT_DAY);
    }

    @Test
    void theChairDoesNotChangeHandsAgainstMostOfTheGroup() {
        var maras = Keyholder.create(mara.card().user(), NOW);
        var room = room(jon, eva, anna, ghost);
        room.vouch(jon, mara.card(), maras.card(), false, NOW);
        room.vouch(eva, mara.card(), maras.card(), false, NOW);
        refused("not-vouched", room, anna, "rekey", rekey(mara, maras), NEXT_DAY);
        room.vouch(anna, mara.card(), maras.card(), false, NOW);
        room.rekey(jon, mara.card(), maras.card(), NEXT_DAY);
        agrees(room);
        assertThat(member(room, maras).chair()).isTrue();
    }

    private static Ledger.Member member(KeyholderRoom room, Keyholder who) {
        return Objects.requireNonNull(room.ledger().members().get(who.card().fingerprint()));
    }

    @Test
    void inARoomOfTwoTheOtherOneIsEnough() {
        var room = room(anna);
        room.vouch(mara, anna.card(), anew.card(), true, NOW);
        room.rekey(mara, anna.card(), anew.card(), NOW);
        agrees(room);
        var maras = Keyholder.create(mara.card().user(), NOW);
        room.vouch(anew, mara.card(), maras.card(), false, NOW);
        refused("too-soon", room, anew, "rekey", rekey(mara, maras), NOW);
        room.rekey(anew, mara.card(), maras.card(), NEXT_DAY);
        agrees(room);
    }

    /// What she wrote stays hers under the new card.
    @Test
    void theNewCardSpeaksForTheOldOneAndNotTheReverse() {
        var room = room(jon, eva, anna);
        var note = new KeyholderRoom.About("note", UUID.randomUUID(), GROUP);
        room.seal(anna, note, Map.of("text", "x"), NOW);
        var others = new KeyholderRoom.About("note", UUID.randomUUID(), GROUP);
        room.seal(jon, others, Map.of("text", "x"), NOW);
        room.vouch(jon, anna.card(), anew.card(), false, NOW);
        room.vouch(eva, anna.card(), anew.card(), false, NOW);
        room.rekey(jon, anna.card(), anew.card(), NEXT_DAY);
        room.seal(anew, note, Map.of("text", "y"), NEXT_DAY);
        agrees(room);
        var id = others.id().toString();
        refused(
                "not-allowed",
                room,
                anew,
                "del",
                JSON.objectNode().put("id", id).put("rev", 1),
                NEXT_DAY);
        room.takeAway(anew, note.id(), NEXT_DAY);
        agrees(room);
    }
}
