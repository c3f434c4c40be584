package org.peerage.meetings.agenda;

import java.util.Optional;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.LeaderNamed;
import org.peerage.meetings.MeetingId;
import org.peerage.scheduling.DateCancelled;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.DateMoved;
import org.peerage.scheduling.DateSet;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps one meeting per date, in the transaction that set, moved or cancelled it. Reads the date as whoever acts and
/// writes as `meetings.planning`, because a convener who sets a date has no business in the meeting.
@Component
class DateKeeping {

    private final AgendaStore store;
    private final AgendaNotices notices;
    private final Formats formats;
    private final FirstMeetings firsts;
    private final LiveTopics topics;
    private final Scope scope;
    private final ApplicationEventPublisher events;

    DateKeeping(
            AgendaStore store,
            AgendaNotices notices,
            Formats formats,
            FirstMeetings firsts,
            LiveTopics topics,
            Scope scope,
            ApplicationEventPublisher events) {
        this.store = store;
        this.notices = notices;
        this.formats = formats;
        this.firsts = firsts;
        this.topics = topics;
        this.scope = scope;
        this.events = events;
    }

    @EventListener
    void on(DateSet event) {
        var when = read(event.date());
        var meeting = new MeetingId(Ids.next());
        planning(() -> {
            store.add(
                    meeting,
                    event.group(),
                    event.date().value(),
                    when,
                    formats.fitting(when.minutes()).key());
            topics.begin(meeting.topic(), event.group().value());
            firsts.shape(event.group());
        });
    }

    @EventListener
    void on(DateMoved event) {
        var when = read(event.date());
        planning(() -> {
            store.move(event.date().value(), when);
            firsts.shape(event.group());
        });
        led(event.date()).ifPresent(events::publishEvent);
    }

    @EventListener
    void on(DateCancelled event) {
        led(event.date())
                .map(led -> new LeaderNamed(led.meeting(), led.group(), null, led.startsAt()))
                .ifPresent(events::publishEvent);
        planning(() -> {
            store.cancel(event.date().value()).ifPresent(notices::gone);
            firsts.shape(event.group());
        });
    }

    private AgendaStore.PlannedDate read(DateId date) {
        return store.date(date.value())
                .orElseThrow(() -> new IllegalStateException("date " + date + " was announced and is not there"));
    }

    /// A convener who moves a date has no business in who leads, and whoever does hears of it all the same.
    private Optional<LeaderNamed> led(DateId date) {
        return scope.actingAs(new Actor.Program("meetings.planning"), () -> store.led(date.value()));
    }

    private void planning(Runnable step) {
        scope.actingAs(new Actor.Program("meetings.planning"), () -> {
            step.run();
            return true;
        });
    }
}
