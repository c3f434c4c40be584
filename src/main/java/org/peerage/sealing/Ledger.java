package org.peerage.sealing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is in a room, under which key, and which texts stand in it, replayed from the signed entries. The same rules as
/// in the browser; a broken rule refuses the entry and changes nothing. Not thread-safe.
public final class Ledger {

    /// A person in the room, or once in it, under the name that the chair saw. `before` is the card that this one took
    /// the place of, empty where there was none; `reads` are the keys from before their time that they were given.
    public record Member(
            Card card,
            String name,
            boolean chair,
            boolean active,
            String how,
            List<Stay> stays,
            String before,
            List<Long> reads) {

        Member gone(long seq) {
            var earlier = stays.subList(0, stays.size() - 1).stream();
            var ended =
                    Stream.concat(earlier, Stream.of(new Stay(stays.getLast().from(), seq)));
            return new Member(card, name, false, false, how, ended.toList(), before, reads);
        }

        Member chairing(boolean chairs) {
            return new Member(card, name, chairs, active, how, stays, before, reads);
        }

        Member reading(List<Long> more) {
            var all = Stream.concat(reads.stream(), more.stream())
                    .distinct()
                    .sorted()
                    .toList();
            return new Member(card, name, chair, active, how, stays, before, all);
        }

        boolean isIn(long seq) {
            return stays.stream().anyMatch(stay -> stay.from() <= seq && seq < stay.until());
        }

        private boolean wasHere(long seq) {
            return stays.stream().anyMatch(stay -> stay.from() < seq && seq < stay.until());
        }
    }

    /// After which entry somebody came, and with which they went.
    public record Stay(long from, long until) {

        static Stay since(long seq) {
            return new Stay(seq, Long.MAX_VALUE);
        }
    }

    /// The latest revision of a text: `hash` is of its sealed bytes, and of its envelope where it has one; `seq` is the
    /// entry that put it.
    public record Put(
            String id,
            String kind,
            String about,
            long rev,
            long epoch,
            String hash,
            String author,
            long seq,
            boolean deleted) {

        Put gone() {
            return new Put(id, kind, about, rev, epoch, hash, author, seq, true);
        }
    }

    /// What began an epoch: the check value of its key, and the hash of the entry.
    record Epoch(String keyCheck, String head) {}

    /// Why an entry was refused: a word for the log and for tests, not for people.
    public enum Refusal {
        NOT_GENESIS,
        OUT_OF_ORDER,
        SIGNER_NOT_ACTIVE,
        BAD_SIGNATURE,
        NOT_ALLOWED,
        BAD_CARD,
        WRONG_MEMBERS,
        NOT_VOUCHED,
        NOT_CALLED,
        NOT_AGREED,
        DISSOLVED,
        TOO_SOON,
        STALE_EPOCH,
        WRONG_REVISION,
        WRONG_HEAD,
        MALFORMED
    }

    private final LedgerTexts texts = new LedgerTexts();
    private final Map<Long, Epoch> epochs = new HashMap<>();
    private final List<String> heads = new ArrayList<>();
    private final String room;
    private final LedgerMembers members;
    private String group = "";
    private long seq = -1;
    private String head = "";
    private long words = -1;
    private boolean dissolved;
    private long epoch;
    private String epochMembers = "";

    private Ledger(String room, LedgerMembers members) {
        this.room = room;
        this.members = members;
    }

    /// The id of a room is the hash of its first entry, so a false beginning cannot carry a known id.
    public static Ledger of(String room) {
        return new Ledger(room, new LedgerMembers());
    }

    /// Replays entries that were checked when they were stored, without checking signatures again.
    public static Ledger stored(String room, List<LedgerEntry> entries) {
        var ledger = of(room);
        entries.forEach(ledger::resume);
        return ledger;
    }

    /// The same ledger to go on with, leaving this one as it is.
    public Ledger copy() {
        var copy = new Ledger(room, members.copy());
        copy.texts.putAll(texts);
        copy.seq = seq;
        copy.head = head;
        copy.words = words;
        copy.dissolved = dissolved;
        copy.epoch = epoch;
        copy.epochs.putAll(epochs);
        copy.heads.addAll(heads);
        copy.group = group;
        copy.epochMembers = epochMembers;
        return copy;
    }

