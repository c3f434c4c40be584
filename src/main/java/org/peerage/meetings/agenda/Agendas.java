package org.peerage.meetings.agenda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
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
    private final PresenterStore presenters;
    private final SwapStore swaps;
    private final Formats formats;
    private final ItemTypes types;
    private final AgendaNotices notices;
    private final Groups groups;
    private final InstantSource clock;

    Agendas(
            MeetingStore meetings,
            LiveTopics topics,
            AgendaStore store,
            PresenterStore presenters,
            SwapStore swaps,
            Formats formats,
            ItemTypes types,
            AgendaNotices notices,
            Groups groups,
            InstantSource clock) {
        this.meetings = meetings;
        this.topics = topics;
        this.store = store;
        this.presenters = presenters;
        this.swaps = swaps;
        this.formats = formats;
        this.types = types;
        this.notices = notices;
        this.groups = groups;
        this.clock = clock;
    }

    /// The items of a meeting: those that are kept, or what they would be now.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Item> items(ScheduledMeeting meeting) {
        return of(meeting).items();
    }

    /// By which a form says on which agenda it was filled in.
    @Transactional(propagation = Propagation.MANDATORY)
    public String fingerprint(ScheduledMeeting meeting) {
        return of(meeting).fingerprint();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Agenda of(ScheduledMeeting scheduled) {
        return made(scheduled).agenda();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    MadeAgenda made(ScheduledMeeting scheduled) {
        return made(
                scheduled, formats.meeting(scheduled.format()).orElseGet(() -> formats.fitting(scheduled.minutes())));
    }

    /// The same in another shape, where none is kept.
    @Transactional(propagation = Propagation.MANDATORY)
    MadeAgenda made(ScheduledMeeting scheduled, Format format) {
        var kept = new Agenda(scheduled.minutes(), meetings.items(scheduled.id()), 0);
        if (scheduled.state() != ScheduledMeeting.State.PLANNED) {
            return MadeAgenda.kept(scheduled, kept);
        }
        var at = new Occasion(scheduled.id(), scheduled.group(), scheduled.startsAt());
        var offers = offers(at);
        var said = presenters.said(scheduled.id());
        var terms = groups.terms(scheduled.group());
        var past = new Agenda.Past(
                store.carried(scheduled.group()),
                store.presented(scheduled.group()),
                PresenterStore.dropped(said),
                List.of(),
                terms.map(Agendas::between).orElse(Agenda.Past.NONE.between()));
        var changes = changes(scheduled, offers);
        var agenda = agenda(kept, format, at, offers, past, changes);
        return new MadeAgenda(scheduled, agenda, offers, past, said, changes, terms);
    }

    private static Agenda agenda(
            Agenda kept, Format format, Occasion at, List<Agenda.Offer> offers, Agenda.Past past, List<Swap> changes) {
        var generated = kept.items().isEmpty();
        var before = generated ? Agenda.generate(format, kept.length(), at, offers, past) : kept;
        if (changes.stream().noneMatch(Swap::isAgreed)) {
            return generated ? before : before.filled(at, offers, past);
        }
        var after = before.swapped(changes, at, offers, past).filled(at, offers, past.without(changes));
        return generated ? new Agenda(after.length(), after.items(), before.waiting()) : after;
    }

    /// Without those where nobody can bring any more what was to be presented instead, unless it is kept.
    private List<Swap> changes(ScheduledMeeting scheduled, List<Agenda.Offer> offers) {
        return swaps.of(scheduled.id()).stream()
                .filter(swap -> swap.state() != Swap.State.AGREED
                        || offers.stream().anyMatch(offer -> offer.brings(swap.other())))
                .toList();
    }

    private List<Agenda.Offer> offers(Occasion at) {
        return types.all().stream()
                .map(t -> new Agenda.Offer(t.kind(), t.vacant().orElse(null), t.proposals(at)))
                .toList();
    }

    /// Who presents twice a year waits for half a year at most.
    static Duration between(CharterTerms terms) {
        return Agenda.Past.NONE.between().dividedBy(terms.presentationsPerYear());
    }

    /// What a meeting would be for which there is no date yet.
    @Transactional(propagation = Propagation.MANDATORY)
    Agenda outline(GroupId group, Format format, int minutes) {
        var nowhere = new Occasion(new MeetingId(new UUID(0, 0)), group, clock.instant());
        var offers = types.all().stream()
                .map(t -> new Agenda.Offer(t.kind(), t.vacant().orElse(null), List.of()))
                .toList();
        return Agenda.generate(format, minutes, nowhere, offers, Agenda.Past.NONE);
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
            replace(id, agenda);
            store.approve(id, Acting.me(), clock.instant());
            notices.approved(scheduled, agenda.presenters());
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
            swaps.renew(id);
            notices.gone(id);
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
            replace(id, changed.get());
            store.touch(id);
            if (scheduled.approved()) {
                notices.moved(scheduled, agenda.presenters(), changed.get().presenters());
            }
            return Optional.empty();
        });
    }

    /// Whoever stands on the agenda says that they will present, or that they cannot; the chair may say the latter for
    /// them. Then the next in the queue stands there and is told.
    @Transactional
    Outcome present(MeetingId id, long version, UUID request, String seen, int position, boolean will) {
        return acting(id, version, request, will ? "presents" : "dropped", scheduled -> {
            var agenda = of(scheduled);
            if (!agenda.fingerprint().equals(seen)) {
                return Optional.of(Refusal.STALE);
            }
            var item = agenda.items().stream()
                    .filter(one -> one.position() == position && one.subject() != null && one.presenter() != null)
                    .findFirst();
            if (item.isEmpty()) {
                return Optional.of(Refusal.ALREADY_DONE);
            }
            var presenter = Objects.requireNonNull(item.get().presenter());
            if (!presenter.equals(Acting.me()) && (will || !scheduled.isPreparedBy(Acting.me()))) {
                return Optional.of(Refusal.NOT_CHAIR);
            }
            presenters.say(
                    id,
                    new PresenterStore.Said(Objects.requireNonNull(item.get().subject()), presenter, will),
                    clock.instant());
            if (!will) {
                notices.moved(scheduled, agenda.presenters(), of(scheduled).presenters());
                notices.dropped(scheduled, presenter);
            }
            return Optional.empty();
        });
    }

    /// They can after all.
    @Transactional
    Outcome back(MeetingId id, long version, UUID request, UUID subject) {
        return acting(id, version, request, "presents", scheduled -> {
            var gone = presenters.said(id).stream()
                    .filter(said -> said.subject().equals(subject) && !said.will())
                    .findFirst();
            if (gone.isEmpty()) {
                return Optional.of(Refusal.ALREADY_DONE);
            }
            if (!gone.get().presenter().equals(Acting.me()) && !scheduled.isPreparedBy(Acting.me())) {
                return Optional.of(Refusal.NOT_CHAIR);
            }
            var before = of(scheduled).presenters();
            presenters.say(id, new PresenterStore.Said(subject, gone.get().presenter(), true), clock.instant());
            notices.moved(scheduled, before, of(scheduled).presenters());
            return Optional.empty();
        });
    }

    private void replace(MeetingId id, Agenda agenda) {
        store.replace(id, agenda.items());
        swaps.keep(id);
    }

    interface Step {
        Optional<Refusal> on(ScheduledMeeting scheduled);
    }

    /// As [#acting], by whoever prepares the meeting.
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome planning(MeetingId id, long version, UUID request, String act, Step step) {
        return acting(
                id,
                version,
                request,
                act,
                scheduled -> scheduled.isPreparedBy(Acting.me()) ? step.on(scheduled) : Optional.of(Refusal.NOT_CHAIR));
    }

    /// An act on the agenda of a meeting that has not begun, from the version that was seen, once for a request.
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome acting(MeetingId id, long version, UUID request, String act, Step step) {
        topics.take(id.topic());
        var scheduled = meetings.find(id).orElseThrow(NotFound::new);
        if (topics.has(id.topic(), request)) {
            return new Outcome.Done();
        }
        if (scheduled.state() != ScheduledMeeting.State.PLANNED) {
            return new Outcome.Refused(Refusal.ALREADY_LIVE.message());
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
