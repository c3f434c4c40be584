package org.peerage.meetings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Agendas: generated afresh at every look until a chair has approved or changed one, kept from then on (C8, S1.23).
@Component
class Agendas {

    private final MeetingStore meetings;
    private final ActStore acts;
    private final AgendaStore store;
    private final Formats formats;
    private final ObjectProvider<AgendaSource> sources;
    private final InstantSource clock;

    Agendas(
            MeetingStore meetings,
            ActStore acts,
            AgendaStore store,
            Formats formats,
            ObjectProvider<AgendaSource> sources,
            InstantSource clock) {
        this.meetings = meetings;
        this.acts = acts;
        this.store = store;
        this.formats = formats;
        this.sources = sources;
        this.clock = clock;
    }

    /// A change of an agenda, or why there was none.
    sealed interface Changed {

        record Done() implements Changed {}

        record Refused(Refusal why) implements Changed {}
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Agenda of(Sitting sitting) {
        var kept = meetings.items(sitting.id());
        if (sitting.state() != Sitting.State.PLANNED) {
            return new Agenda(sitting.minutes(), kept, 0);
        }
        List<AgendaProposal> proposals = new ArrayList<>();
        sources.orderedStream()
                .forEach(s -> proposals.addAll(s.proposals(sitting.group(), sitting.id(), sitting.startsAt())));
        var format = formats.meeting(sitting.format()).orElseGet(() -> formats.fitting(sitting.minutes()));
        var carried = store.carried(sitting.group());
        var lastPresented = store.lastPresented(sitting.group());
        return kept.isEmpty()
                ? Agenda.generate(format, sitting.minutes(), proposals, carried, lastPresented, sitting.startsAt())
                : new Agenda(sitting.minutes(), kept, 0).filled(proposals, carried, lastPresented, sitting.startsAt());
    }

    /// Keeps what the rules have started with.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(MeetingId id, List<Item> items) {
        store.replace(id, items);
    }

    @Transactional
    public Changed approve(MeetingId id, long version, UUID request, String seen) {
        return planning(id, version, request, "approve", sitting -> {
            var agenda = of(sitting);
            if (!agenda.fingerprint().equals(seen)) {
                return Optional.of(Refusal.STALE);
            }
            store.replace(id, agenda.items());
            store.approve(id, Acting.me(), clock.instant());
            return Optional.empty();
        });
    }

    @Transactional
    public Changed use(MeetingId id, long version, UUID request, String format) {
        return planning(id, version, request, "format", sitting -> {
            if (formats.meeting(format).isEmpty()) {
                return Optional.of(Refusal.ALREADY_DONE);
            }
            store.use(id, format);
            return Optional.empty();
        });
    }

    @Transactional
    public Changed change(MeetingId id, long version, UUID request, String seen, int position, AgendaChange form) {
        return planning(id, version, request, form.name(), sitting -> {
            // A generated agenda gets new ids at each look, so the page names positions and what it saw.
            var agenda = of(sitting);
            if (!agenda.fingerprint().equals(seen)) {
                return Optional.of(Refusal.STALE);
            }
            var changed = form.on(agenda, position).flatMap(agenda::change);
            if (changed.isEmpty()) {
                return Optional.of(Refusal.FIXED);
            }
            store.replace(id, changed.get().items());
            store.touch(id);
            return Optional.empty();
        });
    }

    @Transactional
    public Changed nameDeputy(MeetingId id, long version, UUID request, Optional<PersonId> deputy) {
        return planning(id, version, request, "deputy", sitting -> {
            if (deputy.isPresent() && !sitting.members().contains(deputy.get())) {
                return Optional.of(Refusal.NOT_PRESENT);
            }
            store.nameDeputy(id, deputy.orElse(null));
            return Optional.empty();
        });
    }

    private interface Step {
        Optional<Refusal> on(Sitting sitting);
    }

    private Changed planning(MeetingId id, long version, UUID request, String act, Step step) {
        if (!acts.lock(id)) {
            throw new NotFound();
        }
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        if (acts.hasRequest(id, request)) {
            return new Changed.Done();
        }
        if (sitting.state() != Sitting.State.PLANNED) {
            return new Changed.Refused(Refusal.ALREADY_LIVE);
        }
        if (!sitting.isChair(Acting.me()) && !Acting.me().equals(sitting.deputy())) {
            return new Changed.Refused(Refusal.NOT_CHAIR);
        }
        if (sitting.version() != version) {
            return new Changed.Refused(Refusal.STALE);
        }
        return step.on(sitting).<Changed>map(Changed.Refused::new).orElseGet(() -> {
            acts.append(id, act, Acting.me(), null, request, clock.instant());
            return new Changed.Done();
        });
    }
}
