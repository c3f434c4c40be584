package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.MeetingClosed;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.agenda.Agendas;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Enters a meeting that was held on paper, so that from then on it is one like any other that was held (ADR-0042).
@Component
public class Entering {

    private final MeetingStore store;
    private final ActStore acts;
    private final LiveTopics topics;
    private final Agendas agendas;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Entering(
            MeetingStore store,
            ActStore acts,
            LiveTopics topics,
            Agendas agendas,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.acts = acts;
        this.topics = topics;
        this.agendas = agendas;
        this.events = events;
        this.clock = clock;
    }

    /// The topic is taken before anything is read, so that of two who enter it one is told.
    ///
    /// @param seen the fingerprint of the agenda on which it was said what was reached
    @Transactional
    public Outcome enter(MeetingId id, long version, UUID request, String seen, HeldOnPaper held) {
        topics.take(id.topic());
        if (topics.has(id.topic(), request)) {
            return Outcome.done();
        }
        var scheduled = store.find(id).orElseThrow(NotFound::new);
        return switch (scheduled.state()) {
            case PLANNED -> enter(scheduled, version, request, seen, held);
            case LIVE -> refused(Refusal.ALREADY_LIVE);
            case CLOSED -> refused(Refusal.ALREADY_HELD);
            case CANCELLED -> refused(Refusal.CALLED_OFF);
        };
    }

    private Outcome enter(ScheduledMeeting scheduled, long version, UUID request, String seen, HeldOnPaper held) {
        var id = scheduled.id();
        var me = Acting.me();
        var now = clock.instant();
        if (!new HashSet<>(scheduled.members()).containsAll(held.there())) {
            return refused(Refusal.NOT_PRESENT);
        }
        var agenda = agendas.items(scheduled);
        var planned = store.planned(scheduled).with(agenda);
        var refusal = planned.refuses(held, scheduled.by(me, Duration.ZERO), version, now);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (!agendas.fingerprint(scheduled).equals(seen)) {
            return refused(Refusal.STALE);
        }
        agendas.keep(id, agenda);
        acts.saveItems(agenda, planned.afterwards(held), held.to());
        planned.joined(held).forEach(attendee -> acts.save(id, attendee));
        acts.enter(planned, held, Objects.requireNonNullElse(planned.deputy(), me), me, now);
        topics.changed(id.topic(), "entered", null, request);
        events.publishEvent(new MeetingClosed(id, scheduled.group(), held.to()));
        return Outcome.done();
    }

    /// Who had marked themselves as here, before anybody entered it.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<PersonId> here(MeetingId id) {
        return store.attendees(id).stream().map(Attendee::person).toList();
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why.message());
    }
}
