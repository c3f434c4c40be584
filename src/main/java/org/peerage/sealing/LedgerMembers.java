package org.peerage.sealing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.sealing.Ledger.Member;
import org.peerage.sealing.Ledger.Refusal;
import org.peerage.sealing.Ledger.Stay;
import tools.jackson.databind.node.JsonNodeFactory;

/// Who is in a room and who was, and who vouches for the new card of somebody who has lost every lock
/// (`confidentiality.md` 2.9). The part of a [Ledger] that is about people.
final class LedgerMembers {

    /// Between the first word for a new card and its taking the place of the old one: time for whoever is meant to hear
    /// of it and to say no.
    static final Duration WAIT = Duration.ofHours(24);

    /// Who vouches for the new card of this member, since when, and whether a chair sits beside them.
    record Vouched(String fingerprint, long since, boolean here, Set<String> by) {

        private Vouched with(String voucher, boolean sitsHere) {
            var all = new LinkedHashSet<>(by);
            all.add(voucher);
            return new Vouched(fingerprint, since, here || sitsHere, Set.copyOf(all));
        }
    }

    /// In which a chair who is called lost, and whoever does not want the room to end, may hear of it.
    static final Duration WEEK = WAIT.multipliedBy(7);

    /// What members agree on, since when.
    record Agreed(long since, Set<String> by) {

        private Agreed without(String voice) {
            return new Agreed(
                    since, by.stream().filter(one -> !one.equals(voice)).collect(Collectors.toSet()));
        }

        private Agreed with(String voice) {
            var all = new LinkedHashSet<>(by);
            all.add(voice);
            return new Agreed(since, Set.copyOf(all));
        }
    }

    /// The room's words as they were up to the entry `seq`, found the same with these members.
    record Compared(long seq, List<String> with) {}

    /// With the entry `seq` a member has signed that the room stands as it does, whatever may have been there before.
    record Accepted(long seq, String by, long at) {}

    private final Map<String, Member> members = new HashMap<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<String, Vouched> vouches = new HashMap<>();
    private final Map<String, Agreed> calls = new HashMap<>();
    private final Map<String, Compared> checks = new HashMap<>();
    private @Nullable Agreed ends;

    LedgerMembers copy() {
        var copy = new LedgerMembers();
        copy.members.putAll(members);
        copy.vouches.putAll(vouches);
        copy.calls.putAll(calls);
        copy.checks.putAll(checks);
        copy.accepted.addAll(accepted);
        copy.ends = ends;
        return copy;
    }

    @Nullable Member get(String fingerprint) {
        return members.get(fingerprint);
    }

    Map<String, Member> all() {
        return Map.copyOf(members);
    }

    Map<String, Vouched> vouches() {
        return Map.copyOf(vouches);
    }

    Map<String, Agreed> calls() {
        return Map.copyOf(calls);
    }

    Optional<Agreed> ends() {
        return Optional.ofNullable(ends);
    }

    Map<String, Compared> checks() {
        return Map.copyOf(checks);
    }

    @Nullable Refusal accept(LedgerEntry entry) {
        accepted.add(new Accepted(entry.seq(), entry.by(), entry.at()));
        return null;
    }

    /// Who has accepted the room as it stood, in order.
    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    /// Whose words somebody has heard are those of this card, and of none that takes its place.
    @Nullable Refusal pair(LedgerEntry entry) {
        return entry.text("fp").equals(entry.by()) || !isActive(entry.text("fp")) ? Refusal.NOT_ALLOWED : null;
    }

    /// Words say nothing of whoever came after them.
    @Nullable Refusal compare(LedgerEntry entry) {
        var compared = new Compared(entry.number("seq"), entry.texts("with"));
        var all = Stream.concat(Stream.of(entry.by()), compared.with().stream());
        if (compared.with().contains(entry.by()) || !all.allMatch(one -> wasWithin(one, compared.seq()))) {
            return Refusal.NOT_ALLOWED;
        }
        checks.put(entry.by(), compared);
        return null;
    }

