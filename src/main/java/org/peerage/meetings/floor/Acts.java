package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Groups;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.MeetingClosed;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.MeetingStarted;
import org.peerage.meetings.agenda.Agendas;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Runs meetings: each act is decided by the rules and written, with its event, in one transaction.
@Component
public class Acts {

    private final MeetingStore store;
    private final ActStore acts;
    private final LiveTopics topics;
    private final Agendas agendas;
    private final ItemTypes types;
    private final ApplicationEventPublisher events;
    private final Groups groups;
    private final InstantSource clock;

    Acts(
            MeetingStore store,
            ActStore acts,
            LiveTopics topics,
            Agendas agendas,
            ItemTypes types,
            ApplicationEventPublisher events,
            Groups groups,
            InstantSource clock) {
        this.store = store;
        this.acts = acts;
        this.topics = topics;
        this.agendas = agendas;
        this.types = types;
        this.events = events;
        this.groups = groups;
        this.clock = clock;
    }

    /// Runs an act by its name, at the present version. False when the rules refused it.
    @Transactional
    public boolean act(MeetingId id, String name, @Nullable PersonId whom) {
        var meeting = store.find(id).orElseThrow(NotFound::new);
        var parsed = Act.parse(name, Acting.me(), whom == null ? null : whom.value(), null)
                .orElseThrow(() -> new IllegalArgumentException(name));
        return act(id, name, parsed, meeting.version(), Ids.next()) instanceof Answer.Done;
    }

    /// The charter is asked only where somebody may be late.
    private Duration grace(ScheduledMeeting meeting, Act act) {
        return act instanceof Act.Arrive
                ? Duration.ofMinutes(groups.terms(meeting.group())
                        .map(CharterTerms::graceMinutes)
                        .orElse(0))
                : Duration.ZERO;
    }

    @Transactional
    Answer act(MeetingId id, String name, Act act, long version, UUID request) {
        topics.take(id.topic());
        if (topics.has(id.topic(), request)) {
            return new Answer.Done();
        }
        var scheduled = store.find(id).orElseThrow(NotFound::new);
        var me = Acting.me();
        var now = clock.instant();
        var by = scheduled.by(me, grace(scheduled, act));
        if (act instanceof Act.Arrive(var who) && !scheduled.members().contains(who)) {
            return new Answer.Refused(Refusal.NOT_PRESENT.message());
        }
        return switch (scheduled.state()) {
            case PLANNED -> {
                var items = act instanceof Act.Start ? agendas.items(scheduled) : List.<Item>of();
                var planned = store.planned(scheduled).with(items);
                yield write(
                        scheduled,
                        name,
                        planned.items(),
                        List.of(),
                        planned.decide(act, by, version, now),
                        act,
                        request,
                        now);
            }
            case LIVE -> {
                var live = store.live(scheduled);
                yield write(
                        scheduled,
                        name,
                        live.items(),
                        live.turns(),
                        decide(live, act, by, version, now),
                        act,
                        request,
                        now);
            }
            case CLOSED, CANCELLED -> new Answer.Refused(Refusal.NOT_LIVE.message());
        };
    }

    /// The item's own module is asked last, and only when the act would leave the current item for good.
    private Decision decide(Live live, Act act, Decision.By by, long version, Instant now) {
        var decision = live.decide(act, by, version, now);
        if (decision instanceof Decision.Refused || !(act instanceof Act.Next || act instanceof Act.Close)) {
            return decision;
        }
        var type = types.of(live.current().kind());
        var item = live.current().id();
        var held = type.flatMap(guest -> guest.holds(item));
        if (held.isPresent()) {
            return new Decision.Held(held.get());
        }
        if (!(act instanceof Act.Next(var sure))) {
            return decision;
        }
        return type.flatMap(guest -> guest.doubts(item))
                .map(doubt -> !sure
                        ? new Decision.Asked(doubt.question())
                        : doubt.comesBack() ? live.decide(new Act.Skip(), by, version, now) : decision)
                .orElse(decision);
    }

    private Answer write(
            ScheduledMeeting scheduled,
            String name,
            List<Item> items,
            List<Turn> turns,
            Decision decision,
            Act act,
            UUID request,
            Instant now) {
        var id = scheduled.id();
        var me = Acting.me();
        switch (decision) {
            case Decision.Refused(var why) -> {
                return new Answer.Refused(why.message());
            }
            case Decision.Held(var why) -> {
                return new Answer.Refused(why);
            }
            case Decision.Asked(var question) -> {
                return new Answer.Asked(question);
            }
            case Decision.Marked(var attendee) -> {
                acts.save(id, attendee);
                topics.changed(id.topic(), name, attendee.person().value(), request);
            }
            case Decision.Passed(var turn) -> {
                acts.save(id, turn);
                topics.changed(id.topic(), name, turn.person().value(), request);
            }
            case Decision.Moved(var after) -> {
                if (act instanceof Act.Start) {
                    agendas.keep(id, items);
                }
                var lead = !after.facilitator().equals(scheduled.facilitator());
                acts.save(after, lead ? now : null);
                acts.saveItems(items, after.items(), now);
                acts.saveTurns(id, turns, after.turns());
                if (act instanceof Act.Start && isAway(scheduled, me)) {
                    after.attendee(me).ifPresent(a -> acts.save(id, a));
                }
                topics.changed(id.topic(), name, subject(act, after), request);
                if (act instanceof Act.Start) {
                    events.publishEvent(new MeetingStarted(id, scheduled.group(), now));
                }
            }
            case Decision.Ended(var last) -> {
                acts.saveItems(items, last.items(), now);
                acts.saveTurns(id, turns, last.turns());
                acts.close(last, now, "led");
                topics.changed(id.topic(), name, null, request);
                events.publishEvent(new MeetingClosed(id, scheduled.group(), now));
            }
        }
        return new Answer.Done();
    }

    private boolean isAway(ScheduledMeeting scheduled, PersonId person) {
        return store.attendees(scheduled.id()).stream()
                .noneMatch(a -> a.person().equals(person));
    }

    private static @Nullable UUID subject(Act act, Live after) {
        return switch (act) {
            case Act.Start _, Act.Next _, Act.Previous _ -> after.current().id().value();
            case Act.GiveTurn _, Act.NextTurn _ ->
                after.speaking().map(t -> t.person().value()).orElse(null);
            case Act.HandOver _, Act.TakeOver _ -> after.facilitator().value();
            default -> null;
        };
    }

    /// Ends a meeting in which nothing has happened for four hours, with its summary all the same. Runs as
    /// `meetings.idle`.
    @Transactional
    void closeIdle(MeetingId id) {
        var now = clock.instant();
        topics.take(id.topic());
        if (!store.idle(now.minus(Live.IDLE)).contains(id)) {
            return;
        }
        var live = store.idleMeeting(id);
        var last = live.abandoned(now);
        acts.saveItems(live.items(), last.items(), now);
        acts.saveTurns(id, live.turns(), last.turns());
        acts.close(last, now, "idle");
        topics.changed(id.topic(), "idle", null);
        events.publishEvent(new MeetingClosed(id, live.group(), now));
    }

    /// Meetings that nobody has acted in for four hours. Runs as `meetings.idle`.
    @Transactional(readOnly = true)
    List<MeetingId> idle() {
        return store.idle(clock.instant().minus(Live.IDLE));
    }
}
