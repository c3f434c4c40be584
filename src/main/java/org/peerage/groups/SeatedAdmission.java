package org.peerage.groups;

import org.peerage.rooms.Admission;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may knock at the room's door: whoever accepted a seat in its group and signed the charter.
@Component
class SeatedAdmission implements Admission {

    private final SeatStore seats;
    private final Charters charters;

    SeatedAdmission(SeatStore seats, Charters charters) {
        this.seats = seats;
        this.charters = charters;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAsk(RoomId room, PersonId person) {
        return seats.groupOf(room)
                .filter(group ->
                        seats.of(group, person).filter(Seat::taken).isPresent() && charters.signed(group, person))
                .isPresent();
    }
}
