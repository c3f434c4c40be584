package org.peerage.visits;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.mail.Token;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.selection.ProspectId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The group's side of a visit: inviting a candidate to one date, and writing down that they were there.
@Component
class Hosting {

    static final int BRING = 300;

    private final VisitStore store;
    private final Circles circles;
    private final Dates dates;
    private final InstantSource clock;
    private final URI base;

    Hosting(
            VisitStore store,
            Circles circles,
            Dates dates,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.store = store;
        this.circles = circles;
        this.dates = dates;
        this.clock = clock;
        this.base = base;
    }

    /// A link just made, shown by this answer alone.
    record Invited(Circle circle, VisitStore.Candidate candidate, GroupDate date, String link) {

        String back() {
            return candidate.id().in(circle.id());
        }
    }

    /// To a date that is still to come. Empty: they are invited already, and there is no other visit before that one is
    /// closed.
    @Transactional
    Optional<Invited> invite(GroupId group, ProspectId prospect, DateId date, String bring) {
        var circle = circles.inside(group);
        var candidate = hosted(circle, prospect);
        var when = dates.ahead(date).filter(one -> one.group().equals(group));
        if (!candidate.visits() || when.isEmpty()) {
            throw new NotFound();
        }
        var token = Token.fresh();
        var visit = new Visit(
                Ids.next(), group, prospect, date, VisitState.INVITED, bring.strip(), Acting.me(), Optional.empty());
        return store.invite(visit, token.hash(), clock.instant())
                ? Optional.of(new Invited(circle, candidate, when.get(), address(token)))
                : Optional.empty();
    }

    /// Another link in place of the one before, which may be lost.
    @Transactional
    Invited link(GroupId group, UUID id) {
        var circle = circles.inside(group);
        var visit = store.take(group, id).orElseThrow(NotFound::new);
        var candidate = hosted(circle, visit.prospect());
        if (visit.state() == VisitState.CLOSED || visit.state() == VisitState.STOPS) {
            throw new NotFound();
        }
        var token = Token.fresh();
        store.link(id, token.hash());
        return new Invited(circle, candidate, dates.find(visit.date()).orElseThrow(NotFound::new), address(token));
    }

    /// Whom it is about; what is not in the table of acts is refused, and what was done before stays done.
    @Transactional
    ProspectId act(GroupId group, UUID id, VisitAct act) {
        var circle = circles.inside(group);
        var visit = store.take(group, id).orElseThrow(NotFound::new);
        hosted(circle, visit.prospect());
        if (!isUpTo(circle, act)) {
            throw new NotFound();
        }
        if (!act.isDone(visit.state())) {
            if (!lets(circle, visit, act, clock.instant())) {
                throw new NotFound();
            }
            store.move(id, act.after(visit.state()).orElseThrow(NotFound::new), clock.instant());
        }
        return visit.prospect();
    }

    /// Whether the group's side may do this now. Nobody has been there before it began.
    boolean lets(Circle circle, Visit visit, VisitAct act, Instant now) {
        return act.after(visit.state()).isPresent()
                && isUpTo(circle, act)
                && (act != VisitAct.CAME
                        || dates.find(visit.date())
                                .filter(when -> !when.cancelled()
                                        && !when.time().startsAt().isAfter(now))
                                .isPresent());
    }

    private static boolean isUpTo(Circle circle, VisitAct act) {
        return switch (act.side()) {
            case GUEST -> false;
            case HOST -> true;
            case CHAIR -> circle.chaired();
        };
    }

    static List<VisitAct> acts() {
        return List.of(VisitAct.CAME, VisitAct.CALL_OFF, VisitAct.SET_ASIDE);
    }

    static boolean hosts(Circle circle, VisitStore.Candidate candidate) {
        return circle.chaired() || candidate.owner().equals(Acting.me());
    }

    private VisitStore.Candidate hosted(Circle circle, ProspectId prospect) {
        return store.candidate(circle.id(), prospect)
                .filter(candidate -> hosts(circle, candidate))
                .orElseThrow(NotFound::new);
    }

    private String address(Token token) {
        return base.resolve("/visit/" + token.text()).toString();
    }

    static Message expected(VisitStore.Expected one) {
        return Message.of("visits.expected." + (one.state() == VisitState.INVITED ? "invited" : "pledged"), one.name());
    }
}
