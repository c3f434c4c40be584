package org.peerage.farewell;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.MemberLetOut;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Telling the chair, telling the group, and being gone.
@Component
class Farewells {

    private static final Actor PROGRAM = new Actor.Program("farewell");

    private final FarewellStore store;
    private final FarewellNotices notices;
    private final Circles circles;
    private final Groups groups;
    private final Rooms rooms;
    private final Readers readers;
    private final Scope scope;
    private final InstantSource clock;

    Farewells(
            FarewellStore store,
            FarewellNotices notices,
            Circles circles,
            Groups groups,
            Rooms rooms,
            Readers readers,
            Scope scope,
            InstantSource clock) {
        this.store = store;
        this.notices = notices;
        this.circles = circles;
        this.groups = groups;
        this.rooms = rooms;
        this.readers = readers;
        this.scope = scope;
        this.clock = clock;
    }

    /// Days, as the charter says; none where it has left that clause out.
    static int notice(Groups groups, GroupId group) {
        return groups.terms(group, "leaving")
                .map(terms -> terms.number("noticeDays"))
                .orElse(0);
    }

    /// Meetings that can be the last of somebody who has told the chair then: not begun, and not sooner than the
    /// charter asks.
    static List<FarewellStore.Meeting> choices(
            List<FarewellStore.Meeting> all, Circle circle, Instant toldAt, int notice, Instant now) {
        var from = circle.day(toldAt).plusDays(notice);
        return all.stream()
                .filter(one -> one.ahead() && one.startsAt().isAfter(now))
                .filter(one -> !one.day().isBefore(from))
                .toList();
    }

    /// The words are for whoever chairs the room by its ledger, and for nobody else.
    @Transactional
    void tell(GroupId group, Optional<UUID> last, SealedInput sealed) {
        var circle = circles.inside(group);
        var words = sealed.only(FarewellTexts.FAREWELL);
        var chair = readers.chair(circle.openRoom(), words);
        var now = clock.instant();
        var meeting = last.map(id -> chosen(circle, id, now));
        if (!rooms.put(circle.openRoom(), List.of(words))) {
            return;
        }
        if (store.in(group).stream().anyMatch(one -> one.mine() && one.stage().open())) {
            throw new NotFound();
        }
        var told = new Farewell(
                words.id(),
                group,
                circle.openRoom(),
                Acting.me(),
                Optional.of(chair),
                meeting,
                Stage.TOLD,
                now,
                Optional.empty(),
                Optional.empty(),
                circle.name(),
                groups.agreed(group, "confidentiality").orElse(""));
        store.add(told);
        notices.told(circle, told);
    }

    private MeetingId chosen(Circle circle, UUID id, Instant toldAt) {
        return choices(store.meetings(circle.id()), circle, toldAt, notice(groups, circle.id()), clock.instant())
                .stream()
                .map(FarewellStore.Meeting::id)
                .filter(one -> one.value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// @param last for another last meeting, and for telling the group; whoever does something else chooses none
    @Transactional
    Outcome act(GroupId group, UUID id, Act act, Optional<UUID> last) {
        var circle = circles.inside(group);
        var farewell = store.take(group, id).filter(one -> one.upToMe(act)).orElseThrow(NotFound::new);
        var to = act.after(farewell.stage());
        if (to.isEmpty()) {
            return farewell.stage() == act.after(Stage.TOLD).orElse(null)
                    ? Outcome.done()
                    : Outcome.refused("farewell.refused.stage");
        }
        var meeting = last.filter(_ -> act.choosesTheLast())
                .map(one -> chosen(circle, one, farewell.toldAt()))
                .or(farewell::last);
        if (act == Act.ANNOUNCE && !isAhead(circle, meeting)) {
            return Outcome.refused("farewell.refused.meeting");
        }
        store.move(farewell, to.get(), meeting, clock.instant());
        follow(circle, farewell, act, meeting);
        return Outcome.done();
    }

    private boolean isAhead(Circle circle, Optional<MeetingId> meeting) {
        return store.meetings(circle.id()).stream()
                .anyMatch(one -> one.ahead() && meeting.equals(Optional.of(one.id())));
    }

    private void follow(Circle circle, Farewell farewell, Act act, Optional<MeetingId> meeting) {
        switch (act) {
            case HEAR -> notices.heard(farewell);
            case ANNOUNCE -> notices.announced(circle, farewell, when(circle, meeting));
            case MOVE -> {
                if (farewell.stage() == Stage.ANNOUNCED && !meeting.equals(farewell.last())) {
                    notices.announced(circle, farewell, when(circle, meeting));
                }
            }
            case STAY -> notices.stayed(farewell);
            case GO -> {}
        }
    }

    private FarewellStore.Meeting when(Circle circle, Optional<MeetingId> meeting) {
        return store.meetings(circle.id()).stream()
                .filter(one -> meeting.equals(Optional.of(one.id())))
                .findFirst()
                .orElseThrow();
    }

    /// By whomever and whyever: who is out of the room is gone, and finds what holds on, also where the group has
    /// decided it and there was no farewell. Before the seat is left: afterwards whoever leaves sees no group any
    /// more, and they may be the one who acts.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(MemberLetOut out) {
        var open = scope.actingAs(PROGRAM, () -> {
            var said = store.openOf(out.room(), out.person());
            said.forEach(one -> Act.GO.after(one.stage()).ifPresent(to -> store.move(one, to, one.last(), out.at())));
            return said;
        });
        open.forEach(notices::gone);
        if (open.isEmpty() && !out.ended()) {
            circles.mine().stream()
                    .filter(circle -> circle.room().equals(Optional.of(out.room())))
                    .findFirst()
                    .ifPresent(circle -> gone(circle, out));
        }
    }

    private void gone(Circle circle, MemberLetOut out) {
        var gone = Farewell.unsaid(
                Ids.next(),
                circle.id(),
                out.room(),
                out.person(),
                out.at(),
                circle.name(),
                groups.agreed(circle.id(), "confidentiality").orElse(""));
        scope.actingAs(PROGRAM, () -> {
            store.addGone(gone);
            return gone;
        });
        notices.gone(gone);
    }
}
