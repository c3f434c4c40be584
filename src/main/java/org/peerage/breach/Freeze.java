package org.peerage.breach;

import java.util.Optional;
import org.peerage.groups.Circles;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.resting.Rest;
import org.springframework.stereotype.Component;

/// The room rests in the hands of whoever is accused, from the day a case is taken up until it is decided; where the
/// end of their membership was decided, until they are out. Nobody else is shown it. ADR-0046
@Component
class Freeze implements Rest {

    private final BreachStore store;
    private final Circles circles;

    Freeze(BreachStore store, Circles circles) {
        this.store = store;
        this.circles = circles;
    }

    @Override
    public boolean rests(RoomId room) {
        return circles.mine().stream()
                .filter(circle -> circle.room().equals(Optional.of(room)))
                .anyMatch(circle -> store.accused(circle.id()).stream().anyMatch(Breach::rests));
    }
}
