package org.peerage.groups.door;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.charter.Charters;
import org.peerage.rooms.Admission;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may knock at the room's door, whoever accepted a seat in its group and signed the charter; and what its page
/// shows.
@Component
class Door implements Admission {

    private final DoorStore store;
    private final Circles circles;
    private final Charters charters;

    Door(DoorStore store, Circles circles, Charters charters) {
        this.store = store;
        this.circles = circles;
        this.charters = charters;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAsk(RoomId room, PersonId person) {
        return store.seated(room, person)
                .filter(group -> charters.signed(group, person))
                .isPresent();
    }

    @Transactional(readOnly = true)
    RoomPage page(GroupId id) {
        var circle = circles.of(id).filter(Circle::mine).orElseThrow(NotFound::new);
        return RoomPage.of(
                circle,
                store.seats(id),
                charters.signers(id),
                charters.terms(id)
                        .filter(terms -> terms.signed() && terms.newcomersReadAll())
                        .isPresent(),
                Acting.me(),
                circle.chaired() ? circle.room().map(store::invitations).orElse(List.of()) : List.of());
    }
}
