package org.peerage.visits;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.mail.Token;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Scope;
import org.peerage.web.Name;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The guest's side of a visit, by the link alone. What of the group they read is read as whoever invited them.
@Component
class GuestVisits {

    private static final Actor GUEST = new Actor.Program("visits.guest");

    private final VisitStore store;
    private final Circles circles;
    private final Dates dates;
    private final PledgeText pledge;
    private final Scope scope;
    private final InstantSource clock;

    GuestVisits(VisitStore store, Circles circles, Dates dates, PledgeText pledge, Scope scope, InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.dates = dates;
        this.pledge = pledge;
        this.scope = scope;
        this.clock = clock;
    }

    /// What a guest has before them.
    ///
    /// @param pledge the words that they are to sign
    /// @param name as they have typed it
    /// @param wrong why their signature was not taken; empty where nothing was wrong
    record GuestPage(
            String token, Circle circle, GroupDate date, Visit visit, String pledge, String name, String wrong) {

        String address() {
            return "/visit/" + token;
        }

        boolean isSigned() {
            return visit.pledge().isPresent();
        }

        String inviter() {
            return circle.nameOf(visit.invitedBy());
        }

        String chair() {
            return circle.chair().map(circle::nameOf).orElse("");
        }

        GuestPage with(String typed, String problem) {
            return new GuestPage(token, circle, date, visit, pledge, typed, problem);
        }

        boolean isSignedBy(String typed) {
            return visit.pledge().filter(signed -> signed.name().equals(typed)).isPresent();
        }
    }

    @Transactional
    GuestPage page(String token, Locale language) {
        return found(token, language).orElseThrow(NotFound::new);
    }

    /// What was wrong, or nothing. Sent twice it is signed once.
    ///
    /// @param seen the words that they have read: others are not signed
    @Transactional
    Optional<GuestPage> sign(String token, String name, boolean agreed, String seen, Locale language) {
        var page = page(token, language);
        if (!Name.accepts(name, 120) || !agreed) {
            return Optional.of(page.with(name, agreed ? "visits.sign.name.wrong" : "visits.sign.agree.wrong"));
        }
        if (!seen.equals(digest(page.pledge()))) {
            return Optional.of(page.with(name, "visits.sign.changed"));
        }
        if (page.isSignedBy(name.strip())) {
            return Optional.empty();
        }
        if (VisitAct.SIGN.after(page.visit().state()).isEmpty()) {
            throw new NotFound();
        }
        scope.actingAs(GUEST, () -> {
            store.sign(
                    page.visit().id(),
                    new Visit.Pledge(name.strip(), page.pledge(), clock.instant()),
                    PledgeText.language(language));
            return page;
        });
        return Optional.empty();
    }

    /// Whether they would like to go on, once they were there; that they would not, at any time before.
    @Transactional
    void say(String token, boolean goesOn, Locale language) {
        var visit = page(token, language).visit();
        var act = goesOn ? VisitAct.GO_ON : VisitAct.STOP;
        if (act.isDone(visit.state())) {
            return;
        }
        var to = act.after(visit.state()).orElseThrow(NotFound::new);
        scope.actingAs(GUEST, () -> {
            store.move(visit.id(), to, clock.instant());
            return to;
        });
    }

    private Optional<GuestPage> found(String token, Locale language) {
        var now = clock.instant();
        return scope.actingAs(GUEST, () -> store.find(Token.of(token).hash()))
                .flatMap(visit -> scope.actingAs(
                        new Actor.Person(visit.invitedBy()),
                        () -> circles.of(visit.group())
                                .filter(Circle::inside)
                                .filter(circle -> isConsidered(visit))
                                .flatMap(circle -> dates.find(visit.date())
                                        .filter(date -> !visit.ended(date, now))
                                        .map(date -> new GuestPage(
                                                token,
                                                circle,
                                                date,
                                                visit,
                                                pledge.of(circle.name(), language),
                                                "",
                                                "")))));
    }

    /// Whom nobody considers any more reads nothing of a session that is still to come.
    private boolean isConsidered(Visit visit) {
        return store.candidate(visit.group(), visit.prospect())
                .filter(candidate -> !(candidate.out() && visit.state().isAhead()))
                .isPresent();
    }

    /// Tells whether the words have changed, no more: whoever signs them has no reason to look for others of the same.
    static String digest(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
