package org.peerage.scheduling;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final AnswerStore answers;
    private final Circles circles;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Dates(
            DateStore dates,
            AnswerStore answers,
            Circles circles,
            Invitations invitations,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.dates = dates;
        this.answers = answers;
        this.circles = circles;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    /// What came of moving or cancelling.
    sealed interface Arranging permits Moved, Cancelled, ChangedMeanwhile, OverOrCancelled {}

    record Moved() implements Arranging {}

    record Cancelled() implements Arranging {}

    /// Somebody changed the date after the page was opened.
    record ChangedMeanwhile() implements Arranging {}

    /// There is nothing left to move or cancel.
    record OverOrCancelled() implements Arranging {}

    /// Of the page with a group's dates.
    public static String page(GroupId group) {
        return group.address() + "/dates";
    }

    /// One date, by the chair or the convener who acts. `video` is an address or empty.
    @Transactional
    public DateId set(GroupId group, LocalDateTime start, ZoneId zone, int minutes, String place, String video) {
        var id = new DateId(Ids.next());
        set(id, group, List.of(new MeetingTime(start, zone, minutes)), new GroupDate.Venue(place, video));
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
    public void set(DateId first, GroupId group, List<MeetingTime> times, GroupDate.Venue venue) {
        var circle = circles.arranged(group);
        var now = clock.instant();
        var set = new ArrayList<GroupDate>();
        for (var time : times) {
            var id = set.isEmpty() ? first : new DateId(Ids.next());
            var date = GroupDate.set(id, group, time, venue, UUID.randomUUID().toString());
            if (!dates.add(date, now)) {
                return;
            }
            set.add(date);
            events.publishEvent(new DateSet(id, group, time.startsAt(), now));
        }
        invitations.invite(set, circle);
    }

    /// Of what is still to come, first come first.
    @Transactional(readOnly = true)
    public List<GroupDate> ahead(GroupId group) {
        var now = clock.instant();
        return dates.of(group).stream().filter(date -> date.ahead(now)).toList();
    }

    /// Nothing where it is over, cancelled, or not to be seen by whoever acts.
    @Transactional(readOnly = true)
    public Optional<GroupDate> ahead(DateId id) {
        return dates.find(id).filter(date -> date.ahead(clock.instant()));
    }

    /// Also where it is over or cancelled.
    @Transactional(readOnly = true)
    public Optional<GroupDate> find(DateId id) {
        return dates.find(id);
    }

    /// One that is still to come, by the name under which calendars know it.
    @Transactional(readOnly = true)
    public Optional<GroupDate> ahead(String uid) {
        return dates.find(uid).filter(date -> date.ahead(clock.instant()));
    }

    /// How many have said that they cannot come.
    @Transactional(readOnly = true)
    public int away(GroupDate date) {
        return answers.counts(List.of(date))
                .getOrDefault(date.id(), AnswerStore.Count.NONE)
                .away();
    }

    /// What a mail says of whoever acts. False where they have said something since, or the date has moved.
    ///
    /// @param sequence of the invitation that it answers
    @Transactional
    public boolean answeredByMail(GroupDate date, int sequence, boolean coming, Instant written) {
        var taken = answers.answerByMail(date, sequence, coming, written);
        if (taken) {
            events.publishEvent(new DateAnswered(date.id(), date.group()));
        }
        return taken;
    }

    @Transactional
    Arranging move(DateId id, int sequence, MeetingTime time, GroupDate.Venue venue) {
        var date = dates.find(id).orElseThrow(NotFound::new);
        var circle = circles.arranged(date.group());
        var now = clock.instant();
        if (!date.ahead(now)) {
            return new OverOrCancelled();
        }
        if (date.sequence() != sequence) {
            return new ChangedMeanwhile();
        }
        if (date.isAt(time, venue)) {
            return new Moved();
        }
        var moved = date.moved(time, venue);
        if (!dates.change(moved)) {
            return new ChangedMeanwhile();
        }
        events.publishEvent(new DateMoved(id, date.group(), time.startsAt(), now));
        invitations.tellMoved(date, moved, circle);
        return new Moved();
    }

    @Transactional
    Arranging cancel(DateId id, int sequence) {
        var date = dates.find(id).orElseThrow(NotFound::new);
        var circle = circles.arranged(date.group());
        var now = clock.instant();
        if (!date.ahead(now)) {
            return new OverOrCancelled();
        }
        var cancelled = date.asCancelled();
        if (date.sequence() != sequence || !dates.change(cancelled)) {
            return new ChangedMeanwhile();
        }
        events.publishEvent(new DateCancelled(id, date.group(), date.time().startsAt(), now));
        invitations.tellCancelled(cancelled, circle);
        return new Cancelled();
    }
}
