package org.peerage.meetings.agenda;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.Refusal;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Two presenters change with each other. It takes both: one asks, the other agrees, and from then on the agenda is so.
@Component
class Swapping {

    private final Agendas agendas;
    private final SwapStore store;
    private final PresenterStore presenters;
    private final AgendaNotices notices;
    private final InstantSource clock;

    Swapping(Agendas agendas, SwapStore store, PresenterStore presenters, AgendaNotices notices, InstantSource clock) {
        this.agendas = agendas;
        this.store = store;
        this.presenters = presenters;
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional
    Outcome ask(MeetingId id, long version, UUID request, String seen, int position, PersonId whom) {
        return agendas.acting(id, version, request, "swap-asked", scheduled -> {
            var made = agendas.made(scheduled);
            var agenda = made.agenda();
            if (!agenda.fingerprint().equals(seen)) {
                return Optional.of(Refusal.STALE);
            }
            var mine = agenda.items().stream()
                    .filter(item -> item.position() == position && Acting.me().equals(item.presenter()))
                    .findFirst();
            var other = mine.stream()
                    .flatMap(item -> made.others(item).stream())
                    .filter(one -> one.presenter().equals(whom))
                    .findFirst();
            if (mine.isEmpty() || other.isEmpty()) {
                return Optional.of(Refusal.ALREADY_DONE);
            }
            var subject = Objects.requireNonNull(mine.get().subject());
            var before = find(id, swap -> swap.subject().equals(subject));
            var dropped = PresenterStore.dropped(made.said());
            if (before.filter(swap -> swap.state() == Swap.State.AGREED && swap.holds(dropped::contains))
                    .isPresent()) {
                return Optional.of(Refusal.ALREADY_DONE);
            }
            before.filter(Swap::isOpen).ifPresent(swap -> notices.unasked(scheduled, swap));
            var swap = new Swap(subject, Acting.me(), other.get().subject(), whom, Swap.State.ASKED, false);
            store.ask(id, swap, clock.instant());
            notices.asked(scheduled, swap);
            return Optional.empty();
        });
    }

    @Transactional
    Outcome withdraw(MeetingId id, long version, UUID request, UUID subject) {
        return agendas.acting(id, version, request, "swap-withdrawn", scheduled -> {
            var swap = open(id, subject).filter(one -> one.asker().equals(Acting.me()));
            swap.ifPresent(one -> {
                store.answer(id, subject, Swap.State.WITHDRAWN, false, clock.instant());
                notices.unasked(scheduled, one);
            });
            return swap.isPresent() ? Optional.empty() : Optional.of(Refusal.ALREADY_DONE);
        });
    }

    /// Whoever was asked says yes, and with it that they will present; or says no, and everything stays.
    @Transactional
    Outcome answer(MeetingId id, long version, UUID request, UUID subject, boolean agrees) {
        return agendas.acting(id, version, request, agrees ? "swapped" : "swap-declined", scheduled -> {
            var mine = open(id, subject).filter(one -> one.asked().equals(Acting.me()));
            if (mine.isEmpty()) {
                return Optional.of(Refusal.ALREADY_DONE);
            }
            var swap = mine.get();
            if (!agrees) {
                store.answer(id, subject, Swap.State.DECLINED, false, clock.instant());
                notices.declined(scheduled, swap);
                return Optional.empty();
            }
            var made = agendas.made(scheduled);
            var before = made.agenda();
            if (!isPossible(made, swap)) {
                return Optional.of(Refusal.STALE);
            }
            var open = store.of(id);
            store.answer(id, subject, Swap.State.AGREED, before.has(swap.other()), clock.instant());
            presenters.say(id, new PresenterStore.Said(swap.other(), swap.asked(), true), clock.instant());
            notices.moved(scheduled, before.presenters(), agendas.of(scheduled).presenters());
            var overtaken = overtaken(id, open);
            overtaken.forEach(one -> notices.unasked(scheduled, one));
            notices.swapped(scheduled, swap, overtaken.stream().map(Swap::asker).toList());
            return Optional.empty();
        });
    }

    /// Those of what was open that are so no more.
    private List<Swap> overtaken(MeetingId id, List<Swap> before) {
        var now = store.of(id);
        return before.stream()
                .filter(Swap::isOpen)
                .filter(swap -> now.stream()
                        .anyMatch(one -> one.state() == Swap.State.OVERTAKEN
                                && one.subject().equals(swap.subject())))
                .toList();
    }

    private static boolean isPossible(MadeAgenda made, Swap swap) {
        return made.agenda().items().stream()
                .filter(item -> swap.subject().equals(item.subject()))
                .flatMap(item -> made.others(item).stream())
                .anyMatch(one -> one.subject().equals(swap.other()));
    }

    private Optional<Swap> open(MeetingId id, UUID subject) {
        return find(id, swap -> swap.subject().equals(subject) && swap.isOpen());
    }

    private Optional<Swap> find(MeetingId id, Predicate<Swap> which) {
        return store.of(id).stream().filter(which).findFirst();
    }
}
