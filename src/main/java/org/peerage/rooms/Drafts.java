package org.peerage.rooms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people have written for themselves alone, sealed under keys of their own.
@Component
class Drafts {

    /// Nobody has so many thoughts in one room; a broken page might.
    private static final int MOST = 500;

    private final DraftStore store;
    private final RoomStore rooms;
    private final KnownKinds kinds;

    Drafts(DraftStore store, RoomStore rooms, KnownKinds kinds) {
        this.store = store;
        this.rooms = rooms;
        this.kinds = kinds;
    }

    record Draft(UUID id, Sealed sealed) {}

    @Transactional(readOnly = true)
    Optional<Sealed> draft(PersonId me, RoomId room, String kind, UUID id) {
        return store.all(me, room, kind).stream()
                .filter(draft -> draft.id().equals(id))
                .map(Draft::sealed)
                .findFirst();
    }

    @Transactional(readOnly = true)
    List<Draft> drafts(PersonId me, RoomId room, String kind) {
        return store.all(me, room, kind);
    }

    enum Saving {
        SAVED,
        /// Another window has written since.
        ELSEWHERE,
        TOO_MANY
    }

    /// By somebody inside, of a kind that the room takes.
    ///
    /// @param after the hash of the draft that the page started from, empty where there was none
    @Transactional
    Saving save(PersonId me, RoomId room, String kind, UUID id, Sealed sealed, String after, Instant at) {
        if (rooms.head(room).isEmpty()) {
            throw new NotFound();
        }
        kinds.check(kind);
        var before = store.take(me, room, kind, id);
        if (before.isPresent() && !before.get().hash().equals(after)) {
            return Saving.ELSEWHERE;
        }
        if (before.isEmpty() && store.count(me, room) >= MOST) {
            return Saving.TOO_MANY;
        }
        return store.save(me, room, kind, id, sealed, before.isPresent(), at) ? Saving.SAVED : Saving.ELSEWHERE;
    }

    @Transactional
    void forget(PersonId me, RoomId room, String kind, UUID id) {
        store.forget(me, room, kind, id);
    }
}
