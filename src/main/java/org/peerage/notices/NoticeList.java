package org.peerage.notices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One's own notices: how many are new, which there are, and that they were read.
@Component
class NoticeList {

    private final NoticeStore store;
    private final Map<String, NoticeKind> kinds = new LinkedHashMap<>();
    private final MovedLists moved;
    private final Outbox outbox;
    private final InstantSource clock;

    NoticeList(NoticeStore store, List<NoticeKinds> modules, MovedLists moved, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.moved = moved;
        this.outbox = outbox;
        this.clock = clock;
        modules.stream().flatMap(module -> module.kinds().stream()).forEach(kind -> kinds.put(kind.key(), kind));
    }

    /// @param n what the list is at
    record Count(long n, int unread) {}

    @Transactional(readOnly = true)
    Count count() {
        return new Count(store.n(), store.unread(List.copyOf(kinds.keySet()), clock.instant()));
    }

    @Transactional(readOnly = true)
    NoticesPage page() {
        var now = clock.instant();
        return new NoticesPage(
                now,
                outbox.myZone(),
                store.mine(now).stream()
                        .filter(told -> kinds.containsKey(told.kind()))
                        .map(NoticesPage.Line::of)
                        .toList(),
                outbox.waitingByHand());
    }

    /// Where it leads. One that has gone meanwhile leads back to the list, which says so by its absence.
    @Transactional
    String open(UUID id) {
        var address = store.read(id, clock.instant());
        address.ifPresent(there -> moved.add(List.of(Acting.me())));
        return address.orElse(Notices.page());
    }

    @Transactional
    void readAll(Instant drawn) {
        store.readAll(drawn, clock.instant());
        moved.add(List.of(Acting.me()));
    }
}
