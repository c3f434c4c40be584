package org.peerage.rooms;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.peerage.sealing.Ledger;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The rooms: opening one, letting people in and out, putting sealed texts. Each act stores signed entries after the
/// ledger's head; of two that name the same head, one is stored and the other learns of it.
@Component
public class Rooms {

    private final RoomStore store;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    /// Checked ledgers as they stood after a commit, so that an act costs its own entries and not the whole history.
    private final Map<RoomId, Ledger> known = new ConcurrentHashMap<>();

    Rooms(RoomStore store, InstantSource clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /// A key of an epoch, wrapped to one member; `file` is an age file in base64url.
    public record Grant(long epoch, String to, String file) {}

    /// Stores the beginning of a room that the acting person made in their browser.
    @Transactional
    public RoomId open(String id, List<LedgerEntry> entries, List<Grant> grants) {
        RoomId room;
        try {
            room = new RoomId(id);
        } catch (IllegalArgumentException e) {
            throw new RoomRefused("malformed");
        }
        if (store.exists(room)) {
            return room;
        }
        var ledger = Ledger.of(id);
        check(ledger, entries);
        if (!ledger.writable() || ledger.members().size() != 1) {
            throw new RoomRefused("not-an-opening");
        }
        var now = clock.instant();
        store.addRoom(room, Acting.me(), now);
        follow(room, ledger, entries, now);
        store.addEntries(room, entries);
        store.moveHead(room, ledger);
        grant(room, ledger, grants);
        remember(room, ledger);
        return room;
    }

    /// Lets people in or out, hands keys on, or puts texts: all of it or none.
    @Transactional
    public void append(RoomId room, List<LedgerEntry> entries, List<Grant> grants, List<SealedPut> puts) {
        var stored = store.lockHead(room).orElseThrow(NotFound::new);
        var ledger = caughtUp(room, stored.seq());
        if (!entries.isEmpty() && alreadyStored(room, ledger, entries)) {
            return;
        }
        if (!entries.isEmpty()
                && (entries.getFirst().seq() != ledger.seq() + 1
                        || !entries.getFirst().prev().equals(ledger.head()))) {
            throw new RoomBehind(ledger.seq(), ledger.head());
        }
        check(ledger, entries);
        var last = entries.isEmpty() ? "" : entries.getLast().kind();
        if (!ledger.writable() && !last.isEmpty() && !last.equals("leave")) {
            throw new RoomRefused("key-must-change");
        }
        var now = clock.instant();
        store.addEntries(room, entries);
        store.moveHead(room, ledger);
        putAll(room, entries, puts, now);
        grant(room, ledger, grants);
        follow(room, ledger, entries, now);
        remember(room, ledger);
    }

    /// Stores texts as part of another module's act, in its transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(RoomId room, List<SealedPut> puts) {
        append(room, puts.stream().map(SealedPut::entry).toList(), List.of(), puts);
    }

    private Ledger caughtUp(RoomId room, long seq) {
        var ledger = known.getOrDefault(room, Ledger.of(room.value())).copy();
        if (ledger.seq() > seq) {
            ledger = Ledger.of(room.value());
        }
        for (var entry : store.entriesAfter(room, ledger.seq())) {
            ledger.resume(entry);
        }
        return ledger;
    }

    /// The same request again: the answer got lost, the act did not.
    private boolean alreadyStored(RoomId room, Ledger ledger, List<LedgerEntry> entries) {
        return entries.getLast().seq() <= ledger.seq()
                && entries.stream().allMatch(entry -> store.has(room, entry.seq(), entry.hash()));
    }

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

    private void putAll(RoomId room, List<LedgerEntry> entries, List<SealedPut> puts, Instant now) {
        var named = entries.stream().filter(entry -> entry.kind().equals("put")).toList();
        if (named.size() != puts.size()) {
            throw new RoomRefused("text-missing");
        }
        for (var i = 0; i < puts.size(); i++) {
            var put = puts.get(i);
            if (!put.room().equals(room)
                    || !put.entry().hash().equals(named.get(i).hash())) {
                throw new RoomRefused("text-missing");
            }
            store.addRecord(put, Acting.me(), now);
        }
    }

    private void grant(RoomId room, Ledger ledger, List<Grant> grants) {
        for (var grant : grants) {
            var member = ledger.members().get(grant.to());
            if (member == null || !member.active() || grant.epoch() < 1 || grant.epoch() > ledger.epoch()) {
                throw new RoomRefused("wrong-members");
            }
            if (org.peerage.sealing.Grant.parse(grant.epoch(), grant.to(), grant.file())
                    .isEmpty()) {
                throw new RoomRefused("malformed");
            }
            store.addGrant(room, grant);
        }
    }

    /// Makes the rows that row security reads say what the ledger says.
    private void follow(RoomId room, Ledger ledger, List<LedgerEntry> entries, Instant now) {
        for (var entry : entries) {
            switch (entry.kind()) {
                case "genesis" -> store.seat(room, ledger, entry.by(), now);
                case "add" -> {
                    var fingerprint = fingerprintOf(ledger, entry);
                    store.seat(room, ledger, fingerprint, now);
                    var person = personOf(ledger, fingerprint);
                    store.answerRequest(room, person);
                    events.publishEvent(new MemberLetIn(room, person, now));
                }
                case "role" -> store.seat(room, ledger, entry.data().path("fp").asString(), now);
                case "remove", "leave" -> {
                    var fingerprint = entry.data().path("fp").asString();
                    events.publishEvent(new MemberLetOut(room, personOf(ledger, fingerprint), now));
                    store.seat(room, ledger, fingerprint, now);
                }
                default -> {
                    // Keys and texts change nobody's place.
                }
            }
        }
    }

    private static String fingerprintOf(Ledger ledger, LedgerEntry entry) {
        var user = entry.data().path("card").path("user").asString("");
        var key = entry.data().path("card").path("ed25519").asString("");
        return ledger.members().entrySet().stream()
                .filter(member -> member.getValue().card().user().toString().equals(user)
                        && member.getValue().card().ed25519().equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static PersonId personOf(Ledger ledger, String fingerprint) {
        var member = ledger.members().get(fingerprint);
        if (member == null) {
            throw new RoomRefused("wrong-members");
        }
        return new PersonId(member.card().user());
    }

    private void remember(RoomId room, Ledger ledger) {
        var after = ledger.copy();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.merge(room, after, (old, fresh) -> fresh.seq() > old.seq() ? fresh : old);
            }
        });
    }

    /// What the acting person may still see of a room they are in.
    @Transactional(readOnly = true)
    public List<RoomId> mine() {
        return new ArrayList<>(store.mine());
    }
}
