package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.agenda.Agendas;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws the floor of a meeting for whoever acts.
@Component
class LivePages {

    private final MeetingStore meetings;
    private final Agendas agendas;
    private final StagePages stages;
    private final InstantSource clock;

    LivePages(MeetingStore meetings, Agendas agendas, StagePages stages, InstantSource clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.stages = stages;
        this.clock = clock;
    }

    /// The whole page: the floor, and beside it the item that the group is at.
    @Transactional(readOnly = true)
    public LiveView whole(MeetingId id) {
        return view(id, true, null);
    }

    @Transactional(readOnly = true)
    public LiveView floor(MeetingId id) {
        return view(id, false, null);
    }

    /// How it stands after an act, or with the reason why nothing has changed: in one transaction with it.
    @Transactional
    public LiveView after(MeetingId id, boolean whole, Supplier<Outcome> act) {
        return switch (act.get()) {
            case Outcome.Done() -> view(id, whole, null);
            case Outcome.Refused(var why) -> view(id, whole, why);
        };
    }

    private LiveView view(MeetingId id, boolean whole, @Nullable Message refused) {
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        return new LiveView(page(sitting), whole ? stages.current(sitting).orElse(null) : null, refused);
    }

    private LivePage page(ScheduledMeeting sitting) {
        var now = clock.instant();
        return switch (sitting.state()) {
            case LIVE -> live(sitting, meetings.live(sitting), now);
            case PLANNED -> still(sitting, LivePage.Phase.LOBBY, now);
            case CLOSED -> still(sitting, LivePage.Phase.OVER, now);
            case CANCELLED -> still(sitting, LivePage.Phase.CANCELLED, now);
        };
    }

    /// Ends with "not found" where whoever acts may not see this meeting.
    @Transactional(readOnly = true)
    public void see(MeetingId id) {
        if (meetings.find(id).isEmpty()) {
            throw new NotFound();
        }
    }

    private LivePage live(ScheduledMeeting sitting, Live live, Instant now) {
        var me = Acting.me();
        var current = live.current();
        var plan = live.plan(now);
        var following =
                live.items().subList(current.position() + 1, live.items().size());
        var mine = live.attendee(me);
        return new LivePage(
                sitting.id(),
                sitting.groupName(),
                LivePage.Phase.LIVE,
                live.version(),
                sitting.n(),
                sitting.zone(),
                sitting.startsAt(),
                now,
                clockOf(sitting, live, now),
                step(sitting, current, live.items().size()),
                following.isEmpty()
                        ? null
                        : step(sitting, following.getFirst(), live.items().size()),
                rows(sitting, live, plan, now),
                live.plannedEnd(),
                plan.end(),
                plan.over().toMinutes(),
                people(sitting, live.attendees()),
                absent(sitting, live.attendees()),
                live.round().notHeardYet().stream()
                        .map(p -> new LivePage.Person(p, sitting.nameOf(p), false, false))
                        .toList(),
                new LivePage.Me(
                        mine.isPresent(),
                        mine.map(a -> a.assentedAt() != null).orElse(false),
                        live.isReadBack(),
                        mine.map(a -> a.isReadyFor(current.id())).orElse(false),
                        me.equals(live.facilitator()),
                        false,
                        live.mayTakeOver(sitting.by(me), now),
                        mine.isEmpty()),
                sitting.nameOf(live.facilitator()),
                !now.isBefore(live.led().plus(Live.GONE)),
                (int) live.attendees().stream()
                        .filter(a -> a.isReadyFor(current.id()))
                        .count());
    }

    private static LivePage.Clock clockOf(ScheduledMeeting sitting, Live live, Instant now) {
        var turn = live.speaking().orElse(null);
        var time = turn == null ? live.countdown() : turn.countdown();
        var left = time.left(now);
        return new LivePage.Clock(
                turn == null ? "" : sitting.nameOf(turn.person()),
                turn != null && turn.person().equals(Acting.me()),
                now.plus(left),
                left,
                time.spent(now).plus(left),
                time instanceof Countdown.Stopped);
    }

    private static LivePage.Step step(ScheduledMeeting sitting, Item item, int count) {
        return new LivePage.Step(
                item.id(),
                item.position() + 1,
                item.kind(),
                sitting.nameOf(item.presenter()),
                item.position() == 0,
                item.position() == count - 1);
    }

    private static List<LivePage.Row> rows(ScheduledMeeting sitting, Live live, Plan plan, Instant now) {
        var ends =
                plan.suggestions().stream().collect(Collectors.toMap(Plan.Suggestion::item, Plan.Suggestion::endsAt));
        var rows = new ArrayList<LivePage.Row>();
        for (var item : live.items()) {
            var end = item.state() == Item.State.CURRENT
                    ? now.plus(live.countdown().left(now))
                    : ends.get(item.id());
            rows.add(row(sitting, item, end, now));
        }
        return rows;
    }

    /// What is done shows the minutes that it took, everything else those that it is given.
    private static LivePage.Row row(ScheduledMeeting sitting, Item item, @Nullable Instant end, Instant now) {
        return new LivePage.Row(
                item.id(),
                item.position() + 1,
                item.kind(),
                sitting.nameOf(item.presenter()),
                item.state() == Item.State.DONE ? item.minutesSpent(now) : item.minutes(),
                item.state(),
                end);
    }

    /// Before and after: who is here, what is planned, no running clock.
    private LivePage still(ScheduledMeeting sitting, LivePage.Phase phase, Instant now) {
        var me = Acting.me();
        var attendees = meetings.attendees(sitting.id());
        var rows = new ArrayList<LivePage.Row>();
        var end = sitting.startsAt();
        var items = agendas.items(sitting);
        for (var item : items) {
            end = end.plus(Duration.ofMinutes(item.minutes()));
            rows.add(row(sitting, item, end, now));
        }
        var here = attendees.stream().anyMatch(a -> a.person().equals(me));
        var lobby = phase == LivePage.Phase.LOBBY;
        return new LivePage(
                sitting.id(),
                sitting.groupName(),
                phase,
                sitting.version(),
                sitting.n(),
                sitting.zone(),
                sitting.startsAt(),
                now,
                new LivePage.Clock(
                        "", false, sitting.startsAt(), Duration.between(now, sitting.startsAt()), Duration.ZERO, false),
                items.isEmpty() ? null : step(sitting, items.getFirst(), items.size()),
                null,
                rows,
                sitting.startsAt().plus(Duration.ofMinutes(sitting.minutes())),
                end,
                0,
                people(sitting, attendees),
                absent(sitting, attendees),
                List.of(),
                new LivePage.Me(
                        here,
                        false,
                        false,
                        false,
                        false,
                        lobby && sitting.isPreparedBy(me),
                        false,
                        lobby && !here && !now.isBefore(sitting.startsAt().minus(Planned.DOORS))),
                sitting.nameOf(
                        sitting.facilitator() == null ? sitting.circle().chair().orElse(null) : sitting.facilitator()),
                false,
                0);
    }

    private static List<LivePage.Person> people(ScheduledMeeting sitting, List<Attendee> attendees) {
        return attendees.stream()
                .map(a -> new LivePage.Person(a.person(), sitting.nameOf(a.person()), a.late(), a.assentedAt() != null))
                .toList();
    }

    private static List<LivePage.Person> absent(ScheduledMeeting sitting, List<Attendee> attendees) {
        var here = attendees.stream().map(Attendee::person).collect(Collectors.<PersonId>toSet());
        return sitting.members().stream()
                .filter(p -> !here.contains(p))
                .map(p -> new LivePage.Person(p, sitting.nameOf(p), false, false))
                .toList();
    }
}
