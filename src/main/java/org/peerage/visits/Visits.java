package org.peerage.visits;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.Groups;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Occasion;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.selection.Findings;
import org.peerage.selection.ProspectId;
import org.peerage.web.Message;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// A visit where others look: with the candidate, whom nobody decides on until it is settled, on the dates, and on the
/// agenda.
@Component
class Visits implements Findings, GroupDate.Remarks, Occasion.Remarks {

    private final VisitStore store;
    private final Hosting hosting;
    private final Dates dates;
    private final Groups groups;
    private final InstantSource clock;

    Visits(VisitStore store, Hosting hosting, Dates dates, Groups groups, InstantSource clock) {
        this.store = store;
        this.hosting = hosting;
        this.dates = dates;
        this.groups = groups;
        this.clock = clock;
    }

    /// What the panel with a candidate shows.
    ///
    /// @param visit the last one; empty where there was none
    /// @param when of that visit
    /// @param ahead to which they may be invited
    record Part(
            Circle circle,
            ProspectId prospect,
            Optional<Visit> visit,
            Optional<GroupDate> when,
            List<GroupDate> ahead,
            boolean hosts,
            boolean invites,
            List<VisitAct> acts) {

        String invite() {
            return circle.id().address() + "/visits";
        }

        String address(Visit one) {
            return invite() + "/" + one.id();
        }

        LocalDate day(Visit.Pledge pledge) {
            return circle.day(pledge.at());
        }

        boolean links(Visit one) {
            return hosts && one.state() != VisitState.CLOSED && one.state() != VisitState.STOPS;
        }
    }

    @Override
    public List<Message> open(Circle circle, Candidate candidate) {
        return store.last(circle.id(), candidate.id()).stream()
                .filter(visit -> !visit.state().isSettled())
                .map(visit -> Message.of("visits.open." + visit.state().key()))
                .toList();
    }

    /// A visit that was called off, or that they declined, is none.
    @Override
    public Optional<Message> missing(Circle circle, Candidate candidate) {
        return groups.terms(circle.id()).filter(CharterTerms::visitsFirst).isEmpty()
                        || store.came(circle.id(), candidate.id())
                ? Optional.empty()
                : Optional.of(Message.of("visits.missing"));
    }

    /// Nobody of the group has something to settle there but the next act, which stands with the candidate.
    @Override
    public Set<ProspectId> waiting(Circle circle, List<Candidate> candidates) {
        return Set.of();
    }

    @Override
    public Optional<Panel> panel(Circle circle, Candidate candidate) {
        var visit = store.last(circle.id(), candidate.id());
        var known = store.candidate(circle.id(), candidate.id());
        if (known.isEmpty() || (visit.isEmpty() && !known.get().visits())) {
            return Optional.empty();
        }
        var now = clock.instant();
        var hosts = Hosting.hosts(circle, known.get());
        var part = new Part(
                circle,
                candidate.id(),
                visit,
                visit.flatMap(one -> dates.find(one.date())),
                dates.ahead(circle.id()),
                hosts,
                hosts
                        && known.get().visits()
                        && visit.filter(one -> one.state() != VisitState.CLOSED).isEmpty(),
                hosts
                        ? visit.stream()
                                .flatMap(one ->
                                        Hosting.acts().stream().filter(act -> hosting.lets(circle, one, act, now)))
                                .toList()
                        : List.of());
        return Optional.of(new Panel("visits/part", Map.of("part", part)));
    }

    @Override
    public Map<DateId, List<Message>> remarks(Circle circle) {
        return circle.mine()
                ? store.expected(circle.id()).stream()
                        .collect(Collectors.groupingBy(
                                VisitStore.Expected::date,
                                Collectors.mapping(Hosting::expected, Collectors.toUnmodifiableList())))
                : Map.of();
    }

    @Override
    public List<Message> remarks(Circle circle, MeetingId meeting) {
        return store.expected(circle.id(), meeting).stream()
                .map(Hosting::expected)
                .toList();
    }
}
