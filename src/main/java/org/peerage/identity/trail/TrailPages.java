package org.peerage.identity.trail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was done in the name of whoever acts, or in a network that they convene, a page at a time, and whether it is
/// still what was written.
@Component
class TrailPages {

    static final int LINES = 50;

    private final TrailStore store;
    private final Conveners conveners;
    private final Outbox outbox;

    TrailPages(TrailStore store, Conveners conveners, Outbox outbox) {
        this.store = store;
        this.conveners = conveners;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    TrailPage page(long before) {
        return page(Acting.me().value(), Optional.empty(), before);
    }

    @Transactional(readOnly = true)
    TrailPage ofNetwork(UUID network, long before) {
        return page(network, Optional.of(convened(network)), before);
    }

    private TrailPage page(UUID whose, Optional<Conveners.Convened> network, long before) {
        var chain = store.followed(whose);
        var found = store.before(whose, before, LINES + 1);
        var more = found.size() > LINES;
        var shown = more ? found.subList(0, LINES) : found;
        var who = shown.stream().map(Entry::person).collect(Collectors.toSet());
        return new TrailPage(
                whose,
                network,
                Acting.me().value(),
                network.isPresent() ? conveners.names(whose, who) : Map.of(),
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

    @Transactional(readOnly = true)
    List<Entry> ofNetworkAfter(UUID network, long number) {
        convened(network);
        return store.after(network, number);
    }

    private Conveners.Convened convened(UUID network) {
        return conveners.convened(network).orElseThrow(NotFound::new);
    }
}
