package org.peerage.rooms;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a member's browser reads of a room to check it for itself.
@Component
class RoomReading {

    private final RoomStore store;

    RoomReading(RoomStore store) {
        this.store = store;
    }

    record LedgerPart(RoomStore.Head head, List<RoomStore.Line> lines) {}

    record Grants(List<RoomStore.OwnGrant> mine, Map<String, List<Long>> held) {}

    /// The head is read first and the entries up to it, so that a write between the two cannot look like a false
    /// ledger.
    @Transactional(readOnly = true)
    LedgerPart ledger(RoomId room, long after) {
        var head = store.head(room).orElseThrow(NotFound::new);
        return new LedgerPart(head, store.lines(room, after, head.seq()));
    }

    @Transactional(readOnly = true)
    List<SealedView> texts(RoomId room, List<UUID> ids) {
        if (store.head(room).isEmpty()) {
            throw new NotFound();
        }
        return store.texts(room, ids);
    }

    @Transactional(readOnly = true)
    List<RoomStore.OwnEnvelope> envelopes(RoomId room, PersonId me) {
        if (store.head(room).isEmpty()) {
            throw new NotFound();
        }
        return store.envelopes(room, me);
    }

    @Transactional(readOnly = true)
    Grants grants(RoomId room, PersonId me) {
        var head = store.head(room).orElseThrow(NotFound::new);
        return new Grants(store.grantsOf(room, me), store.held(room, head.epoch()));
    }
}
