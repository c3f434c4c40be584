package org.peerage.rooms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerage.live.LiveTopics;
import org.peerage.rooms.newcards.NewCards;
import org.peerage.rooms.resting.Resting;
import org.peerage.rooms.shredding.ShredKeys;
import org.peerage.sealing.Envelope;
import org.peerage.sealing.Ledger;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The rooms: opening one, letting people in and out, putting sealed texts, reading them. Each act stores signed
/// entries after the ledger's head, or nothing; of two that name the same head, one is stored and the other learns of
/// it. An entry is taken only from whoever is signed in, and by the rules that the members' browsers apply as well
/// ([Ledger]). A room that the acting person is not in does not exist.
@Component
public class Rooms {

    /// More than anybody writes in a lively meeting; a stolen cookie cannot fill the disk.
    private static final int REQUESTS_A_MINUTE = 180;

    private static final Set<String> KEYLESS = Set.of("leave", "accept");

    private final RoomStore store;
    private final Ledgers ledgers;
    private final LiveTopics topics;
    private final KnownKinds kinds;
    private final NewCards newCards;
    private final Resting resting;
    private final ShredKeys shredKeys;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Rooms(
            RoomStore store,
            Ledgers ledgers,
            LiveTopics topics,
            KnownKinds kinds,
            NewCards newCards,
            Resting resting,
            ShredKeys shredKeys,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.ledgers = ledgers;
        this.topics = topics;
        this.kinds = kinds;
        this.newCards = newCards;
        this.resting = resting;
        this.shredKeys = shredKeys;
        this.clock = clock;
        this.events = events;
    }

    /// A key of an epoch, wrapped to one member; `file` is an age file in base64url that only they can open.
    public record Grant(long epoch, String to, String file) {

        byte[] bytes() {
            return Base64.getUrlDecoder().decode(file);
        }

        @Override
        public String toString() {
            return "Grant[epoch=" + epoch + ", to=" + to + ", file=[REDACTED]]";
        }
    }

    /// The key of a text for named readers, sealed again for one of them who came back with this card.
    record Renewal(UUID id, int rev, String to, Envelope file) {}

    /// Stores the beginning of a group's room that the acting person made in their browser. Opened again with
    /// the very same beginning, it answers as before.
    @Transactional
    public RoomId open(UUID group, String id, List<LedgerEntry> entries, List<Grant> grants) {
        RoomId room;
        try {
            room = new RoomId(id);
        } catch (IllegalArgumentException e) {
            throw new RoomRefused("malformed");
        }
        var ledger = Ledger.of(id);
        check(ledger, entries);
        if (!ledger.writable()
                || ledger.members().size() != 1
                || !ledger.group().equals(group.toString())) {
            throw new RoomRefused("not-an-opening");
        }
        checkGrants(ledger, entries, grants);
        var now = clock.instant();
        if (!store.begin(room, ledger, Acting.me(), now)) {
            if (stored(room, entries)) {
                return room;
            }
            throw new RoomRefused("taken");
        }
        ledger.members().forEach((fingerprint, member) -> store.insertMember(room, fingerprint, member, now));
        entries.forEach(entry -> store.insert(room, entry, Acting.me(), now));
        grants.forEach(grant -> store.insert(room, grant, Acting.me(), now));
        ledgers.keepWhenCommitted(room, ledger);
        return room;
    }

    /// Lets people in or out, hands keys on, or puts texts: all of it or none. False: this very request had been stored
    /// before, because it was sent twice; nothing was done again.
    @Transactional
    public boolean append(RoomId room, List<LedgerEntry> entries, List<Grant> grants, List<SealedPut> puts) {
        var head = store.take(room).orElseThrow(NotFound::new);
        if (!entries.isEmpty()) {
            if (stored(room, entries)) {
                return false;
            }
            if (entries.getFirst().seq() != head.seq() + 1
                    || !entries.getFirst().prev().equals(head.hash())) {
                throw new RoomRefused.Behind(head.seq(), head.hash());
            }
        }
        var now = clock.instant();
        if (store.paceSince(room, Acting.me(), now.minus(Duration.ofMinutes(1))) >= REQUESTS_A_MINUTE) {
            throw new RoomRefused("too-fast");
        }
        var ledger = ledgers.at(room, head);
        var before = ledger.members();
        check(ledger, entries);
        resting.check(room, entries);
        checkTexts(room, entries, puts);
        puts.forEach(kinds::check);
        checkGrants(ledger, entries, grants);
        // Between an entry that changes who is here and a new key, nothing may be written; whoever leaves cannot make
        // one, and whoever accepts a room as it was brought back need not be able to.
        if (!ledger.writable() && !entries.stream().map(LedgerEntry::kind).allMatch(KEYLESS::contains)) {
            throw new RoomRefused("key-must-change");
        }
        write(room, ledger, entries, grants, puts, now);
        if (ledger.dissolved()) {
            dissolve(room, ledger, now);
        } else {
            settle(room, ledger, before, now);
            tell(room, entries, now);
        }
        ledgers.keepWhenCommitted(room, ledger);
        return true;
    }

