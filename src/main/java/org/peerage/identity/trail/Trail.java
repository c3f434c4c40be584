package org.peerage.identity.trail;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.mail.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was done in the name of whoever acts, a page at a time.
@Component
class Trail {

    static final int LINES = 50;

    private final TrailStore store;
    private final Outbox outbox;

    Trail(TrailStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    TrailPage page(@Nullable UUID before) {
        var lines = store.mine(before, LINES + 1);
        var more = lines.size() > LINES;
        var shown = more ? lines.subList(0, LINES) : lines;
        return new TrailPage(
                shown, outbox.myZone(), more ? Optional.of(shown.getLast().id()) : Optional.empty());
    }
}
