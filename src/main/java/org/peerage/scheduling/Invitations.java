package org.peerage.scheduling;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peerage.groups.CharterSigned;
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
    private final Outbox outbox;
    private final MessageSource texts;
    private final InstantSource clock;
    private final URI base;

    Invitations(
            DateStore dates,
            Outbox outbox,
            MessageSource texts,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.dates = dates;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
        this.base = base;
    }

    @Transactional
    void invite(List<GroupDate> set, DateStore.Circle circle) {
        for (var date : upcoming(set)) {
            for (var member : dates.seated(circle.id())) {
                post(DateLetter.INVITATION, date, circle, member, date.time().startsAt(), List.of());
            }
        }
    }

    @Transactional
    void tellMoved(GroupDate before, GroupDate date, DateStore.Circle circle) {
        for (var member : dates.seated(circle.id())) {
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
    void tellCancelled(GroupDate date, DateStore.Circle circle) {
        for (var member : dates.seated(circle.id())) {
            post(DateLetter.CANCELLED, date, circle, member, date.time().startsAt(), List.of());
        }
    }

    /// For somebody who joined late, or who has just said where letters reach them: an invitation to everything that is
    /// still to come and that they have no letter about (conventions 2.2).
    @Transactional
    void catchUp(GroupId group, PersonId person) {
        var circle = dates.circle(group);
        if (circle.isEmpty()) {
            return;
        }
        for (var member : dates.seated(group)) {
            if (member.person().equals(person)) {
                for (var date : upcoming(dates.of(group))) {
                    post(
                            DateLetter.INVITATION,
                            date,
                            circle.get(),
                            member,
                            date.time().startsAt(),
                            List.of());
                }
            }
        }
    }

    @EventListener
    void signed(CharterSigned signed) {
        catchUp(signed.group(), signed.person());
    }

    /// The same entry as a file, for whoever gets no mail.
    @Transactional(readOnly = true)
    CalendarPart file(GroupDate date, DateStore.Circle circle, PersonId me) {
        var name = dates.seated(circle.id()).stream()
                .filter(member -> member.person().equals(me))
                .map(DateStore.Seated::name)
                .findFirst()
                .orElse("");
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
            String kind,
            GroupDate date,
            DateStore.Circle circle,
            DateStore.Seated member,
            Instant worthUntil,
            List<String> before) {
        var facts = new ArrayList<>(List.of(
                circle.name(),
                date.time().words(LANGUAGE),
                named(date.venue().place()),
                named(date.venue().video()),
                page(circle).toString()));
        facts.addAll(before);
        outbox.post(new DateLetter(
                kind, entry(date, circle), member.person(), member.name(), List.copyOf(facts), worthUntil));
    }

    private String named(String place) {
        return place.isEmpty() ? texts.getMessage("scheduling.letter.none", null, LANGUAGE) : place;
    }

    private CalendarObject entry(GroupDate date, DateStore.Circle circle) {
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

    private URI page(DateStore.Circle circle) {
        return base.resolve("/groups/" + circle.id() + "/dates");
    }
}
