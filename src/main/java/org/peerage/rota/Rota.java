package org.peerage.rota;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Turns to lead: handed out in order, set, passed on by the chair; asked and agreed between two members.
@Component
public class Rota {

    private final RotaStore store;
    private final RotaNotices notices;
    private final Circles circles;
    private final Meetings meetings;
    private final InstantSource clock;

    Rota(RotaStore store, RotaNotices notices, Circles circles, Meetings meetings, InstantSource clock) {
        this.store = store;
        this.notices = notices;
        this.circles = circles;
        this.meetings = meetings;
        this.clock = clock;
    }

    static String address(GroupId group) {
        return group.address() + "/rota";
    }

    /// Who leads next, for the page of whoever chairs: of a group that takes turns, if it has a meeting to come.
    @Transactional(readOnly = true)
    public Optional<Panel> next(Circle circle) {
        return rotating(circle)
                .filter(page -> !page.turns().ahead().isEmpty())
                .map(page -> new Panel("rota/next", Map.of("page", page)));
    }

    /// The turns of a group that takes them. Most do not, and every page of theirs asks.
    @Transactional(readOnly = true)
    Optional<RotaPage> rotating(Circle circle) {
        return store.rotates(circle.id()) ? Optional.of(page(circle, true)) : Optional.empty();
    }

    private RotaPage page(Circle circle, boolean rotates) {
        return new RotaPage(circle, rotates, turns(circle), store.asked(circle.id()), null);
    }

    @Transactional(readOnly = true)
    RotaPage page(GroupId group) {
        return page(circles.own(group), store.rotates(group));
    }

    /// With the reason why nothing has changed.
    @Transactional(readOnly = true)
    RotaPage page(GroupId group, Outcome.Refused refused) {
        return page(group).refused(refused.why());
    }

    private Turns turns(Circle circle) {
        return new Turns(
                circle.inRoom().stream().map(Circle.Sitter::id).toList(),
                store.led(circle.id()),
                store.ahead(circle.id(), clock.instant()),
                store.leaves(circle.id()));
    }

    /// Whether the members take turns, or the chair leads alone: then turns that were given are nobody's any more.
    @Transactional
    void choose(GroupId group, boolean rotates) {
        var circle = chaired(group);
        if (!rotates && store.rotates(group)) {
            turns(circle).ahead().stream()
                    .filter(turn -> turn.leader().isPresent())
                    .forEach(turn -> meetings.lead(turn.meeting(), null));
        }
        store.choose(group, rotates, clock.instant());
    }

    /// Meetings that nobody leads get somebody.
    @Transactional
    Outcome handOut(GroupId group) {
        var circle = chaired(group);
        return rotating(circle, () -> give(turns(circle).fill()));
    }

    /// The chair says who leads.
    @Transactional
    Outcome set(GroupId group, MeetingId meeting, PersonId leader) {
        var circle = chaired(group);
        var turns = turns(circle);
        var turn = ahead(turns, meeting);
        if (!turns.people().contains(leader)) {
            throw new NotFound();
        }
        return rotating(
                circle,
                () -> turns.isAway(leader, turn)
                        ? Outcome.refused("rota.refused.away", circle.nameOf(leader))
                        : give(Map.of(meeting, leader)));
    }

    /// Whoever cannot lead this time is passed over by the chair.
    @Transactional
    Outcome skip(GroupId group, MeetingId meeting) {
        var circle = chaired(group);
        var turns = turns(circle);
        var turn = ahead(turns, meeting);
        return rotating(circle, () -> {
            var changes = turns.skip(turn);
            return changes.isEmpty() ? Outcome.refused("rota.refused.nobody") : give(changes);
        });
    }

    /// Whoever leads a meeting asks another to do it.
    @Transactional
    Outcome ask(GroupId group, MeetingId meeting, PersonId other) {
        var circle = circles.own(group);
        var turns = turns(circle);
        var turn = ahead(turns, meeting);
        if (!turns.people().contains(other) || other.equals(Acting.me())) {
            throw new NotFound();
        }
        return rotating(circle, () -> {
            if (!turn.isOf(Acting.me())) {
                return Outcome.refused("rota.refused.not-yours");
            }
            if (turns.isAway(other, turn)) {
                return Outcome.refused("rota.refused.away", circle.nameOf(other));
            }
            store.ask(group, meeting, other, clock.instant());
            notices.asked(circle, turn, other);
            return Outcome.done();
        });
    }

    /// By whoever asked.
    @Transactional
    Outcome withdraw(GroupId group, MeetingId meeting) {
        var circle = circles.own(group);
        var turn = ahead(turns(circle), meeting);
        return asked(circle, meeting)
                .filter(asked -> asked.asker().equals(Acting.me()))
                .filter(asked -> store.settle(group, asked, "withdrawn", clock.instant()))
                .map(_ -> {
                    notices.withdrawn(turn);
                    return Outcome.done();
                })
                .orElseGet(() -> Outcome.refused("rota.refused.settled"));
    }

    /// By whoever was asked.
    @Transactional
    Outcome answer(GroupId group, MeetingId meeting, boolean agrees) {
        var circle = circles.own(group);
        var turns = turns(circle);
        var turn = ahead(turns, meeting);
        var asked = asked(circle, meeting).filter(one -> one.asked().equals(Acting.me()));
        if (asked.isEmpty() || !store.settle(group, asked.get(), agrees ? "agreed" : "declined", clock.instant())) {
            return Outcome.refused("rota.refused.settled");
        }
        var outcome = agrees ? give(turns.swap(turn, Acting.me())) : Outcome.done();
        notices.answered(circle, turn, asked.get().asker(), agrees);
        return outcome;
    }

    private Optional<RotaStore.Asked> asked(Circle circle, MeetingId meeting) {
        return store.asked(circle.id()).stream()
                .filter(asked -> asked.meeting().equals(meeting))
                .findFirst();
    }

    private Outcome give(Map<MeetingId, PersonId> changes) {
        for (var change : changes.entrySet()) {
            if (!meetings.lead(change.getKey(), change.getValue())) {
                throw new NotFound();
            }
        }
        return Outcome.done();
    }

    private interface Act {
        Outcome done();
    }

    private Outcome rotating(Circle circle, Act act) {
        return store.rotates(circle.id()) ? act.done() : Outcome.refused("rota.refused.alone");
    }

    private static Turn ahead(Turns turns, MeetingId meeting) {
        return turns.ahead().stream()
                .filter(turn -> turn.meeting().equals(meeting))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Circle chaired(GroupId group) {
        return Optional.of(circles.own(group)).filter(Circle::chaired).orElseThrow(NotFound::new);
    }
}
