package org.peerage.guide;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Guests;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;
import org.peerage.guide.anniversaries.Anniversaries;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.rota.Rota;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What whoever chairs a group should do next, and reminding others in one press. It rests on facts of the lobby:
/// nothing here comes from what was said.
@Component
class Leading {

    private static final int MOST = 3;

    /// Before that nobody has to have prepared anything.
    private static final Duration SOON = Duration.ofDays(10);

    private static final Duration YEAR = Duration.ofDays(365);

    private final LeadingStore store;
    private final Circles circles;
    private final Guests guests;
    private final Meetings meetings;
    private final Anniversaries anniversaries;
    private final Rota rota;
    private final LeadingNotices notices;
    private final InstantSource clock;
    private final URI base;

    Leading(
            LeadingStore store,
            Circles circles,
            Guests guests,
            Meetings meetings,
            Anniversaries anniversaries,
            Rota rota,
            LeadingNotices notices,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.store = store;
        this.circles = circles;
        this.guests = guests;
        this.meetings = meetings;
        this.anniversaries = anniversaries;
        this.rota = rota;
        this.notices = notices;
        this.clock = clock;
        this.base = base;
    }

    @Transactional(readOnly = true)
    LeadingPage page(GroupId group) {
        var circle = own(group);
        var since = clock.instant().minus(YEAR);
        return new LeadingPage(
                circle,
                things(circle),
                store.turns(group, since).stream()
                        .map(turn -> new LeadingPage.Turn(
                                circle.nameOf(turn.person()),
                                group.member(turn.person()),
                                turn.presented(),
                                turn.last(),
                                turn.came()))
                        .toList(),
                store.held(group, since),
                Stream.concat(rota.next(circle).stream(), anniversaries.ahead(circle).stream())
                        .toList());
    }

    /// What others stand and wait for comes first, then what they have left undone, then what can wait.
    private List<LeadingPage.Thing> things(Circle circle) {
        var steps = guests.steps(circle).stream()
                .filter(step -> step.urgency().compareTo(Urgency.WAITING) < 0)
                .toList();
        var undone = undone(circle);
        return Stream.of(
                        steps.stream().filter(Leading::presses).map(step -> new LeadingPage.Thing(step, null)),
                        undone.stream().map(one -> new LeadingPage.Thing(null, one)),
                        steps.stream().filter(step -> !presses(step)).map(step -> new LeadingPage.Thing(step, null)))
                .flatMap(things -> things)
                .limit(MOST)
                .toList();
    }

    private static boolean presses(NextStep step) {
        return step.urgency().compareTo(Urgency.AGENDA) <= 0;
    }

    private List<LeadingPage.Undone> undone(Circle circle) {
        var missing = missing(circle);
        var undone = new ArrayList<LeadingPage.Undone>();
        for (var nudge : Nudge.values()) {
            var those = missing.stream().filter(one -> one.nudge() == nudge).toList();
            if (!those.isEmpty()) {
                undone.add(new LeadingPage.Undone(
                        nudge,
                        word(circle, those.getFirst()),
                        those.stream()
                                .map(one -> name(circle, one))
                                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                                .toList()));
            }
        }
        return undone;
    }

    private List<Nudge.Missing> missing(Circle circle) {
        var now = clock.instant();
        return store.missing(circle.id(), now, now.plus(SOON));
    }

    private static LeadingPage.Name name(Circle circle, Nudge.Missing missing) {
        var at = missing.reminded();
        return new LeadingPage.Name(
                circle.nameOf(missing.person()),
                circle.id().member(missing.person()),
                at == null ? null : LocalDate.ofInstant(at, circle.zone()));
    }

    private Message word(Circle circle, Nudge.Missing missing) {
        return Message.of(
                "guide.nudge." + missing.nudge().key() + ".word",
                when(circle, missing.startsAt()),
                base.resolve(address(circle, missing)).toString(),
                circle.nameOf(Acting.me()));
    }

    private static Object when(Circle circle, @Nullable Instant startsAt) {
        return startsAt == null ? circle.name() : new Message.Moment(startsAt, circle.zone());
    }

    private String address(Circle circle, Nudge.Missing missing) {
        return switch (missing.nudge()) {
            case ANSWER -> Dates.page(circle.id());
            case PREPARE ->
                meetings.preparation(new MeetingId(missing.subject())).address();
            case SIGN -> circle.id().address() + "/charter";
        };
    }

    /// Reminds everybody who has left this undone and was not reminded of it today.
    @Transactional
    void remind(GroupId group, Nudge nudge) {
        var circle = own(group);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, circle.zone());
        var those = missing(circle).stream()
                .filter(one ->
                        one.nudge() == nudge && !today.equals(name(circle, one).reminded()))
                .toList();
        if (those.isEmpty()) {
            return;
        }
        var first = those.getFirst();
        var people = those.stream().map(Nudge.Missing::person).toList();
        store.remind(group, first, people, now);
        notices.remind(circle, first, people, address(circle, first), when(circle, first.startsAt()));
    }

    private Circle own(GroupId group) {
        return circles.withRoom(group)
                .filter(circle -> circle.chaired() && circle.mine())
                .orElseThrow(NotFound::new);
    }
}
