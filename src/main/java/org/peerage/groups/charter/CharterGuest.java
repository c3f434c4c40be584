package org.peerage.groups.charter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Groups;
import org.peerage.groups.HandOver;
import org.peerage.groups.NextStep;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Asks whoever is in the room to sign a charter that has changed, or that they signed too long ago, and the chair to
/// hand over when their term is over.
@Component
@Order(0)
class CharterGuest implements GroupGuest {

    private static final Duration SOON = Duration.ofDays(90);

    private final CharterStore store;
    private final InstantSource clock;

    CharterGuest(CharterStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return circle.inside()
                ? store.standing(circle.id(), Acting.me())
                        .map(standing -> next(circle, standing))
                        .orElse(List.of())
                : List.of();
    }

    private List<NextStep> next(Circle circle, Standing standing) {
        var page = circle.id().address() + "/charter";
        var steps = new ArrayList<NextStep>();
        var again = standing.again(circle.zone());
        if (again.isEmpty()) {
            steps.add(NextStep.to(page, NextStep.Urgency.SEAT, "groups.next.sign-change."));
        } else if (isOver(again)) {
            steps.add(NextStep.to(page, NextStep.Urgency.HEARING, "groups.next.sign-again."));
        }
        if (circle.chaired() && isOver(standing.termEnds(circle.zone()))) {
            steps.add(NextStep.to(
                    Groups.room(circle.id()) + "#chair",
                    NextStep.Urgency.HEARING,
                    "groups.next.hand-over.",
                    standing.chairMonths()));
        }
        return steps;
    }

    @Override
    public Optional<HandOver> handOver(Circle circle) {
        var lines = new ArrayList<Message>();
        for (var sitter : circle.people()) {
            if (sitter.inRoom()) {
                store.standing(circle.id(), sitter.id())
                        .ifPresent(standing -> lines.addAll(lines(circle, sitter, standing)));
            }
        }
        return Optional.of(HandOver.of(
                "groups.handover.", lines, Link.to(circle.id().address() + "/charter", "groups.nav.charter")));
    }

    /// Who has not signed, who signs again soon, and when the chair is handed over.
    private List<Message> lines(Circle circle, Circle.Sitter sitter, Standing standing) {
        var lines = new ArrayList<Message>();
        var again = standing.again(circle.zone());
        if (again.isEmpty()) {
            lines.add(Message.of("groups.handover.unsigned", sitter.name()));
        }
        again.filter(at -> at.isBefore(clock.instant().plus(SOON)))
                .ifPresent(at -> lines.add(Message.of("groups.handover.again", sitter.name(), circle.day(at))));
        if (sitter.chairs()) {
            standing.termEnds(circle.zone())
                    .ifPresent(at -> lines.add(Message.of("groups.handover.term", sitter.name(), circle.day(at))));
        }
        return lines;
    }

    private boolean isOver(Optional<Instant> moment) {
        return moment.filter(at -> !clock.instant().isBefore(at)).isPresent();
    }
}
