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
import org.peerage.web.NotFound;
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

    /// How it stands after an act, with the answer to it: in one transaction with it.
    @Transactional
    public LiveView after(MeetingId id, boolean whole, Supplier<Answer> act) {
        return view(id, whole, act.get());
    }

    private LiveView view(MeetingId id, boolean whole, @Nullable Answer answer) {
        var meeting = meetings.find(id).orElseThrow(NotFound::new);
        return new LiveView(page(meeting), whole ? stages.current(meeting).orElse(null) : null, answer);
    }

    private LivePage page(ScheduledMeeting meeting) {
        var now = clock.instant();
        return switch (meeting.state()) {
            case LIVE -> live(meeting, meetings.live(meeting), now);
            case PLANNED -> still(meeting, LivePage.Phase.LOBBY, now);
            case CLOSED -> still(meeting, LivePage.Phase.OVER, now);
            case CANCELLED -> still(meeting, LivePage.Phase.CANCELLED, now);
        };
    }

    /// Ends with "not found" where whoever acts may not see this meeting.
    @Transactional(readOnly = true)
    public void see(MeetingId id) {
        if (meetings.find(id).isEmpty()) {
            throw new NotFound();
        }
    }

    private LivePage live(ScheduledMeeting meeting, Live live, Instant now) {
        var me = Acting.me();
        var current = live.current();
        var plan = live.plan(now);
        var following =
                live.items().subList(current.position() + 1, live.items().size());
        var mine = live.attendee(me);
        var round = live.round();
        return new LivePage(
                meeting.id(),
                meeting.groupName(),
                LivePage.Phase.LIVE,
                live.version(),
                meeting.n(),
                meeting.zone(),
                meeting.startsAt(),
                now,
                clockOf(meeting, live, now),
                step(meeting, current, live.items().size()),
                following.isEmpty()
                        ? null
                        : step(meeting, following.getFirst(), live.items().size()),
                rows(meeting, live, plan, now),
                live.plannedEnd(),
                plan.end(),
                plan.over().toMinutes(),
                people(meeting, live.attendees()),
                absent(meeting, live.attendees()),
                round.isPresent(),
                named(meeting, round.map(Round::notHeardYet).orElse(List.of())),
                named(meeting, live.hands()),
                new LivePage.Me(
                        mine.isPresent(),
                        mine.map(a -> a.assentedAt() != null).orElse(false),
                        live.isReadBack(),
                        mine.map(a -> a.isReadyFor(current.id())).orElse(false),
                        me.equals(live.facilitator()),
                        false,
                        live.mayTakeOver(meeting.by(me, Duration.ZERO), now),
                        mine.isEmpty(),
                        live.hands().contains(me),
                        round.filter(going -> going.notHeardYet().contains(me)).isPresent()),
                meeting.nameOf(live.facilitator()),
                !now.isBefore(live.led().plus(Live.GONE)),
                (int) live.attendees().stream()
                        .filter(a -> a.isReadyFor(current.id()))
                        .count());
    }

    private static LivePage.Clock clockOf(ScheduledMeeting meeting, Live live, Instant now) {
        var turn = live.speaking().orElse(null);
        var time = turn == null ? live.countdown() : turn.countdown();
        var left = time.left(now);
        return new LivePage.Clock(
                turn == null ? "" : meeting.nameOf(turn.person()),
                turn != null && turn.person().equals(Acting.me()),
                now.plus(left),
                left,
                time.spent(now).plus(left),
                time instanceof Countdown.Stopped);
    }

    private static LivePage.Step step(ScheduledMeeting meeting, Item item, int count) {
        return new LivePage.Step(
                item.id(),
                item.position() + 1,
                item.kind(),
                meeting.presenter(item.presenter()),
                item.position() == 0,
                item.position() == count - 1);
    }

    private static List<LivePage.Row> rows(ScheduledMeeting meeting, Live live, Plan plan, Instant now) {
        var ends =
                plan.suggestions().stream().collect(Collectors.toMap(Plan.Suggestion::item, Plan.Suggestion::endsAt));
        var rows = new ArrayList<LivePage.Row>();
        for (var item : live.items()) {
            var end = item.state() == Item.State.CURRENT
                    ? now.plus(live.countdown().left(now))
                    : ends.get(item.id());
            rows.add(row(meeting, item, end, now));
        }
        return rows;
    }

    /// What is done shows the minutes that it took, everything else those that it is given.
    private static LivePage.Row row(ScheduledMeeting meeting, Item item, @Nullable Instant end, Instant now) {
        return new LivePage.Row(
                item.id(),
                item.position() + 1,
                item.kind(),
                meeting.presenter(item.presenter()),
                item.state() == Item.State.DONE ? item.minutesSpent(now) : item.minutes(),
                item.state(),
                end);
    }

    /// Before and after: who is here, what is planned, no running clock.
    private LivePage still(ScheduledMeeting meeting, LivePage.Phase phase, Instant now) {
        var me = Acting.me();
        var attendees = meetings.attendees(meeting.id());
        var rows = new ArrayList<LivePage.Row>();
        var end = meeting.startsAt();
        var items = agendas.items(meeting);
        for (var item : items) {
            end = end.plus(Duration.ofMinutes(item.minutes()));
            rows.add(row(meeting, item, end, now));
        }
        var here = attendees.stream().anyMatch(a -> a.person().equals(me));
        var lobby = phase == LivePage.Phase.LOBBY;
        return new LivePage(
                meeting.id(),
                meeting.groupName(),
                phase,
                meeting.version(),
                meeting.n(),
                meeting.zone(),
                meeting.startsAt(),
                now,
                new LivePage.Clock(
                        "", false, meeting.startsAt(), Duration.between(now, meeting.startsAt()), Duration.ZERO, false),
                items.isEmpty() ? null : step(meeting, items.getFirst(), items.size()),
                null,
                rows,
                meeting.startsAt().plus(Duration.ofMinutes(meeting.minutes())),
                end,
                0,
                people(meeting, attendees),
                absent(meeting, attendees),
                false,
                List.of(),
                List.of(),
                new LivePage.Me(
                        here,
                        false,
                        false,
                        false,
                        false,
                        lobby
                                && meeting.isPreparedBy(me)
                                && !now.isBefore(meeting.startsAt().minus(Planned.EARLIEST)),
                        false,
                        lobby && !here && !now.isBefore(meeting.startsAt().minus(Planned.DOORS)),
                        false,
                        false),
                meeting.nameOf(
                        meeting.facilitator() == null ? meeting.circle().chair().orElse(null) : meeting.facilitator()),
                false,
                0);
    }

    private static List<LivePage.Person> people(ScheduledMeeting meeting, List<Attendee> attendees) {
        return attendees.stream()
                .map(a -> new LivePage.Person(
                        a.person(),
                        meeting.nameOf(a.person()),
                        meeting.group().member(a.person()),
                        a.person().equals(meeting.facilitator()),
                        a.late(),
                        a.assentedAt() != null))
                .toList();
    }

    private static List<LivePage.Person> named(ScheduledMeeting meeting, List<PersonId> people) {
        return people.stream()
                .map(p -> new LivePage.Person(
                        p, meeting.nameOf(p), meeting.group().member(p), false, false, false))
                .toList();
    }

    private static List<LivePage.Person> absent(ScheduledMeeting meeting, List<Attendee> attendees) {
        var here = attendees.stream().map(Attendee::person).collect(Collectors.<PersonId>toSet());
        return named(
                meeting,
                meeting.members().stream().filter(p -> !here.contains(p)).toList());
    }
}
