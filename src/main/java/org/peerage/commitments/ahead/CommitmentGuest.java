package org.peerage.commitments.ahead;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.GroupId;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// One's own commitments, on the page of the group and on the first page: a witness waits for those that are due.
@Component
@Order(4)
class CommitmentGuest implements GroupGuest {

    private final OpenCommitmentStore store;
    private final InstantSource clock;

    CommitmentGuest(OpenCommitmentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param past the day has passed, in the zone of the group
    /// @param news lines of theirs wait to be read
    record Line(String group, String address, LocalDate dueOn, String other, boolean past, boolean news) {}

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() ? List.of(Way.to(Shelf.BETWEEN, list(circle), "commitments.nav")) : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return circle.mine()
                        && store.in(List.of(circle.id())).stream()
                                .anyMatch(commitment -> !commitment.dueOn().isAfter(today(circle)))
                ? List.of(NextStep.to(list(circle), NextStep.Urgency.DUE, "commitments.next.due."))
                : List.of();
    }

    @Override
    public List<Panel> panels(List<Circle> mine) {
        Map<GroupId, Circle> circles = mine.stream().collect(Collectors.toMap(Circle::id, Function.identity()));
        return List.of(new Panel(
                "commitments/ahead/ahead",
                Map.of(
                        "lines", lines(circles, store.in(circles.keySet())),
                        "followed", lines(circles, store.followedUpIn(circles.keySet())))));
    }

    private List<Line> lines(Map<GroupId, Circle> circles, List<OpenCommitment> open) {
        return open.stream()
                .flatMap(commitment -> Optional.ofNullable(circles.get(commitment.group())).stream()
                        .map(circle -> line(circle, commitment)))
                .toList();
    }

    private Line line(Circle circle, OpenCommitment commitment) {
        return new Line(
                circle.name(),
                list(circle),
                commitment.dueOn(),
                circle.nameOf(commitment.other()),
                commitment.dueOn().isBefore(today(circle)),
                commitment.news());
    }

    private LocalDate today(Circle circle) {
        return circle.day(clock.instant());
    }

    private static String list(Circle circle) {
        return circle.id().address() + "/commitments";
    }
}
