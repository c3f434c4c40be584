package org.peerage.meetings.ahead;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.groups.Beginning;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Groups;
import org.peerage.groups.HandOver;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.scheduling.GroupDate;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Message.Moment;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The meetings of a group, on its page: join the one that is on, let the agenda stand, prepare.
@Component
@Order(3)
class MeetingGuest implements GroupGuest, GroupDate.Holding {

    private final AheadStore store;
    private final Groups groups;
    private final InstantSource clock;

    MeetingGuest(AheadStore store, Groups groups, InstantSource clock) {
        this.store = store;
        this.groups = groups;
        this.clock = clock;
    }

    /// A meeting on the first page, and whose it is.
    record Card(String group, MeetingAhead meeting) {}

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() ? List.of(Way.to(Shelf.MEETINGS, list(circle), "meetings.nav")) : List.of();
    }

    @Override
    public Set<Instant> held(Circle circle) {
        return store.held(circle.id());
    }

    @Override
    public List<Beginning> begins(Circle circle) {
        return circle.mine()
                ? List.of(new Beginning(
                        Message.of("meetings.begin.firsts"), store.begun(circle.id()), list(circle) + "/first"))
                : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        if (!circle.inside()) {
            return List.of();
        }
        var now = clock.instant();
        var ahead = store.next(List.of(circle.id()), now).stream()
                .findFirst()
                .flatMap(meeting -> next(circle, meeting))
                .orElseGet(() -> NextStep.to(list(circle), Urgency.REST, "meetings.next.rest."));
        return Stream.concat(
                        Stream.of(ahead),
                        Stream.concat(
                                store.passed(circle.id(), now).stream().map(MeetingGuest::entering),
                                store.written(circle.id()).stream().map(MeetingGuest::writing)))
                .toList();
    }

    private static NextStep entering(AheadStore.Passed passed) {
        return NextStep.to(
                passed.id().address() + "/entry",
                Urgency.PREPARING,
                "meetings.next.entry.",
                new Moment(passed.startsAt(), passed.zone()));
    }

    private static NextStep writing(AheadStore.Passed held) {
        return NextStep.to(
                held.id().address() + "/written",
                Urgency.PREPARING,
                "meetings.next.written.",
                new Moment(held.startsAt(), held.zone()));
    }

    private Optional<NextStep> next(Circle circle, MeetingAhead meeting) {
        var when = new Moment(meeting.startsAt(), meeting.zone());
        if (meeting.live()) {
            return Optional.of(NextStep.to(meeting.address() + "/live", Urgency.LIVE, "meetings.next.live."));
        }
        if (circle.chaired() && !meeting.agreed() && meeting.first()) {
            return Optional.of(NextStep.to(list(circle) + "/first", Urgency.AGENDA, "meetings.next.firsts.", when));
        }
        if ((circle.chaired() || meeting.leads()) && !meeting.agreed()) {
            var terms = groups.terms(circle.id());
            var late = terms.filter(agreed -> meeting.isLate(agreed, clock.instant()))
                    .isPresent();
            return Optional.of(NextStep.to(
                    meeting.address(),
                    Urgency.AGENDA,
                    late ? "meetings.next.agenda-late." : "meetings.next.agenda.",
                    when,
                    terms.<Object>map(meeting::sentBy).orElse("")));
        }
        return meeting.prepared() || isAlone(circle)
                ? Optional.empty()
                : Optional.of(NextStep.to(
                        meeting.address() + "/prepare",
                        Urgency.PREPARING,
                        "meetings.next.prepare.",
                        when,
                        groups.terms(circle.id())
                                .<Object>map(CharterTerms::preparationMinutes)
                                .orElse("")));
    }

    /// Inviting the others comes before preparing for them.
    private static boolean isAlone(Circle circle) {
        return circle.inRoom().size() < 2;
    }

    @Override
    public List<Panel> panels(List<Circle> mine) {
        Map<String, Object> model = new HashMap<>();
        var inside = mine.stream().filter(Circle::inside).toList();
        var next = store.next(inside.stream().map(Circle::id).toList(), clock.instant()).stream()
                .findFirst()
                .flatMap(meeting -> inside.stream()
                        .filter(circle -> circle.id().equals(meeting.group()))
                        .findFirst()
                        .map(circle -> new Card(circle.name(), meeting)));
        model.put("next", next);
        model.put("last", store.last(inside.stream().map(Circle::id).toList(), clock.instant()));
        return List.of(new Panel("meetings/ahead/ahead", model));
    }

    @Override
    public Map<String, List<Map<String, String>>> facts(Circle circle) {
        return Map.of(
                "meetings",
                store.all(circle.id()).stream()
                        .map(meeting -> Map.of(
                                "id", meeting.id().toString(),
                                "at", meeting.startsAt().toString(),
                                "zone", meeting.zone(),
                                "minutes", Integer.toString(meeting.minutes()),
                                "state", meeting.state(),
                                "there",
                                        meeting.there().stream()
                                                .map(circle::nameOf)
                                                .collect(Collectors.joining(", "))))
                        .toList());
    }

    @Override
    public Optional<HandOver> handOver(Circle circle) {
        return Optional.of(HandOver.of(
                "meetings.handover.",
                store.coming(circle.id(), clock.instant()).stream()
                        .map(coming -> line(circle, coming))
                        .toList(),
                Link.to(list(circle), "meetings.handover.to")));
    }

    /// Whoever was asked to lead it, or the chair.
    private static Message line(Circle circle, AheadStore.Coming coming) {
        var leads = coming.deputy().or(circle::chair).map(circle::nameOf).orElse("");
        return Message.of(
                coming.agreed() ? "meetings.handover.line" : "meetings.handover.line.open",
                new Moment(coming.startsAt(), coming.zone()),
                leads);
    }

    private static String list(Circle circle) {
        return circle.id().address() + "/meetings";
    }
}
