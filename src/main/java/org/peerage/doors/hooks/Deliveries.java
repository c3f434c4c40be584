package org.peerage.doors.hooks;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.peerage.networks.Networks;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What becomes of deliveries: tried, tried again, given up; and of hooks that take none.
@Component
class Deliveries implements NoticeKinds {

    private static final NoticeKind OFF = NoticeKind.of("doors.hooks.notice.off");

    /// A node that dies with one on its way costs this much.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(8),
            Duration.ofHours(8));
    private static final Duration WORTH = Duration.ofHours(25);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int GIVEN_UP_IN_A_ROW = 3;
    private static final int AT_ONCE = 16;

    private final DeliveryStore store;
    private final Networks networks;
    private final Notices notices;
    private final Scope scope;
    private final InstantSource clock;

    Deliveries(DeliveryStore store, Networks networks, Notices notices, Scope scope, InstantSource clock) {
        this.store = store;
        this.networks = networks;
        this.notices = notices;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(OFF);
    }

    /// @param more whether there may be others that are due
    record Taken(List<DeliveryStore.Outgoing> due, boolean more) {

        Taken {
            due = List.copyOf(due);
        }
    }

    /// What is to be handed over now. The hook of somebody who convenes the network no more tells nothing.
    @Transactional
    Taken take() {
        var now = clock.instant();
        var taken = store.take(now, now.plus(LEASE), AT_ONCE);
        return new Taken(taken.stream().filter(this::stands).toList(), !taken.isEmpty());
    }

    private boolean stands(DeliveryStore.Outgoing told) {
        var convenes = scope.actingAs(
                new Actor.Person(told.owner()),
                () -> networks.find(told.network())
                        .filter(Networks.Network::convened)
                        .isPresent());
        if (!convenes) {
            store.off(told.network(), told.hook(), "owner");
        }
        return convenes && told.on();
    }

    @Transactional
    void settle(DeliveryStore.Outgoing told, HookSender.Outcome outcome) {
        var now = clock.instant();
        if (outcome.taken()) {
            store.delivered(told, outcome.status());
        } else if (told.attempts() <= PAUSES.size()
                && now.isBefore(told.happenedAt().plus(WORTH))) {
            store.retry(told, outcome.status(), outcome.trouble(), now.plus(PAUSES.get(told.attempts() - 1)));
        } else if (store.giveUp(told, outcome.status(), outcome.trouble()) >= GIVEN_UP_IN_A_ROW
                && store.off(told.network(), told.hook(), "failing")) {
            notices.tell(
                    Notice.of(
                            OFF,
                            told.hook(),
                            told.network().value(),
                            Hooks.page(told.network(), told.hook()),
                            URI.create(told.address()).getHost()),
                    List.of(told.owner()));
        }
    }

    @Transactional
    void forget() {
        store.forget(clock.instant().minus(KEPT));
    }
}
