package org.peerage.rooms.newcards;

import java.util.List;
import java.util.UUID;
import org.peerage.identity.NewKeys;
import org.peerage.rooms.Admission;
import org.peerage.rooms.MemberLetOut;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Cards that wait for members to vouch for them, in every room that their owner is in. Asking is no act of its own: it
/// comes with making the keys, because whoever has lost the old ones reaches nothing else.
@Component
public class NewCards {

    private final NewCardStore store;
    private final NewKeys keys;
    private final ApplicationEventPublisher events;

    NewCards(NewCardStore store, NewKeys keys, ApplicationEventPublisher events) {
        this.store = store;
        this.keys = keys;
        this.events = events;
    }

    /// A new card of a member, as it was signed.
    record Asking(UUID person, String card) {}

    /// Seen by those inside.
    @Transactional(readOnly = true)
    List<Asking> asking(RoomId room) {
        return store.asking(room);
    }

    /// The ledger has given this card the place of the old one. False: its owner has made no such keys.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean taken(RoomId room, PersonId person, String fingerprint) {
        store.forget(room, person);
        var taken = keys.takeOver(person, fingerprint);
        if (taken) {
            events.publishEvent(new Admission.CardTaken(room, person));
        }
        return taken;
    }

    @EventListener
    void made(NewKeys.Made made) {
        store.ask(made.person(), made.card(), made.at());
    }

    @EventListener
    void takenBack(NewKeys.TakenBack back) {
        store.forget(back.person());
    }

    @EventListener
    void letOut(MemberLetOut out) {
        store.forget(out.room(), out.person());
    }
}