    /// Takes up one more stored entry.
    public void resume(LedgerEntry entry) {
        apply(entry).ifPresent(refusal -> {
            throw new IllegalStateException("the stored ledger of room " + room + " breaks at " + entry.seq());
        });
    }

    /// Checks one more entry and takes it up, or says why not.
    public Optional<Refusal> append(LedgerEntry entry) {
        var place = place(entry);
        if (place != null) {
            return Optional.of(place);
        }
        return signer(entry).filter(entry::signedBy).isPresent() ? apply(entry) : Optional.of(Refusal.BAD_SIGNATURE);
    }

    private Optional<Card> signer(LedgerEntry entry) {
        return entry.seq() == 0
                ? Card.of(entry.data().path("card"))
                : Optional.ofNullable(members.get(entry.by())).map(Member::card);
    }

    private Optional<Refusal> apply(LedgerEntry entry) {
        var place = place(entry);
        var chaired = members.chairs(entry.by());
        var refusal = place == null ? act(entry) : place;
        if (refusal != null) {
            return Optional.of(refusal);
        }
        seq = entry.seq();
        head = entry.hash();
        heads.add(head);
        words = entry.changesWords() ? seq : words;
        members.stillSigns(entry.by(), chaired);
        return Optional.empty();
    }

    /// Does the entry follow the last one, and may its signer speak at all?
    private @Nullable Refusal place(LedgerEntry entry) {
        if (entry.seq() != seq + 1 || !entry.prev().equals(head)) {
            return Refusal.OUT_OF_ORDER;
        }
        if (entry.seq() == 0) {
            if (!entry.kind().equals("genesis") || !entry.hash().equals(room)) {
                return Refusal.NOT_GENESIS;
            }
            return signer(entry)
                            .filter(card -> card.fingerprint().equals(entry.by()))
                            .isPresent()
                    ? null
                    : Refusal.BAD_CARD;
        }
        if (dissolved) {
            return Refusal.DISSOLVED;
        }
        return members.isActive(entry.by()) ? null : Refusal.SIGNER_NOT_ACTIVE;
    }

    private @Nullable Refusal act(LedgerEntry entry) {
        return switch (entry.kind()) {
            case "genesis" -> begin(entry);
            case "add" -> chairOnly(entry, () -> members.add(entry));
            case "history" -> chairOnly(entry, () -> history(entry));
            // A room has a chair: whoever has it hands it over before they go.
            case "remove" ->
                entry.text("fp").equals(entry.by())
                        ? Refusal.NOT_ALLOWED
                        : chairOnly(entry, () -> members.end(entry.text("fp"), entry));
            case "leave" ->
                entry.text("fp").equals(entry.by()) && !members.chairs(entry.by())
                        ? members.end(entry.by(), entry)
                        : Refusal.NOT_ALLOWED;
            case "chair" -> members.chair(entry);
            case "call" -> members.call(entry);
            case "end" -> members.agree(entry);
            case "dissolve" -> chairOnly(entry, () -> dissolve(entry));
            case "vouch" -> members.vouch(entry);
            case "rekey" -> members.rekey(entry);
            case "rotate" -> rotate(entry);
            case "put" ->
                entry.number("epoch") == epoch && writable() ? texts.put(entry, group, members) : Refusal.STALE_EPOCH;
            case "del" -> texts.delete(entry, members);
            // Words to the others; they change nothing here.
            case "export", "device" -> null;
            case "pair" -> members.pair(entry);
            case "check" -> named(entry, () -> members.compare(entry));
            // Accepted is what the room's words are made of just now: whoever was overtaken has read others.
            case "accept" ->
                entry.number("seq") == words ? named(entry, () -> members.accept(entry)) : Refusal.WRONG_HEAD;
            default -> Refusal.MALFORMED;
        };
    }

    private interface Step {
        @Nullable Refusal take();
    }

    private @Nullable Refusal chairOnly(LedgerEntry entry, Step step) {
        return members.chairs(entry.by()) ? step.take() : Refusal.NOT_ALLOWED;
    }

