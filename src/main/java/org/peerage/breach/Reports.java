package org.peerage.breach;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reporting a breach to one member, and that member's first answer: it is taken up, or there is nothing to act on.
@Component
class Reports {

    private final ReportStore store;
    private final BreachStore breaches;
    private final BreachNotices notices;
    private final Circles circles;
    private final Rooms rooms;
    private final Readers readers;
    private final InstantSource clock;

    Reports(
            ReportStore store,
            BreachStore breaches,
            BreachNotices notices,
            Circles circles,
            Rooms rooms,
            Readers readers,
            InstantSource clock) {
        this.store = store;
        this.breaches = breaches;
        this.notices = notices;
        this.circles = circles;
        this.rooms = rooms;
        this.readers = readers;
        this.clock = clock;
    }

    /// To whoever can open it by the room's own ledger, and to one alone.
    @Transactional
    void report(GroupId group, SealedInput sealed) {
        var circle = circles.own(group);
        var words = sealed.only(BreachTexts.REPORT);
        var handler = readers.another(circle.openRoom(), words);
        if (rooms.put(circle.openRoom(), List.of(words))) {
            var report = new Report(
                    words.id(), group, circle.openRoom(), Acting.me(), handler, clock.instant(), null, false);
            store.add(report);
            notices.reported(circle, report);
        }
    }

    /// @param affected whom it has harmed, or null where it was nobody of the group
    /// @param rests the handler has seen to it that what it is about is not talked about any more
    @Transactional
    Outcome contain(GroupId group, UUID id, @Nullable UUID accused, @Nullable UUID affected, boolean rests) {
        var circle = circles.own(group);
        var report = store.take(group, id).orElseThrow(NotFound::new);
        if (!report.isNew()) {
            return Outcome.refused("breach.refused.taken");
        }
        if (accused == null) {
            return Outcome.refused("breach.refused.nobody");
        }
        var whom = inRoom(circle, accused);
        var harmed = Optional.ofNullable(affected).map(person -> inRoom(circle, person));
        if (whom.equals(Acting.me()) || harmed.equals(Optional.of(Acting.me()))) {
            return Outcome.refused("breach.refused.self");
        }
        if (harmed.equals(Optional.of(whom))) {
            return Outcome.refused("breach.refused.same");
        }
        if (!rests) {
            return Outcome.refused("breach.refused.rests");
        }
        // An id that holds no moment: nobody can lay it beside the room's list.
        var breach = new Breach(
                Ids.steady("breach", Ids.next()),
                group,
                Acting.me(),
                whom,
                Optional.empty(),
                State.CONTAINED,
                null,
                null,
                false,
                false,
                0,
                false,
                null,
                circle.day(clock.instant()));
        store.takenUp(report, breach.id());
        breaches.contain(breach);
        harmed.ifPresent(person -> breaches.affect(breach, person));
        notices.takenUp(circle, report, breach, harmed);
        return Outcome.done();
    }

    /// It belongs to a case that whoever reads it handles already: told again after a hand-over, or by a second member.
    @Transactional
    Outcome join(GroupId group, UUID id, UUID breach) {
        var circle = circles.own(group);
        var report = store.take(group, id).orElseThrow(NotFound::new);
        var found = breaches.find(group, breach)
                .filter(one -> one.isHandledBy(Acting.me()) && !one.isClosed())
                .orElseThrow(NotFound::new);
        if (report.takenUp().equals(Optional.of(breach))) {
            return Outcome.done();
        }
        if (!report.isNew()) {
            return Outcome.refused("breach.refused.taken");
        }
        if (found.accuses(report.reporter()) || found.harmed(report.reporter())) {
            // Who is part of it says so in the case itself.
            return Outcome.refused("breach.refused.part", circle.nameOf(report.reporter()));
        }
        store.takenUp(report, breach);
        notices.joined(circle, report);
        return Outcome.done();
    }

    /// Without solid evidence nobody is accused. Said twice, it changes nothing.
    @Transactional
    Outcome drop(GroupId group, UUID id) {
        var circle = circles.own(group);
        var report = store.take(group, id).orElseThrow(NotFound::new);
        if (report.takenUp().isPresent()) {
            return Outcome.refused("breach.refused.taken");
        }
        if (!report.dropped()) {
            store.drop(report);
            notices.dropped(circle, report);
        }
        return Outcome.done();
    }

    private static PersonId inRoom(Circle circle, UUID person) {
        return circle.sitter(new PersonId(person))
                .filter(Circle.Sitter::inRoom)
                .map(Circle.Sitter::id)
                .orElseThrow(NotFound::new);
    }
}
