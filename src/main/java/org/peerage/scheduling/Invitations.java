package org.peerage.scheduling;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peerage.groups.CharterSigned;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.mail.CalendarPart;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells the members of a group about its dates, by letter and as a file.
@Component
class Invitations {

    private final DateStore dates;
    private final Circles circles;
    private final Outbox outbox;
    private final DateNotices notices;
    private final Calendars calendars;
    private final InstantSource clock;

    Invitations(
            DateStore dates,
            Circles circles,
            Outbox outbox,
            DateNotices notices,
            Calendars calendars,
            InstantSource clock) {
        this.dates = dates;
        this.circles = circles;
        this.outbox = outbox;
        this.notices = notices;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Transactional
    void invite(List<GroupDate> set, Circle circle) {
        for (var date : upcoming(set)) {
            for (var member : circle.seated()) {
                post(DateLetter.INVITATION, date, circle, member, List.of());
            }
        }
    }

    @Transactional
    void tellMoved(GroupDate before, GroupDate date, Circle circle) {
        notices.moved(before, date, circle);
        for (var member : circle.seated()) {
            post(DateLetter.MOVED, date, circle, member, List.of(span(before)));
        }
    }

    @Transactional
    void tellCancelled(GroupDate date, Circle circle) {
        notices.cancelled(date, circle);
        for (var member : circle.seated()) {
            post(DateLetter.CANCELLED, date, circle, member, List.of());
        }
    }

    /// For somebody who joined late, or who has just said where letters reach them: an invitation to everything that is
    /// still to come and that they have no letter about (conventions 2.2).
    @Transactional
    void catchUp(GroupId group, PersonId person) {
        circles.of(group)
                .ifPresent(circle -> circle.sitter(person)
                        .filter(Circle.Sitter::seated)
                        .ifPresent(member -> upcoming(dates.of(group))
                                .forEach(date -> post(DateLetter.INVITATION, date, circle, member, List.of()))));
    }

    @EventListener
    void signed(CharterSigned signed) {
        catchUp(signed.group(), signed.person());
    }

    /// The same entry as a file, for whoever gets no mail.
    @Transactional(readOnly = true)
    CalendarPart file(GroupDate date, Circle circle, PersonId me, Locale language) {
        var name = circle.nameOf(me);
        var entry = calendars.entry(date, circle.name(), language);
        return outbox.myMailbox(name)
                .map(mailbox -> entry.to(mailbox, outbox.sender()))
                .orElseGet(() -> entry.asFile(outbox.sender()));
    }

    private List<GroupDate> upcoming(List<GroupDate> all) {
        var now = clock.instant();
        return all.stream()
                .filter(date -> !date.cancelled() && date.time().startsAt().isAfter(now))
                .toList();
    }

    private void post(String kind, GroupDate date, Circle circle, Circle.Sitter member, List<?> before) {
        var facts = new ArrayList<Object>(List.of(
                circle.name(),
                span(date),
                named(date.venue().place()),
                named(date.venue().video()),
                calendars.page(circle.id()).toString()));
        facts.addAll(before);
        outbox.post(new DateLetter(
                kind,
                date,
                language -> calendars.entry(date, circle.name(), language),
                member.id(),
                member.name(),
                List.copyOf(facts)));
    }

    private static Message.Span span(GroupDate date) {
        return new Message.Span(
                date.time().startsAt(), date.time().endsAt(), date.time().zone());
    }

    private static Object named(String place) {
        return place.isEmpty() ? Message.of("scheduling.letter.none") : place;
    }
}
