package org.peerage.identity.trail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what is done, in the transaction that does it: neither is there without the other. Kinds, ids and times,
/// never a word of anybody (ADR-0041).
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Trail {

    private final TrailStore store;
    private final InstantSource clock;

    Trail(TrailStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Done by whoever acts.
    public void note(Deed deed, @Nullable UUID about) {
        write(Acting.me(), null, deed, about, clock.instant());
    }

    /// Done by whoever acts in a network that they convene: stands in their own chain and in that of the network, which
    /// all its conveners read (ADR-0048).
    public void noteIn(UUID network, Deed deed, @Nullable UUID about) {
        var now = clock.instant();
        write(Acting.me(), network, deed, about, now);
        store.write(Ids.next(), network, Acting.me().value(), network, deed, about, now);
    }

    /// To the page of what was done in a network, for its conveners.
    public static Link of(UUID network) {
        return Link.to(address(network), "identity.trail.network.link");
    }

    static String address(UUID network) {
        return "/networks/" + network + "/trail";
    }

    /// Done in somebody's name, by a program that may.
    public void note(PersonId person, Deed deed, Instant now) {
        write(person, null, deed, null, now);
    }

    private void write(PersonId person, @Nullable UUID network, Deed deed, @Nullable UUID about, Instant now) {
        store.write(Ids.next(), person.value(), person.value(), network, deed, about, now);
    }
}