    private @Nullable Refusal begin(LedgerEntry entry) {
        if (entry.seq() != 0) {
            return Refusal.NOT_GENESIS;
        }
        group = entry.text("group");
        signer(entry).ifPresent(card -> members.begin(card, entry));
        return null;
    }

    private @Nullable Refusal history(LedgerEntry entry) {
        return entry.numbers("epochs").getLast() > epoch ? Refusal.STALE_EPOCH : members.history(entry);
    }

    private @Nullable Refusal dissolve(LedgerEntry entry) {
        var hindrance = members.hindersEnd(entry.at());
        dissolved = hindrance == null;
        return hindrance;
    }

    private @Nullable Refusal rotate(LedgerEntry entry) {
        if (entry.number("epoch") != epoch + 1) {
            return Refusal.STALE_EPOCH;
        }
        if (!entry.text("members").equals(members.activeHash())) {
            return Refusal.WRONG_MEMBERS;
        }
        epoch = entry.number("epoch");
        epochs.put(epoch, new Epoch(entry.text("kcv"), entry.hash()));
        epochMembers = entry.text("members");
        return null;
    }

    private @Nullable Refusal named(LedgerEntry entry, Step step) {
        return head(entry.number("seq")).equals(Optional.of(entry.text("head"))) ? step.take() : Refusal.WRONG_HEAD;
    }

    List<LedgerMembers.Accepted> accepted() {
        return members.accepted();
    }

    /// The hash of the entry `seq`.
    Optional<String> head(long seq) {
        return seq >= 0 && seq < heads.size() ? Optional.of(heads.get((int) seq)) : Optional.empty();
    }

    /// The last entry of which the room's words are made.
    long words() {
        return words;
    }

    /// Which entry has this hash, -1 where none has.
    long seqOf(String hash) {
        return heads.indexOf(hash);
    }

    /// Whether this member was in the room once the entry `seq` was written.
    boolean isIn(String fingerprint, long seq) {
        var member = members.get(fingerprint);
        return member != null && member.isIn(seq);
    }

    /// Whether this member was in the room when the entry `seq` was written.
    boolean wasHere(String fingerprint, long seq) {
        var member = members.get(fingerprint);
        return member != null && member.wasHere(seq);
    }

    /// What each member has last signed to have compared.
    Map<String, LedgerMembers.Compared> checks() {
        return members.checks();
    }

    String activeHash() {
        return members.activeHash();
    }

    /// Who vouches for new cards, by the fingerprints of these.
    Map<String, LedgerMembers.Vouched> vouches() {
        return members.vouches();
    }

    /// Whom members call to the chair, by the fingerprints of these.
    Map<String, LedgerMembers.Agreed> calls() {
        return members.calls();
    }

    /// Who agrees that the room ends.
    Optional<LedgerMembers.Agreed> ends() {
        return members.ends();
    }

    /// Ended for good: nothing follows.
    public boolean dissolved() {
        return dissolved;
    }

    /// Whether a card speaks for another: it is the same, or has taken its place.
    public boolean speaksFor(String by, String fingerprint) {
        return members.speaksFor(by, fingerprint);
    }

    public String room() {
        return room;
    }

    /// The id of the group whose room this is, as its first entry says; what a text about the room as a whole is about.
    public String group() {
        return group;
    }

    /// The sequence number of the last entry, -1 where there is none.
    public long seq() {
        return seq;
    }

    public String head() {
        return head;
    }

    public long epoch() {
        return epoch;
    }

    /// The check value that everybody's copy of the current key must have.
    public String keyCheck() {
        return epoch(epoch).map(Epoch::keyCheck).orElse("");
    }

    Optional<Epoch> epoch(long number) {
        return Optional.ofNullable(epochs.get(number));
    }

    /// True when nobody joined or left since the current key was made: only then may anything be written.
    public boolean writable() {
        return epoch > 0 && epochMembers.equals(members.activeHash());
    }

    public Map<String, Member> members() {
        return members.all();
    }

    /// The latest revisions, by id.
    List<Put> puts() {
        return texts.all();
    }

    public Optional<Put> put(String id) {
        return Optional.ofNullable(texts.get(id));
    }
}
