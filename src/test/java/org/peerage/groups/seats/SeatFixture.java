package org.peerage.groups.seats;

import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.util.UUID;
import org.peerage.RunningPeerage;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.GroupId;
import org.peerage.identity.LinkAccepted;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/// Seats, for tests of other packages by their plain ids.
public final class SeatFixture {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private SeatFixture() {}

    static Seating seating() {
        return PEERAGE.bean(Seating.class);
    }

    static Seats seats(GroupFixture here, PersonId seenBy) {
        return seats(here.group, seenBy);
    }

    private static Seats seats(GroupId group, PersonId seenBy) {
        return as(seenBy, () -> {
            var circle = PEERAGE.bean(Circles.class).of(group).orElseThrow();
            return PEERAGE.bean(SeatStore.class).of(group, circle.size());
        });
    }

    public static UUID pick(PersonId convener, GroupId group, ProfileId profile) {
        as(convener, () -> seating().pick(group, profile));
        return seats(group, convener).filled().stream()
                .filter(seat -> seat.profile().equals(profile))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    public static void appoint(PersonId convener, GroupId group, UUID seat) {
        as(convener, () -> seating().appoint(group, new SeatId(seat)));
    }

    public static UUID invite(PersonId inviter, GroupId group, UUID seat) {
        return as(inviter, () -> seating().invite(group, new SeatId(seat)))
                                .seat()
                                .state()
                        instanceof Seat.Invited(var link, var _)
                ? link
                : new UUID(0, 0);
    }

    public static void accept(PersonId person, String name, UUID link, UUID seat, Instant at) {
        as(person, () -> {
            var accepted = new LinkAccepted(link, Seating.LINK, seat, person, name, at);
            PEERAGE.bean(ApplicationEventMulticaster.class)
                    .multicastEvent(new PayloadApplicationEvent<>(PEERAGE, accepted));
            return person;
        });
    }
}
