package org.peerage.meetings.agenda;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.floor.Item;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.Refusal;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Agendas: generated afresh at every look until a chair has approved or changed one, kept from then on (C8, S1.23).
@Component
public class Agendas {

    private final MeetingStore meetings;
    private final LiveTopics topics;
    private final AgendaStore store;
    private final Formats formats;
    private final ItemTypes types;
    private final InstantSource clock;

    Agendas(
            MeetingStore meetings,
            LiveTopics topics,
            AgendaStore store,
            Formats formats,
            ItemTypes types,
            InstantSource clock) {
        this.meetings = meetings;
        this.topics = topics;
        this.store = store;
        this.formats = formats;
        this.types = types;
        this.clock = clock;
    }

    /// The items of a meeting: those that are kept, or what they would be now.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Item> items(ScheduledMeeting meeting) {
        return of(meeting).items();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Agenda of(ScheduledMeeting scheduled) {
        var kept = meetings.items(scheduled.id());
        if (scheduled.state() != ScheduledMeeting.State.PLANNED) {
            return new Agenda(scheduled.minutes(), kept, 0);
        }
        var at = new Occasion(scheduled.id(), scheduled.group(), scheduled.startsAt());
        var offers = types.all().stream()
                .map(t -> new Agenda.Offer(t.kind(), t.vacant().orElse(null), t.proposals(at)))
                .toList();
        var format = formats.meeting(scheduled.format()).orElseGet(() -> formats.fitting(scheduled.minutes()));
        var past = new Agenda.Past(store.carried(scheduled.group()), store.presented(scheduled.group()));
        return kept.isEmpty()
                ? Agenda.generate(format, scheduled.minutes(), at, offers, past)
                : new Agenda(scheduled.minutes(), kept, 0).filled(at, offers, past);
    }

    /// Keeps what the rules have started with.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(MeetingId id, List<Item> items) {
        store.replace(id, items);
    }

    @Transactional
    Outcome approve(MeetingId id, long version, UUID request, String seen) {
        return planning(id, version, request, "approve", scheduled -> {
            var agenda = of(scheduled);
            if (!agenda.fingerprint().equals(seen)) {
                return Optional.of(Refusal.STALE);
            }
            store.replace(id, agenda.items());
            store.approve(id, Acting.me(), clock.instant());
            return Optional.empty();
        });
    }

    @Transactional
    Outcome use(MeetingId id, long version, UUID request, String format) {
        return planning(id, version, request, "format", scheduled -> {
            if (formats.meeting(format).isEmpty()) {
                return Optional.of(Refusal.ALREADY_DONE);
            }
            store.use(id, format);
            return Optional.empty();
        });
    }

    @Transactional
    Outcome change(MeetingId id, long version, UUID request, String seen, int position, AgendaChange form) {
        return planning(id, version, request, form.name(), scheduled -> {
            var agenda = of(scheduled);
            if (!agenda.fingerprint().equals(seen)) {
                return Optional.of(Refusal.STALE);
            }
            var changed =
                    form.on(agenda, position, new ItemId(Ids.next()), types).flatMap(agenda::change);
            if (changed.isEmpty()) {
                return Optional.of(Refusal.FIXED);
            }
            store.replace(id, changed.get().items());
            store.touch(id);
            return Optional.empty();
        });
    }

    @Transactional
    Outcome nameDeputy(MeetingId id, long version, UUID request, Optional<PersonId> deputy) {
        return planning(id, version, request, "deputy", scheduled -> {
            if (deputy.isPresent() && !scheduled.members().contains(deputy.get())) {
                return Optional.of(Refusal.NOT_PRESENT);
            }
            store.nameDeputy(id, deputy.orElse(null));
            return Optional.empty();
        });
    }

    private interface Step {
        Optional<Refusal> on(ScheduledMeeting scheduled);
    }

    private Outcome planning(MeetingId id, long version, UUID request, String act, Step step) {
        topics.take(id.topic());
        var scheduled = meetings.find(id).orElseThrow(NotFound::new);
        if (topics.has(id.topic(), request)) {
            return new Outcome.Done();
        }
        if (scheduled.state() != ScheduledMeeting.State.PLANNED) {
            return new Outcome.Refused(Refusal.ALREADY_LIVE.message());
        }
        if (!scheduled.isPreparedBy(Acting.me())) {
            return new Outcome.Refused(Refusal.NOT_CHAIR.message());
        }
        if (scheduled.version() != version) {
            return new Outcome.Refused(Refusal.STALE.message());
        }
        return step.on(scheduled)
                .<Outcome>map(why -> new Outcome.Refused(why.message()))
                .orElseGet(() -> {
                    topics.changed(id.topic(), act, null, request);
                    return new Outcome.Done();
                });
    }
}
