package org.peerage.meetings.paper;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.agenda.Agendas;
import org.peerage.meetings.floor.Afterwards;
import org.peerage.meetings.floor.Entering;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks what is known of a meeting on paper, of those who may lead it, once its time is over.
@Component
class EntryPages {

    private final MeetingStore meetings;
    private final Agendas agendas;
    private final Entering entering;
    private final Afterwards afterwards;
    private final InstantSource clock;

    EntryPages(MeetingStore meetings, Agendas agendas, Entering entering, Afterwards afterwards, InstantSource clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.entering = entering;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    EntryPage of(MeetingId id) {
        return draw(found(id), null, null);
    }

    @Transactional
    Outcome enter(MeetingId id, EntryForm form) {
        var version = Optional.ofNullable(form.version()).orElseThrow(NotFound::new);
        var request = Optional.ofNullable(form.request()).orElseThrow(NotFound::new);
        return form.parse(found(id).zone())
                .map(held -> entering.enter(id, version, request, EntryForm.said(form.seen()), held))
                .orElseGet(() -> Outcome.refused("meetings.refusal.times"));
    }

    /// As it was filled in, with the reason why it was not taken. What to tick follows the agenda as it stands now.
    @Transactional(readOnly = true)
    EntryPage again(MeetingId id, EntryForm form, Message why) {
        return draw(found(id), form, why);
    }

    private ScheduledMeeting found(MeetingId id) {
        return meetings.find(id)
                .filter(meeting -> meeting.circle().mine() && meeting.isPreparedBy(Acting.me()))
                .orElseThrow(NotFound::new);
    }

    private EntryPage draw(ScheduledMeeting meeting, @Nullable EntryForm form, @Nullable Message why) {
        var again = afterwards.until(meeting).isPresent();
        var open = again || meeting.hasPassed(clock.instant());
        var here = entering.here(meeting.id());
        var entered = entering.entered(meeting.id());
        var from = again ? Objects.requireNonNullElse(meeting.liveSince(), meeting.startsAt()) : meeting.startsAt();
        var to = again ? Objects.requireNonNullElse(meeting.closedAt(), meeting.plannedEnd()) : meeting.plannedEnd();
        return new EntryPage(
                meeting.id(),
                meeting.groupName(),
                meeting.startsAt(),
                meeting.zone(),
                meeting.version(),
                again ? "" : agendas.fingerprint(meeting),
                form == null ? field(from, meeting.zone()) : EntryForm.said(form.from()),
                form == null ? field(to, meeting.zone()) : EntryForm.said(form.to()),
                meeting.members().stream()
                        .map(person -> new EntryPage.Person(
                                person.value(),
                                meeting.nameOf(person),
                                meeting.group().member(person),
                                form == null
                                        ? !again || entered.containsKey(person)
                                        : has(form.there(), person.value()),
                                form == null ? entered.getOrDefault(person, false) : has(form.late(), person.value()),
                                here.contains(person)))
                        .toList(),
                again
                        ? List.of()
                        : agendas.items(meeting).stream()
                                .map(item -> new EntryPage.Row(
                                        item.position(),
                                        item.kind(),
                                        meeting.presenter(item.presenter()),
                                        form == null || has(form.reached(), item.position())))
                                .toList(),
                why == null && !open ? closed(meeting) : why,
                open,
                again);
    }

    private static Message closed(ScheduledMeeting meeting) {
        return switch (meeting.state()) {
            case PLANNED -> Message.of("meetings.refusal.not-passed");
            case LIVE -> Message.of("meetings.refusal.already-live");
            case CLOSED -> Message.of("meetings.refusal.already-held");
            case CANCELLED -> Message.of("meetings.refusal.called-off");
        };
    }

    private static <T> boolean has(@Nullable List<T> ticked, T one) {
        return ticked != null && ticked.contains(one);
    }

    private static String field(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
