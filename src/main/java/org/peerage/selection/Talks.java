package org.peerage.selection;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.mail.Token;
import org.peerage.rooms.MemberLetOut;
import org.peerage.scheduling.Calendars;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Times that a panel offers and a candidate picks from by a link of their own, without signing in.
@Component
class Talks {

    private static final Actor PROGRAM = new Actor.Program("selection.booking");
    private static final Duration LIFETIME = Duration.ofDays(60);

    private final TalkStore store;
    private final ProspectStore prospects;
    private final PanelStore panels;
    private final Circles circles;
    private final SelectionNotices notices;
    private final Calendars calendars;
    private final Scope scope;
    private final InstantSource clock;
    private final URI base;

    Talks(
            TalkStore store,
            ProspectStore prospects,
            PanelStore panels,
            Circles circles,
            SelectionNotices notices,
            Calendars calendars,
            Scope scope,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.store = store;
        this.prospects = prospects;
        this.panels = panels;
        this.circles = circles;
        this.notices = notices;
        this.calendars = calendars;
        this.scope = scope;
        this.clock = clock;
        this.base = base;
    }

    /// On the page of a candidate who is to be met.
    Optional<Panel> panel(Circle circle, Prospect prospect) {
        return meets(prospect)
                ? Optional.of(shown(circle, prospect, TalkForm.empty(circle.zone()), ""))
                : Optional.empty();
    }

    private Panel shown(Circle circle, Prospect prospect, TalkForm form, String url) {
        var mine = onPanel(prospect);
        return new Panel(
                "selection/talks",
                Map.of(
                        "talks",
                        new TalkPage.OfPanel(
                                circle,
                                prospect,
                                mine,
                                mine || prospect.lookedAfter(circle),
                                store.of(prospect.id()),
                                store.ofPanel(prospect.id(), clock.instant()),
                                form,
                                url)));
    }

    /// By somebody of the panel. What is wrong with it; nothing where it is offered now.
    @Transactional
    Optional<Message> offer(GroupId group, ProspectId id, TalkForm form) {
        var circle = circles.inside(group);
        if (!onPanel(met(group, id))) {
            throw new NotFound();
        }
        var time = form.parse(clock.instant());
        if (time.isEmpty()) {
            return Optional.of(Message.of("selection.talk.wrong"));
        }
        return store.offer(circle, Ids.next(), time.get(), form.how().strip())
                ? Optional.empty()
                : Optional.of(Message.of("selection.talk.wrong.twice"));
    }

    /// By whoever offered it, also when it was picked: then the candidate reads that it was called off.
    @Transactional
    void takeBack(GroupId group, ProspectId id, UUID slot) {
        circles.inside(group);
        met(group, id);
        var taken = store.takeBack(group, slot).orElseThrow(NotFound::new);
        scope.actingAs(PROGRAM, () -> callOff(taken, Set.of()));
    }

    /// Whoever is out of the room meets nobody for the group any more.
    @EventListener
    void on(MemberLetOut out) {
        scope.actingAs(
                PROGRAM,
                () -> store.takeBackAll(out.room(), out.person()).stream()
                        .map(slot -> callOff(slot, Set.of(out.person())))
                        .toList());
    }

    private Talk.Slot callOff(Talk.Slot slot, Set<PersonId> gone) {
        slot.taken()
                .flatMap(store::of)
                .filter(talk -> talk.ahead(clock.instant()))
                .ifPresent(talk -> change(talk.with(Talk.State.CALLED_OFF), gone));
        return slot;
    }

    /// By the panel, or by whoever looks after them. Shown by this answer alone.
    @Transactional
    Panel link(GroupId group, ProspectId id) {
        var circle = circles.inside(group);
        var prospect = met(group, id);
        if (!onPanel(prospect) && !prospect.lookedAfter(circle)) {
            throw new NotFound();
        }
        var token = Token.fresh();
        store.link(prospect, token.hash(), clock.instant().plus(LIFETIME));
        return shown(
                circle,
                prospect,
                TalkForm.empty(circle.zone()),
                base.resolve(address(token.text())).toString());
    }

    static String address(String token) {
        return "/talks/" + token;
    }

    /// What stands at a link; to everybody without one nothing does.
    @Transactional
    TalkPage page(String token, Optional<ZoneId> zone, Optional<Message> why) {
        return byLink(token, talk -> {
            var now = clock.instant();
            var slots = store.ofPanel(talk.prospect(), now);
            var own = zone.or(() -> talk.time().map(time -> time.zone()))
                    .or(() -> slots.stream().findFirst().map(slot -> slot.time().zone()))
                    .orElse(ZoneId.of("UTC"));
            return new TalkPage(
                    address(token),
                    talk,
                    own,
                    talk.ahead(now),
                    slots.stream().filter(slot -> slot.taken().isEmpty()).toList(),
                    why);
        });
    }

    /// The time before is free again; one that another was quicker with changes nothing. Picked twice is picked once.
    @Transactional
    Optional<Message> pick(String token, UUID slot) {
        return byLink(token, talk -> {
            var now = clock.instant();
            var again = store.ofPanel(talk.prospect(), now).stream()
                    .anyMatch(one -> one.id().equals(slot) && one.taken().isPresent());
            if (again) {
                return Optional.empty();
            }
            var held = store.hold(slot, talk.prospect(), now);
            if (held.isEmpty()) {
                return Optional.of(Message.of("selection.talk.gone"));
            }
            store.free(talk.prospect());
            store.pick(slot, talk.prospect());
            change(talk.at(held.get()));
            return Optional.empty();
        });
    }

    @Transactional
    void cancel(String token) {
        byLink(token, talk -> {
            if (talk.ahead(clock.instant())) {
                store.free(talk.prospect());
                change(talk.with(Talk.State.CANCELLED));
            }
            return talk;
        });
    }

    /// As a calendar reads it, also that it does not hold any more. It names the group and nobody in it.
    @Transactional
    String calendar(String token, Locale language) {
        return byLink(
                token,
                talk -> calendars.appointment(
                        new Calendars.Appointment(
                                "talk-" + Ids.steady("talk", talk.prospect().value()),
                                talk.time().orElseThrow(NotFound::new),
                                talk.sequence(),
                                !talk.booked(),
                                Message.of("selection.talk.summary", talk.groupName()),
                                talk.how(),
                                base.resolve(address(token))),
                        language));
    }

    private <T> T byLink(String token, Function<Talk, T> work) {
        return scope.actingAs(
                PROGRAM,
                () -> work.apply(
                        store.take(Token.of(token).hash(), clock.instant()).orElseThrow(NotFound::new)));
    }

    private void change(Talk talk) {
        change(talk, Set.of());
    }

    /// The panel hears of it, as far as it is in the room.
    private void change(Talk talk, Set<PersonId> gone) {
        store.keep(talk);
        notices.talk(
                talk,
                store.panel(talk.prospect()).stream()
                        .filter(person -> !gone.contains(person))
                        .toList());
    }

    private Prospect met(GroupId group, ProspectId id) {
        return prospects.find(group, id).filter(Talks::meets).orElseThrow(NotFound::new);
    }

    private static boolean meets(Prospect prospect) {
        return prospect.standing().meets() && !prospect.erased();
    }

    private boolean onPanel(Prospect prospect) {
        return panels.of(prospect.id()).stream().anyMatch(one -> one.person().equals(Acting.me()));
    }
}
