package org.peerage.doors.hooks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.peerage.groups.GroupId;
import org.peerage.groups.SeatTaken;
import org.peerage.jobs.WakeUps;
import org.peerage.meetings.MeetingClosed;
import org.peerage.networks.Networks;
import org.peerage.rooms.MemberLetOut;
import org.peerage.scheduling.DateCancelled;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.DateMoved;
import org.peerage.scheduling.DateSet;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Hears what happens and writes down, in the same transaction, what each hook of that network is told of it:
/// as much as its owner may see, who is asked as whom they are.
@Component
class HookFacts {

    static final String ACTOR = "doors.hooks";

    private static final Actor PROGRAM = new Actor.Program(ACTOR);

    private final DeliveryStore store;
    private final VisibleStore visible;
    private final Networks networks;
    private final Scope scope;
    private final WakeUps wakeUps;
    private final InstantSource clock;

    HookFacts(
            DeliveryStore store,
            VisibleStore visible,
            Networks networks,
            Scope scope,
            WakeUps wakeUps,
            InstantSource clock) {
        this.store = store;
        this.visible = visible;
        this.networks = networks;
        this.scope = scope;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    @EventListener
    void on(DateSet set) {
        tell(HookEvent.DATE_SET, set.group(), set.date(), set.startsAt(), set.at());
    }

    @EventListener
    void on(DateMoved moved) {
        tell(HookEvent.DATE_MOVED, moved.group(), moved.date(), moved.startsAt(), moved.at());
    }

    @EventListener
    void on(DateCancelled cancelled) {
        tell(HookEvent.DATE_CANCELLED, cancelled.group(), cancelled.date(), cancelled.startsAt(), cancelled.at());
    }

    private void tell(HookEvent event, GroupId group, DateId date, Instant startsAt, Instant at) {
        tell(
                event,
                () -> store.place(group),
                at,
                (place, body) -> visible.date(date)
                        ? Optional.of(body.with("date", date.value()).with("starts_at", startsAt))
                        : Optional.empty());
    }

    /// That a group has met is for those who sit in it.
    @EventListener
    void on(MeetingClosed closed) {
        tell(
                HookEvent.MEETING_CLOSED,
                () -> store.place(closed.group()),
                closed.at(),
                (place, body) -> visible.meeting(closed.meeting())
                        ? Optional.of(body.with("meeting", closed.meeting().value()))
                        : Optional.empty());
    }

    @EventListener
    void on(SeatTaken taken) {
        tell(
                HookEvent.SEAT_TAKEN,
                () -> store.place(taken.group()),
                taken.at(),
                (place, body) -> visible.profile(taken.profile())
                        ? Optional.of(body.with("profile", taken.profile().value()))
                        : Optional.empty());
    }

    @EventListener
    void on(MemberLetOut out) {
        tell(
                HookEvent.MEMBER_LEFT,
                () -> store.place(out.room()),
                out.at(),
                (place, body) ->
                        visible.profile(place.network(), out.person()).map(profile -> body.with("profile", profile)));
    }

    /// Something that is asked for by its owner, to see whether it arrives.
    @Transactional(propagation = Propagation.MANDATORY)
    void test(Networks.Network network, UUID hook) {
        var now = clock.instant();
        var body =
                new HookBody(HookEvent.TEST, now).with("network", network.id().value());
        scope.actingAs(PROGRAM, () -> {
            store.add(network.id(), hook, Ids.next(), HookEvent.TEST, body.json(), now, now);
            wakeUps.wake(ACTOR);
            return hook;
        });
    }

    /// As the owner of a hook: what they are told, or nothing.
    private interface Saying {

        Optional<HookBody> of(DeliveryStore.Place place, HookBody begun);
    }

    private void tell(HookEvent event, Supplier<Optional<DeliveryStore.Place>> where, Instant at, Saying saying) {
        scope.actingAs(PROGRAM, () -> {
            where.get()
                    .ifPresent(place -> store.listeners(place.network(), event)
                            .forEach(listener -> said(listener, event, place, at, saying)
                                    .ifPresent(body -> {
                                        store.add(
                                                place.network(),
                                                listener.hook(),
                                                Ids.next(),
                                                event.word(),
                                                body.json(),
                                                at,
                                                clock.instant());
                                        wakeUps.wake(ACTOR);
                                    })));
            return event;
        });
    }

    private Optional<HookBody> said(
            DeliveryStore.Listener listener, HookEvent event, DeliveryStore.Place place, Instant at, Saying saying) {
        return scope.actingAs(new Actor.Person(listener.owner()), () -> {
            var convened = networks.find(place.network())
                    .filter(Networks.Network::convened)
                    .isPresent();
            if (!convened || !visible.group(place.group())) {
                return Optional.<HookBody>empty();
            }
            var begun = new HookBody(event.word(), at)
                    .with("network", place.network().value())
                    .with("group", place.group().value());
            return saying.of(place, begun);
        });
    }
}
