package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A room is brought back from an older copy: whose signatures make that its state, in both languages alike.
class RestoredTests extends RoomInBothLanguages {

    private static final Instant LATER = NOW.plusSeconds(3600);

    private static KeyholderRoom copy(KeyholderRoom room, Keyholder member) {
        return KeyholderRoom.join(member, room.id(), List.copyOf(room.entries()), room.grants())
                .orElseThrow();
    }

    private static void writes(KeyholderRoom room, Keyholder author, String words) {
        room.seal(author, new KeyholderRoom.About("note", UUID.randomUUID(), GROUP), Map.of("text", words), NOW);
    }

    /// The verdict of whoever remembers `known` about `now`, which both languages must give.
    private Restored verdict(KeyholderRoom known, KeyholderRoom now, boolean pending) {
        var verdict = Restored.of(known.ledger(), now.ledger());
        var expected = Twin.json(Map.of(
                "fork", verdict.fork(),
                "here", verdict.here().stream().sorted().toList(),
                "voices", verdict.voices().stream().sorted().toList(),
                "accepted", verdict.isAccepted(),
                "pending", pending));
        assertThat(twin.ask(
                        "restored",
                        Map.of(
                                "room", now.id(),
                                "remembered", Twin.entries(known.entries()),
                                "now", Twin.entries(now.entries()))))
                .isEqualTo(expected);
        assertThat(twin.ask("replay", Twin.ledger(now))).isEqualTo(Twin.state(now.ledger()));
        return verdict;
    }

    private static java.util.Set<String> of(Keyholder... holders) {
        return Stream.of(holders).map(one -> one.card().fingerprint()).collect(Collectors.toSet());
    }

    @Test
    void moreThanHalfOfThoseWhoWereThereMakeItTheState() {
        var room = room(jon, eva, anna);
        writes(room, jon, "Kept");
        var backup = copy(room, mara);
        writes(room, jon, "Lost");
        assertThat(verdict(room, backup, false).isAccepted()).isFalse();
        backup.accept(mara, LATER);
        backup.accept(mara, LATER);
        backup.accept(jon, LATER);
        assertThat(verdict(room, backup, true).isAccepted())
                .as("two of four, one of them twice")
                .isFalse();
        backup.accept(eva, LATER);
        var verdict = verdict(room, backup, false);
        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.voices()).isEqualTo(of(mara, jon, eva));
        backup.accept(anna, LATER);
        writes(backup, anna, "Goes on");
        assertThat(verdict(room, backup, false).isAccepted())
                .as("for ever, also where somebody signs late")
                .isTrue();
    }

    @Test
    void whoHasGoneSinceHasNoVoiceAndWhoCameSinceNeither() {
        var room = room(jon, eva);
        var backup = copy(room, mara);
        room.remove(mara, jon.card(), NOW);
        room.remove(mara, eva.card(), NOW);
        backup.accept(jon, LATER);
        backup.accept(eva, LATER);
        var verdict = verdict(room, backup, false);
        assertThat(verdict.voices()).isEmpty();
        assertThat(verdict.here()).isEqualTo(of(mara, jon, eva));
        backup.letIn(mara, List.of(new KeyholderRoom.Guest(anna.card(), "Anna")), LATER);
        backup.accept(anna, LATER);
        backup.accept(mara, LATER);
        assertThat(verdict(room, backup, true).isAccepted()).as("one of three").isFalse();
    }

    /// What was accepted once is no permission for the next time.
    @Test
    void signaturesOfAnEarlierTimeCountForThatTimeAlone() {
        var room = room(jon);
        var backup = copy(room, mara);
        writes(room, jon, "Lost");
        backup.accept(mara, LATER);
        backup.accept(jon, LATER);
        assertThat(verdict(room, backup, false).isAccepted()).isTrue();
        var again = copy(backup, mara);
        writes(backup, jon, "Lost the second time");
        assertThat(verdict(backup, again, false).isAccepted()).isFalse();
    }

    @Test
    void onlyTheRoomsNewestWordsAreAccepted() {
        var room = room(jon);
        var before = room.ledger().copy();
        writes(room, jon, "Newer");
        refused("wrong-head", room, mara, "accept", named(before.words(), before.head()), NOW);
        refused("wrong-head", room, mara, "accept", named(room.ledger().words(), before.head()), NOW);
        room.compare(jon, List.of(mara.card()), NOW);
        refused(
                "wrong-head",
                room,
                mara,
                "accept",
                named(room.ledger().seq(), room.ledger().head()),
                NOW);
        refused("signer-not-active", room, anna, "accept", named(room.ledger().words(), before.head()), NOW);
        refused("malformed", room, mara, "accept", JSON.objectNode(), NOW);
        var words = room.ledger().words();
        room.accept(mara, NOW);
        assertThat(room.ledger().words()).as("signing changes no words").isEqualTo(words);
        room.accept(jon, NOW);
    }

    private static tools.jackson.databind.node.ObjectNode named(long seq, String head) {
        return JSON.objectNode().put("seq", seq).put("head", head);
    }
}
