package org.peerage.meetings.agenda;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.Refusal;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a group does in its first three meetings, drafted before there is a date and for the dates that stand
/// (`S4.19`). The chair takes it in one act; the first agenda is approved with it where its date is set.
@Component
class FirstAgendas {

    private static final int USUAL_MINUTES = 150;

    private final Circles circles;
    private final Groups groups;
    private final FirstMeetings firsts;
    private final MeetingStore meetings;
    private final Agendas agendas;
    private final Formats formats;
    private final LiveTopics topics;
    private final InstantSource clock;

    FirstAgendas(
            Circles circles,
            Groups groups,
            FirstMeetings firsts,
            MeetingStore meetings,
            Agendas agendas,
            Formats formats,
            LiveTopics topics,
            InstantSource clock) {
        this.circles = circles;
        this.groups = groups;
        this.firsts = firsts;
        this.meetings = meetings;
        this.agendas = agendas;
        this.formats = formats;
        this.topics = topics;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    FirstAgendasPage page(GroupId id) {
        return page(id, null);
    }

    /// Taken once, however often it is sent. What was shown of the first meeting has to hold still.
    @Transactional
    FirstAgendasPage take(GroupId id, UUID request, String seen) {
        return switch (taking(circles.chaired(id), request, seen)) {
            case Outcome.Done() -> page(id, null);
            case Outcome.Refused(var why) -> page(id, why);
        };
    }

    private Outcome taking(Circle circle, UUID request, String seen) {
        if (firsts.taken(circle.id())) {
            return new Outcome.Done();
        }
        var first = firsts.of(circle.id()).stream().findFirst();
        first.ifPresent(meeting -> topics.take(meeting.id().topic()));
        var page = page(circle.id());
        if (!page.seen().equals(seen)) {
            return new Outcome.Refused(Refusal.STALE.message());
        }
        firsts.take(circle.id(), Acting.me(), clock.instant());
        firsts.shape(circle.id());
        return first.filter(FirstMeetings.Numbered::free)
                .map(meeting -> agendas.approve(
                        meeting.id(), meetings.find(meeting.id()).orElseThrow().version(), request, seen))
                .orElseGet(Outcome.Done::new);
    }

    private FirstAgendasPage page(GroupId id, @Nullable Message notice) {
        var circle = circles.of(id).filter(Circle::mine).orElseThrow(NotFound::new);
        var set = firsts.of(id);
        var taken = firsts.taken(id);
        var meant = groups.terms(id).map(CharterTerms::meetingMinutes).orElse(USUAL_MINUTES);
        var shown = new ArrayList<FirstAgendasPage.Meeting>();
        var seen = "";
        for (var place = 1; place <= formats.beginnings(); place++) {
            var meeting =
                    place > set.size() ? Optional.<FirstMeetings.Numbered>empty() : Optional.of(set.get(place - 1));
            var agenda = agenda(id, place, meeting, meant);
            seen = place == 1 ? agenda.fingerprint() : seen;
            shown.add(FirstAgendasPage.Meeting.of(
                    place, meeting.flatMap(one -> meetings.find(one.id())), agenda.length(), lines(agenda)));
        }
        return new FirstAgendasPage(circle, taken, circle.chaired() && !taken, seen, List.copyOf(shown), notice);
    }

    private Agenda agenda(GroupId group, int place, Optional<FirstMeetings.Numbered> meeting, int meant) {
        return meeting.map(one -> {
                    var scheduled = meetings.find(one.id()).orElseThrow();
                    return one.free()
                            ? agendas.made(scheduled, formats.beginning(place, one.minutes()))
                                    .agenda()
                            : agendas.of(scheduled);
                })
                .orElseGet(() -> agendas.outline(group, formats.beginning(place, meant), meant));
    }

    private static List<FirstAgendasPage.Line> lines(Agenda agenda) {
        return agenda.items().stream()
                .map(item -> new FirstAgendasPage.Line(
                        item.kind().label(), item.minutes(), item.reason().message()))
                .toList();
    }
}
