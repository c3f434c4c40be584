package org.peerage.rooms;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.peerage.identity.People;
import org.peerage.sealing.Card;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who stands at a room's door. Knocking lets nobody in: a chair checks the card and signs.
@Component
class Door {

    private final DoorStore store;
    private final People people;
    private final List<Admission> admissions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Door(
            DoorStore store,
            People people,
            List<Admission> admissions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.people = people;
        this.admissions = admissions;
        this.events = events;
        this.clock = clock;
    }

    /// Somebody who waits. `tag` proves that the card came over the personal link; empty where there was none.
    record Waiting(UUID person, String fingerprint, String card, String tag) {}

    @Transactional
    void knock(RoomId room, Card card, String tag) {
        var me = Acting.me();
        if (!card.user().equals(me.value()) || !people.hasCard(me, card.fingerprint())) {
            throw new RoomRefused("bad-card");
        }
        if (admissions.stream().noneMatch(admission -> admission.mayAsk(room, me))) {
            throw new NotFound();
        }
        if (!store.knock(room, me, card, tag, clock.instant())) {
            throw new NotFound();
        }
        events.publishEvent(new Admission.Knocked(room, me));
    }

    /// Seen by those inside, and by the asker, who sees that they wait.
    @Transactional(readOnly = true)
    List<Waiting> waiting(RoomId room) {
        return store.waiting(room);
    }

    @EventListener
    void letIn(MemberLetIn event) {
        store.forget(event.room(), event.person());
    }

    @Transactional
    void turnAway(RoomId room, PersonId person) {
        store.forget(room, person);
        events.publishEvent(new Admission.TurnedAway(room, person));
    }
}
