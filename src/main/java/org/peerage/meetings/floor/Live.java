package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.StepRound;
import org.peerage.meetings.items.Frame;
import org.peerage.tenancy.PersonId;

/// A meeting that is going on: exactly one item is current, at most one person has the word. Every change is a new
/// value one version on; nothing here knows of pages, rows or the real clock.
///
/// @param led when the facilitator took the lead, or was last seen following, whichever is later
/// @param within the round that is going on inside the current item, if there is one
record Live(
        MeetingId id,
        GroupId group,
        Instant startsAt,
        Duration length,
        long version,
        PersonId facilitator,
        Instant led,
        @Nullable PersonId deputy,
        Instant since,
        List<Item> items,
        List<Turn> turns,
        List<Attendee> attendees,
        @Nullable StepRound within) {

    /// After this long without the facilitator the deputy may take over, so that a closed laptop ends no meeting.
    static final Duration GONE = Duration.ofMinutes(2);

    /// After this long anybody who is present may.
    static final Duration ABANDONED = Duration.ofMinutes(4);

    /// A meeting in which nothing has happened for so long is over, whoever forgot to say so.
    static final Duration IDLE = Duration.ofHours(4);

    private static final Duration MOVED = Duration.ofMinutes(30);
    private static final Duration OPEN_TURN = Duration.ofMinutes(3);

    static boolean isIdle(Instant lastAct, Instant now) {
        return !now.isBefore(lastAct.plus(IDLE));
    }

    Decision decide(Act act, Decision.By by, long expected, Instant now) {
        return switch (act) {
            case Act.Start() -> refused(Refusal.ALREADY_LIVE);
            case Act.Marking marking -> mark(marking, by, now);
            case Act.TakeOver() -> expected == version ? takeOver(by, now) : refused(Refusal.STALE);
            case Act.Leading leading -> {
                if (!by.person().equals(facilitator)) {
                    yield refused(Refusal.NOT_LEADING);
                }
                yield expected == version ? lead(leading, now) : refused(Refusal.STALE);
            }
        };
    }

    private Decision lead(Act.Leading act, Instant now) {
        return switch (act) {
            case Act.Next _ -> move(1, Item.State.DONE, Refusal.LAST_ITEM, now);
            case Act.Skip() -> move(1, Item.State.UNCOVERED, Refusal.LAST_ITEM, now);
            case Act.Previous() -> move(-1, Item.State.PLANNED, Refusal.FIRST_ITEM, now);
            case Act.GiveTurn(var to) -> giveTurn(to, now);
            case Act.NextTurn() ->
                round().flatMap(Round::next)
                        .map(person -> giveTurn(person, now))
                        .orElseGet(() -> refused(Refusal.ALL_HEARD));
            case Act.EndTurn() ->
                speaking().isPresent() ? moved(items, ended(now), facilitator, deputy) : refused(Refusal.NOBODY_SPEAKS);
            case Act.Extend(var minutes) -> extend(Duration.ofMinutes(minutes));
            case Act.Pause() -> isPaused() ? refused(Refusal.ALREADY_PAUSED) : retime(now, Live::stop);
            case Act.Resume() -> isPaused() ? retime(now, Countdown::running) : refused(Refusal.NOT_PAUSED);
            case Act.HandOver(var to) -> handOver(to);
            case Act.Close() -> new Decision.Ended(close(Item.State.DONE, now));
        };
    }

    /// Leaves the current item, ends the turn in it, and opens a neighbour with what the plan has left for it.
    private Decision move(int step, Item.State left, Refusal atEdge, Instant now) {
        var here = currentIndex();
        var there = here + step;
        if (there < 0 || there >= items.size()) {
            return refused(atEdge);
        }
        var next = items.get(there);
        var minutes = plan(now).suggestions().stream()
                .filter(s -> s.item().equals(next.id()))
                .mapToInt(Plan.Suggestion::minutes)
                .findFirst()
                .orElse(next.minutes());
        var after = new ArrayList<>(items);
        after.set(here, current().leave(left, now));
        after.set(there, next.open(now, minutes));
        return moved(after, ended(now), facilitator, deputy);
    }

    private Decision giveTurn(PersonId to, Instant now) {
        if (!isPresent(to)) {
            return refused(Refusal.NOT_PRESENT);
        }
        var item = current();
        var time = countdown().running(now);
        var allotted = round().map(going -> going.share(left(time, now))).orElse(OPEN_TURN);
        var after = new ArrayList<>(ended(now));
        after.add(new Turn.Speaking(item.id(), to, turns.size() + 1, roundNumber(), Countdown.start(now, allotted)));
        return moved(replacing(item.with(Item.State.CURRENT, time)), after, facilitator, deputy);
    }

    /// What those who are still to be heard share: the time of their round, or of the item that is all one round.
    private Duration left(Countdown time, Instant now) {
        return within == null ? time.left(now) : Duration.between(now, within.endsAt());
    }

    /// Gives more time to what the big clock shows: the turn if somebody has the word, else the item.
    private Decision extend(Duration more) {
        var speaking = speaking();
        if (speaking.isPresent()) {
            var turn = speaking.get();
            return moved(items, replacing(turn.with(turn.countdown().extend(more))), facilitator, deputy);
        }
        return moved(
                replacing(current().with(Item.State.CURRENT, countdown().extend(more))), turns, facilitator, deputy);
    }

    private interface Retiming {
        Countdown at(Countdown time, Instant now);
    }

    private static Countdown stop(Countdown time, Instant now) {
        return time instanceof Countdown.Running running ? running.stop(now) : time;
    }

    private Decision retime(Instant now, Retiming retiming) {
        var item = current().with(Item.State.CURRENT, retiming.at(countdown(), now));
        var after = speaking()
                .map(turn -> replacing(turn.with(retiming.at(turn.countdown(), now))))
                .orElse(turns);
        return moved(replacing(item), after, facilitator, deputy);
    }

    /// Whoever led before may take it back once the other is gone. Handing over to oneself would take the deputy away.
    private Decision handOver(PersonId to) {
        if (to.equals(facilitator)) {
            return refused(Refusal.ALREADY_DONE);
        }
        return isPresent(to) ? moved(items, turns, to, facilitator) : refused(Refusal.NOT_PRESENT);
    }

    private Decision takeOver(Decision.By by, Instant now) {
        var me = by.person();
        if (me.equals(facilitator)) {
            return refused(Refusal.ALREADY_DONE);
        }
        if (!mayTakeOver(by, now)) {
            return refused(Refusal.LEADER_IS_HERE);
        }
        return moved(items, turns, me, me.equals(deputy) ? facilitator : deputy);
    }

    /// The chair always; the deputy once the facilitator is gone; anybody present once the meeting is abandoned.
    boolean mayTakeOver(Decision.By by, Instant now) {
        var me = by.person();
        if (me.equals(facilitator)) {
            return false;
        }
        return by.chair()
                || (me.equals(deputy) && !now.isBefore(led.plus(GONE)))
                || (isPresent(me) && !now.isBefore(led.plus(ABANDONED)));
    }

    private Decision mark(Act.Marking act, Decision.By by, Instant now) {
        return switch (act) {
            case Act.Arrive(var who) -> {
                if (!who.equals(by.person()) && !by.person().equals(facilitator)) {
                    yield refused(Refusal.NOT_LEADING);
                }
                yield isPresent(who)
                        ? refused(Refusal.ALREADY_DONE)
                        : new Decision.Marked(
                                Attendee.arrived(who, attendees.size() + 1, now, isLate(now, by.grace())));
            }
            case Act.Pass(var who) -> {
                if (!who.equals(by.person()) && !by.person().equals(facilitator)) {
                    yield refused(Refusal.NOT_LEADING);
                }
                yield pass(who, now);
            }
            case Act.Hand() ->
                attendee(by.person())
                        .<Decision>map(me -> new Decision.Marked(me.raising(
                                me.hasHandUp(current().id(), turns)
                                        ? null
                                        : new Attendee.Hand(current().id(), now, turns.size()))))
                        .orElseGet(() -> refused(Refusal.NOT_PRESENT));
            case Act.Assent() ->
                attendee(by.person()).map(me -> assent(me, now)).orElseGet(() -> refused(Refusal.NOT_PRESENT));
            case Act.Ready() ->
                attendee(by.person())
                        .<Decision>map(me -> new Decision.Marked(me.ready(
                                me.isReadyFor(current().id()) ? null : current().id())))
                        .orElseGet(() -> refused(Refusal.NOT_PRESENT));
        };
    }

    /// Ends one's own turn, or says before it that one does not want it. Nobody has to say why.
    private Decision pass(PersonId who, Instant now) {
        var speaking = speaking().filter(turn -> turn.person().equals(who));
        if (speaking.isPresent()) {
            return new Decision.Passed(speaking.get().end(now));
        }
        return round().filter(going -> going.notHeardYet().contains(who))
                .<Decision>map(_ -> new Decision.Passed(
                        new Turn.Spoken(current().id(), who, turns.size() + 1, roundNumber(), Duration.ZERO)))
                .orElseGet(() -> refused(Refusal.NOTHING_TO_PASS));
    }

    /// Nobody agrees to a reminder that has not been read; who comes later agrees later.
    private Decision assent(Attendee me, Instant now) {
        if (me.assentedAt() != null) {
            return refused(Refusal.ALREADY_DONE);
        }
        return isReadBack() ? new Decision.Marked(me.assented(now)) : refused(Refusal.NOT_READ_YET);
    }

    boolean isReadBack() {
        return items.stream()
                .anyMatch(i -> i.kind().equals(Frame.CONFIDENTIALITY)
                        && (i.state() == Item.State.CURRENT || i.state() == Item.State.DONE));
    }

    /// Counted from the set time, or from a start that was later.
    boolean isLate(Instant now, Duration grace) {
        var begin = since.isAfter(startsAt) ? since : startsAt;
        return now.isAfter(begin.plus(grace));
    }

    /// When everybody has left without a word: what a member brought and nobody closed counts as not covered, so that
    /// it comes back.
    Live abandoned(Instant now) {
        return close(current().subject() == null ? Item.State.DONE : Item.State.UNCOVERED, now);
    }

    /// What was never reached stays visible as uncovered.
    Live close(Item.State ofCurrent, Instant now) {
        var after = items.stream()
                .map(i -> switch (i.state()) {
                    case CURRENT -> i.leave(ofCurrent, now);
                    case PLANNED -> i.leave(Item.State.UNCOVERED, now);
                    case DONE, UNCOVERED -> i;
                })
                .toList();
        return new Live(
                id,
                group,
                startsAt,
                length,
                version + 1,
                facilitator,
                led,
                deputy,
                since,
                after,
                ended(now),
                attendees,
                within);
    }

    Item current() {
        return items.get(currentIndex());
    }

    private int currentIndex() {
        for (var i = 0; i < items.size(); i++) {
            if (items.get(i).state() == Item.State.CURRENT) {
                return i;
            }
        }
        throw new IllegalStateException("no item of meeting " + id + " is current");
    }

    /// What the current item's clock shows.
    Countdown countdown() {
        var time = current().countdown();
        if (time == null) {
            throw new IllegalStateException("item " + current().id() + " is current without a clock");
        }
        return time;
    }

    boolean isPaused() {
        return current().isPaused();
    }

    Optional<Turn.Speaking> speaking() {
        return turns.stream()
                .filter(Turn.Speaking.class::isInstance)
                .map(Turn.Speaking.class::cast)
                .findFirst();
    }

    /// The round in which everybody is heard now, if there is one.
    Optional<Round> round() {
        return within == null && !current().kind().round()
                ? Optional.empty()
                : Optional.of(Round.of(current(), roundNumber(), attendees, turns));
    }

    private int roundNumber() {
        return within == null ? 0 : within.number();
    }

    /// Raised hands, the first one first.
    List<PersonId> hands() {
        return attendees.stream()
                .filter(a -> a.hasHandUp(current().id(), turns))
                .sorted(Comparator.comparing(
                        a -> Objects.requireNonNull(a.hand()).at()))
                .map(Attendee::person)
                .toList();
    }

    Plan plan(Instant now) {
        var here = currentIndex();
        var left = countdown().left(now);
        var free = left.isNegative() ? now : now.plus(left);
        var rest = items.subList(here + 1, items.size());
        return Plan.of(rest, free, plannedEnd());
    }

    /// The set end, because people have made plans with it; a meeting moved by more than half an hour keeps its length
    /// instead.
    Instant plannedEnd() {
        var shift = Duration.between(startsAt, since).abs();
        return (shift.compareTo(MOVED) > 0 ? since : startsAt).plus(length);
    }

    Optional<Attendee> attendee(PersonId person) {
        return attendees.stream().filter(a -> a.person().equals(person)).findFirst();
    }

    boolean isPresent(PersonId person) {
        return attendee(person).isPresent();
    }

    private List<Turn> ended(Instant now) {
        return turns.stream()
                .map(t -> t instanceof Turn.Speaking speaking ? speaking.end(now) : t)
                .toList();
    }

    private List<Item> replacing(Item item) {
        return items.stream().map(i -> i.id().equals(item.id()) ? item : i).toList();
    }

    private List<Turn> replacing(Turn turn) {
        return turns.stream().map(t -> t.number() == turn.number() ? turn : t).toList();
    }

    private Decision moved(List<Item> newItems, List<Turn> newTurns, PersonId leader, @Nullable PersonId newDeputy) {
        return new Decision.Moved(new Live(
                id,
                group,
                startsAt,
                length,
                version + 1,
                leader,
                led,
                newDeputy,
                since,
                List.copyOf(newItems),
                List.copyOf(newTurns),
                attendees,
                within));
    }

    private static Decision refused(Refusal why) {
        return new Decision.Refused(why);
    }
}
