package org.peerage.identity.ownrooms;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.peerage.identity.People;
import org.peerage.sealing.OwnRooms;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps each person's "My rooms", made at enrolment and renewed by their own devices. Only the person's keys make the
/// next one, and each follows the one before it: two devices that renew at once do not lose what the other has added.
@Component
public class MyRooms {

    private final OwnRoomsStore store;
    private final People people;
    private final InstantSource clock;

    MyRooms(OwnRoomsStore store, People people, InstantSource clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /// The very first, at enrolment.
    @Transactional
    public void begin(PersonId person, OwnRooms rooms, Instant now) {
        store.begin(person, rooms, now);
    }

    @Transactional(readOnly = true)
    Optional<OwnRooms> of(PersonId person) {
        return store.of(person);
    }

    /// False: not signed by the person's keys, or not the next one.
    @Transactional
    boolean renew(PersonId person, OwnRooms rooms) {
        return people.card(person).filter(rooms::by).isPresent() && store.renew(person, rooms, clock.instant());
    }
}
