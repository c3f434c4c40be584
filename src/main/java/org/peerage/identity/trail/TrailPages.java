package org.peerage.identity.trail;

import java.util.List;
import java.util.Optional;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was done in the name of whoever acts, a page at a time, and whether it is still what was written.
@Component
class TrailPages {

    static final int LINES = 50;

    private final TrailStore store;
    private final Outbox outbox;

    TrailPages(TrailStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    TrailPage page(long before) {
        var me = Acting.me().value();
        var chain = store.followed(me);
        var found = store.before(me, before, LINES + 1);
        var more = found.size() > LINES;
        var shown = more ? found.subList(0, LINES) : found;
        return new TrailPage(
                me,
                chain,
                shown,
                outbox.myZone(),
                more ? Optional.of(shown.getLast().number()) : Optional.empty());
    }

    /// For the page, which follows the chain itself.
    @Transactional(readOnly = true)
    List<Entry> after(long number) {
        return store.after(Acting.me().value(), number);
    }
}
