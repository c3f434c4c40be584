package org.peerage.scheduling;

import java.net.URI;
import java.time.Instant;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells the members of a group about its dates, by letter and as a file.
@Component
class Invitations {

    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final DateStore dates;
    private final Circles circles;
    private final Outbox outbox;
    private final MessageSource texts;
    private final InstantSource clock;
    private final URI base;

    Invitations(
            DateStore dates,
            Circles circles,
            Outbox outbox,
            MessageSource texts,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.dates = dates;
        this.circles = circles;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
        this.base = base;
    }

    @Transactional
    void invite(List<GroupDate> set, Circle circle) {
        for (var date : upcoming(set)) {
            for (var member : circle.seated()) {
                post(DateLetter.INVITATION, date, circle, member, date.time().startsAt(), List.of());
            }
        }
    }

    @Transactional
    void tellMoved(GroupDate before, GroupDate date, Circle circle) {
        for (var member : circle.seated()) {
            post(
                    DateLetter.MOVED,
                    date,
                    circle,
                    member,
                    date.time().startsAt(),
                    List.of(before.time().words(LANGUAGE)));
        }
    }

    @Transactional
    void tellCancelled(GroupDate date, Circle circle) {
        for (var member : circle.seated()) {
            post(DateLetter.CANCELLED, date, circle, member, date.time().startsAt(), List.of());
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
                                .forEach(date -> post(
                                        DateLetter.INVITATION,
                                        date,
                                        circle,
                                        member,
                                        date.time().startsAt(),
                                        List.of()))));
    }

    @EventListener
    void signed(CharterSigned signed) {
        catchUp(signed.group(), signed.person());
    }

    /// The same entry as a file, for whoever gets no mail.
    @Transactional(readOnly = true)
    CalendarPart file(GroupDate date, Circle circle, PersonId me) {
        var name = circle.nameOf(me);
        var entry = entry(date, circle);
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

    private void post(
            String kind, GroupDate date, Circle circle, Circle.Sitter member, Instant worthUntil, List<String> before) {
        var facts = new ArrayList<>(List.of(
                circle.name(),
                date.time().words(LANGUAGE),
                named(date.venue().place()),
                named(date.venue().video()),
                page(circle).toString()));
        facts.addAll(before);
        outbox.post(
                new DateLetter(kind, entry(date, circle), member.id(), member.name(), List.copyOf(facts), worthUntil));
    }

    private String named(String place) {
        return place.isEmpty() ? texts.getMessage("scheduling.letter.none", null, LANGUAGE) : place;
    }

    private CalendarObject entry(GroupDate date, Circle circle) {
        return new CalendarObject(
                date,
                texts.getMessage("scheduling.calendar.summary", new Object[] {circle.name()}, LANGUAGE),
                texts.getMessage(
                        "scheduling.calendar.details",
                        new Object[] {
                            page(circle).toString(), named(date.venue().video())
                        },
                        LANGUAGE),
                page(circle),
                clock.instant());
    }

    private URI page(Circle circle) {
        return base.resolve(Dates.page(circle.id()));
    }
}