    private boolean wasWithin(String fingerprint, long seq) {
        var member = members.get(fingerprint);
        return member != null && member.active() && member.isIn(seq);
    }

    boolean isActive(String fingerprint) {
        var member = members.get(fingerprint);
        return member != null && member.active();
    }

    boolean chairs(String fingerprint) {
        var member = members.get(fingerprint);
        return member != null && member.chair();
    }

    /// Whether a card speaks for another: it is the same, or has taken its place.
    boolean speaksFor(String by, String fingerprint) {
        var one = members.get(by);
        return by.equals(fingerprint)
                || (one != null && !one.before().isEmpty() && speaksFor(one.before(), fingerprint));
    }

    String activeHash() {
        var list = JsonNodeFactory.instance.arrayNode();
        new TreeSet<>(members.entrySet().stream()
                        .filter(member -> member.getValue().active())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .forEach(list::add);
        return Labelled.hash("room/v1/members", Jcs.bytes(list));
    }

    void begin(Card card, LedgerEntry entry) {
        members.put(card.fingerprint(), seated(card, entry.text("name"), true, "genesis", entry, ""));
    }

    @Nullable Refusal add(LedgerEntry entry) {
        var card = Card.of(entry.data().path("card")).orElse(null);
        if (card == null) {
            return Refusal.BAD_CARD;
        }
        // A second card for somebody who is here would let another key speak under a known name.
        if (isActive(card.fingerprint()) || isHere(card)) {
            return Refusal.NOT_ALLOWED;
        }
        var there = members.get(card.fingerprint());
        var before = there == null ? "" : there.before();
        var member = seated(card, entry.text("name"), false, entry.text("how"), entry, before);
        members.put(card.fingerprint(), there == null ? member : member.reading(there.reads()));
        return null;
    }

    private Member seated(Card card, String name, boolean chair, String how, LedgerEntry entry, String before) {
        var there = members.get(card.fingerprint());
        var stays =
                Stream.concat(there == null ? Stream.of() : there.stays().stream(), Stream.of(Stay.since(entry.seq())));
        return new Member(card, name, chair, true, how, stays.toList(), before, List.of());
    }

    private boolean isHere(Card card) {
        return members.values().stream()
                .anyMatch(member -> member.active() && member.card().user().equals(card.user()));
    }

    @Nullable Refusal end(String fingerprint, LedgerEntry by) {
        var member = members.get(fingerprint);
        if (member == null || !member.active()) {
            return Refusal.NOT_ALLOWED;
        }
        members.put(fingerprint, member.gone(by.seq()));
        forgetVouchesFor(fingerprint);
        calls.remove(fingerprint);
        return null;
    }

    @Nullable Refusal history(LedgerEntry entry) {
        var member = members.get(entry.text("fp"));
        if (member == null || !member.active()) {
            return Refusal.NOT_ALLOWED;
        }
        members.put(entry.text("fp"), member.reading(entry.numbers("epochs")));
        return null;
    }

    /// The chair hands it over, or whoever signs says that enough of the others have called for it long enough.
    @Nullable Refusal chair(LedgerEntry entry) {
        var next = members.get(entry.text("fp"));
        if (next == null || !next.active() || next.chair()) {
            return Refusal.NOT_ALLOWED;
        }
        var hindrance = chairs(entry.by()) ? null : hindersCall(entry);
        if (hindrance == null) {
            members.replaceAll((_, member) -> member.chair() ? member.chairing(false) : member);
            members.put(entry.text("fp"), next.chairing(true));
            calls.clear();
        }
        return hindrance;
    }

    private @Nullable Refusal hindersCall(LedgerEntry entry) {
        var called = calls.get(entry.text("fp"));
        if (called == null || voices(called.by()) < needed(true)) {
            return Refusal.NOT_CALLED;
        }
        return entry.at() < called.since() + WEEK.toMillis() ? Refusal.TOO_SOON : null;
    }

    /// Each calls one to the chair, and the chair nobody.
    @Nullable Refusal call(LedgerEntry entry) {
        var next = members.get(entry.text("fp"));
        if (next == null || !next.active() || next.chair() || chairs(entry.by())) {
            return Refusal.NOT_ALLOWED;
        }
        var called = calls.getOrDefault(entry.text("fp"), new Agreed(entry.at(), Set.of()));
        calls.replaceAll((_, other) -> other.without(entry.by()));
        calls.values().removeIf(other -> other.by().isEmpty());
        calls.put(entry.text("fp"), called.with(entry.by()));
        return null;
    }

    @Nullable Refusal agree(LedgerEntry entry) {
        var before = ends == null ? new Agreed(entry.at(), Set.of()) : ends.without(entry.by());
        var now = entry.data().path("agrees").asBoolean() ? before.with(entry.by()) : before;
        ends = now.by().isEmpty() ? null : ends == null ? now : new Agreed(ends.since(), now.by());
        return null;
    }

    /// Why the chair cannot yet end the room, if they cannot. Where nobody is against it, there is nobody to wait for.
    @Nullable Refusal hindersEnd(long at) {
        var others = members.values().stream().filter(Member::active).count() - 1;
        var agree = ends == null
                ? 0
                : voices(ends.by().stream().filter(one -> !chairs(one)).toList());
        if (agree < needed(true)) {
            return Refusal.NOT_AGREED;
        }
        return agree == others || (ends != null && at >= ends.since() + WEEK.toMillis()) ? null : Refusal.TOO_SOON;
    }

    @Nullable Refusal vouch(LedgerEntry entry) {
        var card = Card.of(entry.data().path("card")).orElse(null);
        var here = entry.data().path("here").asBoolean();
        var refusal = successor(card, entry);
        if (card == null || refusal != null) {
            return refusal;
        }
        if (here && !chairs(entry.by())) {
            return Refusal.NOT_ALLOWED;
        }
        var before =
                vouches.getOrDefault(card.fingerprint(), new Vouched(entry.text("fp"), entry.at(), false, Set.of()));
        vouches.put(card.fingerprint(), before.with(entry.by(), here));
        return null;
    }

    @Nullable Refusal rekey(LedgerEntry entry) {
        var card = Card.of(entry.data().path("card")).orElse(null);
        var refusal = successor(card, entry);
        if (card == null || refusal != null) {
            return refusal;
        }
        var old = members.get(entry.text("fp"));
        var vouched = vouches.get(card.fingerprint());
        if (old == null || vouched == null || voices(vouched.by()) < needed(old.chair())) {
            return Refusal.NOT_VOUCHED;
        }
        if (!vouched.here() && entry.at() < vouched.since() + WAIT.toMillis()) {
            return Refusal.TOO_SOON;
        }
        end(entry.text("fp"), entry);
        members.put(card.fingerprint(), seated(card, old.name(), old.chair(), "rekey", entry, entry.text("fp")));
        return null;
    }

    /// A card never seen here, for somebody else who is.
    private @Nullable Refusal successor(@Nullable Card card, LedgerEntry entry) {
        if (card == null) {
            return Refusal.BAD_CARD;
        }
        var old = members.get(entry.text("fp"));
        return old == null
                        || !old.active()
                        || entry.text("fp").equals(entry.by())
                        || !card.user().equals(old.card().user())
                        || members.containsKey(card.fingerprint())
                ? Refusal.NOT_ALLOWED
                : null;
    }

    private long voices(Collection<String> by) {
        return by.stream().filter(this::isActive).count();
    }

    /// Two of the others, or the only one. The chair does not change hands against most of the group.
    private long needed(boolean ofTheChair) {
        var others = members.values().stream().filter(Member::active).count() - 1;
        return Math.min(others, ofTheChair ? Math.max(2, others / 2 + 1) : 2);
    }

    /// Whoever still signs has lost nothing, and a chair who does is not lost.
    void stillSigns(String fingerprint, boolean chaired) {
        forgetVouchesFor(fingerprint);
        if (chaired) {
            calls.clear();
        }
    }

    private void forgetVouchesFor(String fingerprint) {
        vouches.values().removeIf(vouched -> vouched.fingerprint().equals(fingerprint));
    }
}