    /// Stores texts as part of another module's act, in its transaction. False: this very request had been stored
    /// before, because it was sent twice; do not act on it again.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean put(RoomId room, List<SealedPut> puts) {
        return append(room, puts.stream().map(SealedPut::entry).toList(), List.of(), puts);
    }

    /// Takes texts out as part of another module's act, in its transaction: signed `del` entries as a page sends them.
    /// Gives their ids; none where this very request had been stored before.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> takeBack(RoomId room, String signed) {
        var entries = Wire.wellFormed(Wire.read(signed).flatMap(Wire::entries));
        if (entries.isEmpty()
                || !entries.stream().allMatch(entry -> entry.kind().equals("del"))) {
            throw new RoomRefused("unexpected-kind");
        }
        return append(room, entries, List.of(), List.of())
                ? entries.stream()
                        .map(entry -> UUID.fromString(entry.data().path("id").asString("")))
                        .toList()
                : List.of();
    }

    /// Keeps what readers have sealed again for others of them. Row security takes it from readers alone; whether it is
    /// what it should be, only whom it is for can tell.
    @Transactional
    void renew(RoomId room, List<Renewal> renewals) {
        var ledger = ledgers.at(room, store.head(room).orElseThrow(NotFound::new));
        for (var renewal : renewals) {
            var member = ledger.members().get(renewal.to());
            if (member == null || !member.active() || member.before().isEmpty()) {
                throw new RoomRefused("no-reader");
            }
            store.renew(room, renewal, member.card().user(), Acting.me(), clock.instant());
        }
    }

    /// The rooms that the acting person is in.
    @Transactional(readOnly = true)
    public List<RoomId> mine() {
        return store.mine();
    }

    /// Sealed texts by their ids, as far as they are there.
    @Transactional(readOnly = true)
    public Map<UUID, SealedView> texts(RoomId room, Collection<UUID> ids) {
        return store.texts(room, ids).stream().collect(Collectors.toMap(SealedView::id, Function.identity()));
    }

    /// Where texts of each kind stand, as their modules say.
    public Map<String, Link> places() {
        return kinds.places();
    }

    /// Whoever signs must be who is signed in: a stolen cookie cannot write, and a stolen key cannot write for another.
    private static void check(Ledger ledger, List<LedgerEntry> entries) {
        for (var entry : entries) {
            ledger.append(entry).ifPresent(refusal -> {
                throw new RoomRefused(refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            });
            var signer = ledger.members().get(entry.by());
            if (signer == null || !signer.card().user().equals(Acting.me().value())) {
                throw new RoomRefused("not-your-key");
            }
        }
    }

    /// Every `put` comes with its text and every text with its `put`, in the same order.
    private static void checkTexts(RoomId room, List<LedgerEntry> entries, List<SealedPut> puts) {
        var named = entries.stream().filter(entry -> entry.kind().equals("put")).toList();
        if (named.size() != puts.size()) {
            throw new RoomRefused("text-missing");
        }
        var seen = new HashSet<UUID>();
        for (var i = 0; i < puts.size(); i++) {
            var put = puts.get(i);
            if (!put.room().equals(room)
                    || !put.entry().hash().equals(named.get(i).hash())
                    || !seen.add(put.id())) {
                throw new RoomRefused("text-missing");
            }
        }
    }

    /// Wrapped keys go to members and to nobody else, and a new key comes with everybody's copy of it.
    private static void checkGrants(Ledger ledger, List<LedgerEntry> entries, List<Grant> grants) {
        var given = new HashSet<String>();
        for (var grant : grants) {
            var member = ledger.members().get(grant.to());
            if (org.peerage.sealing.Grant.parse(grant.epoch(), grant.to(), grant.file())
                    .isEmpty()) {
                throw new RoomRefused("malformed");
            }
            if (member == null || !member.active() || grant.epoch() < 1 || grant.epoch() > ledger.epoch()) {
                throw new RoomRefused("wrong-members");
            }
            if (grant.epoch() == ledger.epoch()) {
                given.add(grant.to());
            }
        }
        var rotated = entries.stream().anyMatch(entry -> entry.kind().equals("rotate"));
        if (rotated
                && !ledger.members().entrySet().stream()
                        .filter(member -> member.getValue().active())
                        .allMatch(member -> given.contains(member.getKey()))) {
            throw new RoomRefused("key-missing");
        }
    }

    private void write(
            RoomId room,
            Ledger ledger,
            List<LedgerEntry> entries,
            List<Grant> grants,
            List<SealedPut> puts,
            Instant now) {
        var me = Acting.me();
        entries.forEach(entry -> store.insert(room, entry, me, now));
        grants.forEach(grant -> store.insert(room, grant, me, now));
        puts.forEach(put -> write(put, ledger, now));
        for (var entry : entries) {
            if (entry.kind().equals("del")) {
                store.takeAway(room, UUID.fromString(entry.data().path("id").asString("")));
            }
        }
        if (!entries.isEmpty()) {
            store.advance(room, ledger);
        }
    }

    private void write(SealedPut put, Ledger ledger, Instant now) {
        var me = Acting.me();
        // A text that its author cannot read is written once.
        if (!store.store(put, me, now)) {
            throw new RoomRefused("wrong-revision");
        }
        put.envelope()
                .ifPresent(envelope -> store.address(
                        put,
                        me,
                        envelope.readers().stream()
                                .map(reader -> readerOf(ledger, reader))
                                .toList()));
    }

    /// Only who is in the room now can be written to.
    private static UUID readerOf(Ledger ledger, String fingerprint) {
        var member = ledger.members().get(fingerprint);
        if (member == null || !member.active()) {
            throw new RoomRefused("no-reader");
        }
        return member.card().user();
    }

    /// Brings the rows that row security reads in line with the ledger. Comes last, and oneself after everybody else:
    /// whoever leaves sees no row of the room any more.
    private void settle(RoomId room, Ledger ledger, Map<String, Ledger.Member> before, Instant now) {
        var me = Acting.me().value();
        var members = ledger.members();
        var present = members.values().stream()
                .filter(Ledger.Member::active)
                .map(member -> member.card().user())
                .collect(Collectors.toSet());
        members.entrySet().stream()
                .filter(change -> !change.getValue().equals(before.get(change.getKey())))
                .sorted((one, other) -> Boolean.compare(
                        one.getValue().card().user().equals(me),
                        other.getValue().card().user().equals(me)))
                .forEach(change -> {
                    var was = before.get(change.getKey());
                    var is = change.getValue();
                    var person = new PersonId(is.card().user());
                    var here = was != null && was.active();
                    if (here && !is.active()) {
                        topics.endStreams(person);
                    }
                    if (here && !is.active() && !present.contains(person.value())) {
                        events.publishEvent(new MemberLetOut(room, person, now, false));
                    }
                    if (was == null) {
                        store.insertMember(room, change.getKey(), is, now);
                    } else {
                        store.updateMember(room, change.getKey(), is, now);
                    }
                    if (was == null && !is.before().isEmpty()) {
                        // The same person as before, in the same seat.
                        if (!newCards.taken(room, person, change.getKey())) {
                            throw new RoomRefused("bad-card");
                        }
                    } else if (!here && is.active()) {
                        events.publishEvent(new MemberLetIn(room, person, now));
                    } else if (was != null && is.chair() && !was.chair()) {
                        events.publishEvent(new RoomChange.ChairHandedOver(room, person, now));
                    }
                });
    }

    private void tell(RoomId room, List<LedgerEntry> entries, Instant now) {
        for (var entry : entries) {
            if (entry.kind().equals("call")) {
                events.publishEvent(new RoomChange.ChairCalled(room, now));
            } else if (entry.agreesToEnd()) {
                events.publishEvent(new RoomChange.EndAgreed(room, now));
            }
        }
    }

    /// What the last act leaves: what was signed, and nobody in it. Its key is destroyed once that is kept.
    private void dissolve(RoomId room, Ledger ledger, Instant now) {
        var me = Acting.me().value();
        events.publishEvent(new RoomChange.Dissolved(room, now));
        store.dissolve(room, now);
        ledger.members().values().stream()
                .filter(Ledger.Member::active)
                .map(member -> member.card().user())
                .sorted((one, other) -> Boolean.compare(one.equals(me), other.equals(me)))
                .map(PersonId::new)
                .forEach(person -> {
                    topics.endStreams(person);
                    events.publishEvent(new MemberLetOut(room, person, now, true));
                });
        shredKeys.shredWhenCommitted(room);
    }

    /// The same request again: the answer got lost, the act did not.
    private boolean stored(RoomId room, List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return false;
        }
        var first = entries.getFirst().seq();
        return store.lines(room, first - 1, first + entries.size() - 1).stream()
                .map(RoomStore.Line::hash)
                .toList()
                .equals(entries.stream().map(LedgerEntry::hash).toList());
    }
}
