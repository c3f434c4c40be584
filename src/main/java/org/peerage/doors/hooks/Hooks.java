package org.peerage.doors.hooks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.mail.Outbox;
import org.peerage.networks.NetworkGuest;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.Link;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The hooks of a convener: made, tried, given a new secret, switched on again, ended.
@Component
class Hooks implements NetworkGuest {

    static final int MOST = 10;

    private static final int SHOWN = 20;
    private static final Duration OLD_SECRET_HOLDS = Duration.ofDays(1);

    private final HookStore store;
    private final HookFacts facts;
    private final Networks networks;
    private final Trail trail;
    private final Outbox outbox;
    private final InstantSource clock;

    Hooks(HookStore store, HookFacts facts, Networks networks, Trail trail, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.facts = facts;
        this.networks = networks;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    static String page(NetworkId network) {
        return network.address() + "/hooks";
    }

    static String page(NetworkId network, UUID hook) {
        return page(network) + "/" + hook;
    }

    @Override
    public List<Link> settings(Networks.Network network) {
        return List.of(Link.to(page(network.id()), "doors.hooks.title"));
    }

    sealed interface Making {

        /// The only time that the secret is there to read.
        record Made(UUID hook, String secret) implements Making {

            @Override
            public String toString() {
                return "Made[REDACTED]";
            }
        }

        /// A form that was sent twice: there is one, and its secret was shown.
        record ThereAlready(UUID hook) implements Making {}

        record Refused(String code) implements Making {}
    }

    @Transactional(readOnly = true)
    HookPage.All all(NetworkId id) {
        return new HookPage.All(networks.convened(id), store.of(id), outbox.myZone());
    }

    @Transactional(readOnly = true)
    HookPage.One one(NetworkId id, UUID hook) {
        var network = networks.convened(id);
        return new HookPage.One(network, found(id, hook), store.lines(id, hook, SHOWN), outbox.myZone());
    }

    @Transactional
    Making make(NetworkId id, HookForm.Wish wish) {
        networks.convened(id);
        if (store.count(id) >= MOST && store.find(id, wish.id()).isEmpty()) {
            return new Making.Refused("doors.hooks.wrong.many");
        }
        var secret = HookSecret.fresh();
        if (store.keep(id, wish, secret, clock.instant())) {
            trail.noteIn(id.value(), Deed.HOOK_MADE, wish.id());
            return new Making.Made(wish.id(), secret.text());
        }
        return new Making.ThereAlready(found(id, wish.id()).id());
    }

    /// One that is switched off is told nothing, and has nothing waiting for when it is on again.
    @Transactional
    void test(NetworkId id, UUID hook) {
        var network = networks.convened(id);
        if (found(id, hook).on()) {
            facts.test(network, hook);
        }
    }

    /// The old secret goes on signing beside the new one for a day, so that the receiver misses nothing.
    @Transactional
    Making turn(NetworkId id, UUID hook, int turn) {
        networks.convened(id);
        var secret = HookSecret.fresh();
        if (store.turn(id, found(id, hook).id(), turn, secret, clock.instant().plus(OLD_SECRET_HOLDS))) {
            trail.noteIn(id.value(), Deed.HOOK_SECRET, hook);
            return new Making.Made(hook, secret.text());
        }
        return new Making.ThereAlready(hook);
    }

    @Transactional
    void on(NetworkId id, UUID hook) {
        networks.convened(id);
        store.on(id, found(id, hook).id());
        trail.noteIn(id.value(), Deed.HOOK_ON, hook);
    }

    @Transactional
    void end(NetworkId id, UUID hook) {
        networks.convened(id);
        if (!store.end(id, hook)) {
            throw new NotFound();
        }
        trail.noteIn(id.value(), Deed.HOOK_ENDED, hook);
    }

    private HookStore.Hook found(NetworkId network, UUID hook) {
        return store.find(network, hook).orElseThrow(NotFound::new);
    }
}
