package org.peerage.rooms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.peerage.sealing.Ledger;
import org.peerage.sealing.LedgerEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Ledgers as far as this node has replayed them, so that checking one more entry does not read all those before it.
/// Only what was committed is kept; whatever other nodes wrote is caught up from the database, whose head decides.
@Component
class Ledgers {

    private static final int MOST = 256;

    private final RoomStore store;
    private final Cache<RoomId, Ledger> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Ledgers(RoomStore store) {
        this.store = store;
    }

    /// The ledger at exactly this head, for the caller to write on.
    Ledger at(RoomId room, RoomStore.Head head) {
        var ledger = begun(room, head);
        replay(ledger, store.lines(room, ledger.seq(), head.seq()));
        if (ledger.seq() != head.seq() || !ledger.head().equals(head.hash())) {
            throw new IllegalStateException("the stored ledger of room " + room + " does not reach its head");
        }
        return ledger;
    }

    /// What is known here, if the database still has it: one that took the place of another may not reach as far.
    private Ledger begun(RoomId room, RoomStore.Head head) {
        var last = known.getIfPresent(room);
        if (last == null) {
            return Ledger.of(room.value());
        }
        var stored = store.lines(room, last.seq() - 1, Math.min(last.seq(), head.seq()));
        if (stored.stream().anyMatch(line -> line.hash().equals(last.head()))) {
            return last.copy();
        }
        known.invalidate(room);
        return Ledger.of(room.value());
    }

    /// Keeps the ledger once the transaction that wrote it is committed.
    void keepWhenCommitted(RoomId room, Ledger ledger) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keep(room, ledger);
            }
        });
    }

    private static void replay(Ledger ledger, List<RoomStore.Line> lines) {
        for (var line : lines) {
            ledger.resume(LedgerEntry.parse(line.body())
                    .orElseThrow(() -> new IllegalStateException("entry " + line.seq() + " is not one")));
        }
    }

    /// Of two that were committed at once, the one that goes further.
    private void keep(RoomId room, Ledger ledger) {
        known.asMap().merge(room, ledger, (last, next) -> last.seq() < next.seq() ? next : last);
    }
}
