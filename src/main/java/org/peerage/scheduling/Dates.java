package org.peerage.scheduling;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The dates of groups: set, moved, cancelled. Members and their calendars learn of each change with it.
@Component
public class Dates {

    private final DateStore dates;
    private final Circles circles;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Dates(
            DateStore dates,
            Circles circles,
            Invitations invitations,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.dates = dates;
        this.circles = circles;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    /// Of the page with a group's dates.
    public static String page(GroupId group) {
        return group.address() + "/dates";
    }

    /// One date, by the chair or the convener who acts. `video` is an address or empty.
    @Transactional
    public DateId set(GroupId group, LocalDateTime start, ZoneId zone, int minutes, String place, String video) {
        var id = new DateId(Ids.next());
        set(id, group, List.of(new MeetingTime(start, zone, minutes)), new Venue(place, video));
        return id;
    }

    /// Moves a date to another clock time in another or the same zone; place and video stay.
    @Transactional
    public void move(DateId id, LocalDateTime start, ZoneId zone) {
        var date = dates.find(id).orElseThrow(NotFound::new);
        move(id, date.sequence(), new MeetingTime(start, zone, date.time().minutes()), date.venue());
    }

    @Transactional
    public void cancel(DateId id) {
        cancel(id, dates.find(id).orElseThrow(NotFound::new).sequence());
    }

    /// All dates of one step. `first` is chosen when the form is drawn, so that a form sent twice acts once.
    @Transactional
    Arranging set(DateId first, GroupId group, List<MeetingTime> times, Venue venue) {
        var circle = arranged(group);
        var now = clock.instant();
        var set = new ArrayList<GroupDate>();
        for (var time : times) {
            var id = set.isEmpty() ? first : new DateId(Ids.next());
            var date = new GroupDate(id, group, time, venue, UUID.randomUUID().toString(), 0, false);
            if (!dates.add(date, now)) {
                return new Arranging.SetBefore();
            }
            set.add(date);
            events.publishEvent(new DateSet(id, group, time.startsAt(), now));
        }
        invitations.invite(set, circle);
        return new Arranging.Set(set.stream().map(GroupDate::id).toList());
    }

    @Transactional
    Arranging move(DateId id, int sequence, MeetingTime time, Venue venue) {
        var date = dates.find(id).orElseThrow(NotFound::new);
        var circle = arranged(date.group());
        var now = clock.instant();
        if (date.cancelled() || date.over(now)) {
            return new Arranging.OverOrCancelled();
        }
        if (date.sequence() != sequence) {
            return new Arranging.ChangedMeanwhile();
        }
        if (date.isAt(time, venue)) {
            return new Arranging.Moved();
        }
        var moved = date.moved(time, venue);
        if (!dates.change(moved)) {
            return new Arranging.ChangedMeanwhile();
        }
        events.publishEvent(new DateMoved(id, date.group(), time.startsAt(), now));
        invitations.tellMoved(date, moved, circle);
        return new Arranging.Moved();
    }

    @Transactional
    Arranging cancel(DateId id, int sequence) {
        var date = dates.find(id).orElseThrow(NotFound::new);
        var circle = arranged(date.group());
        var now = clock.instant();
        if (date.cancelled() || date.over(now)) {
            return new Arranging.OverOrCancelled();
        }
        var cancelled = date.asCancelled();
        if (date.sequence() != sequence || !dates.change(cancelled)) {
            return new Arranging.ChangedMeanwhile();
        }
        events.publishEvent(new DateCancelled(id, date.group(), date.time().startsAt(), now));
        invitations.tellCancelled(cancelled, circle);
        return new Arranging.Cancelled();
    }

    private Circle arranged(GroupId group) {
        return circles.of(group).filter(Circle::arranged).orElseThrow(NotFound::new);
    }
}
