package org.peerage.farewell;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Groups;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to leaving well, and what is next in it.
@Component
@Order(6)
class FarewellGuest implements GroupGuest {

    private static final Duration DAY = Duration.ofDays(1);

    private final FarewellStore store;
    private final InstantSource clock;

    FarewellGuest(FarewellStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.inside() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.KEPT, FarewellPage.address(circle.id()), "farewell.nav"))
                : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        if (!circle.inside() || circle.room().isEmpty()) {
            return List.of();
        }
        var open =
                store.in(circle.id()).stream().filter(one -> one.stage().open()).toList();
        if (open.isEmpty()) {
            return List.of();
        }
        var meetings = store.meetings(circle.id());
        return open.stream()
                .flatMap(one -> step(circle, one, last(meetings, one)).stream())
                .toList();
    }

    private static Optional<FarewellStore.Meeting> last(List<FarewellStore.Meeting> meetings, Farewell farewell) {
        return meetings.stream()
                .filter(one -> farewell.last().equals(Optional.of(one.id())))
                .findFirst();
    }

    private Optional<NextStep> step(Circle circle, Farewell one, Optional<FarewellStore.Meeting> last) {
        var page = FarewellPage.address(circle.id());
        var name = circle.nameOf(one.person());
        var over = last.filter(FarewellStore.Meeting::over).isPresent() && one.stage() == Stage.ANNOUNCED;
        if (one.mine()) {
            return over
                    ? Optional.of(NextStep.to(Groups.room(circle.id()), Urgency.SEAT, "farewell.next.leave."))
                    : Stream.of(one)
                            .filter(open -> open.stage() == Stage.HEARD || isPast(last))
                            .map(open -> NextStep.to(page, Urgency.HEARING, "farewell.next.go-on."))
                            .findFirst();
        }
        if (one.toMe() && one.stage() == Stage.TOLD) {
            return Optional.of(NextStep.to(page, Urgency.HEARING, "farewell.next.hear."));
        }
        if (!circle.chaired() || one.stage() != Stage.ANNOUNCED) {
            return Optional.empty();
        }
        if (over) {
            return Optional.of(NextStep.to(Groups.room(circle.id()), Urgency.HEARING, "farewell.next.let-out.", name));
        }
        return last.filter(meeting -> meeting.ahead() && !meeting.listed())
                .map(meeting -> NextStep.to(meeting.id().address(), Urgency.HEARING, "farewell.next.agenda.", name));
    }

    /// It was called off, or its day is over without it.
    private boolean isPast(Optional<FarewellStore.Meeting> last) {
        var now = clock.instant();
        return last.filter(
                        one -> one.cancelled() || (one.ahead() && one.startsAt().isBefore(now.minus(DAY))))
                .isPresent();
    }
}
