package org.peerage.scheduling;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Dates as calendars take them, in the words of whoever reads.
@Component
public class Calendars {

    /// So much of what has been stays in a calendar that asks again and again.
    private static final Duration KEPT = Duration.ofDays(100);

    private final DateStore dates;
    private final Circles circles;
    private final MessageSource texts;
    private final InstantSource clock;
    private final URI base;

    Calendars(
            DateStore dates,
            Circles circles,
            MessageSource texts,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.dates = dates;
        this.circles = circles;
        this.texts = texts;
        this.clock = clock;
        this.base = base;
    }

    URI page(GroupId group) {
        return base.resolve(Dates.page(group));
    }

    CalendarObject entry(GroupDate date, String group, Locale language) {
        return entry(date, group, language, clock.instant());
    }

    private CalendarObject entry(GroupDate date, String group, Locale language, Instant stamp) {
        var page = page(date.group());
        var video = date.venue().video();
        return new CalendarObject(
                date,
                text("scheduling.calendar.summary", language, group),
                text(
                        "scheduling.calendar.details",
                        language,
                        page.toString(),
                        video.isEmpty() ? text("scheduling.letter.none", language) : video),
                page,
                stamp);
    }

    /// One file with everything that is to come in this group.
    @Transactional(readOnly = true)
    public String year(GroupId group, Locale language) {
        var circle = circles.of(group).orElseThrow(NotFound::new);
        var now = clock.instant();
        return CalendarObject.published(dates.of(group).stream()
                .filter(date -> date.ahead(now))
                .map(date -> entry(date, circle.name(), language))
                .toList());
    }

    /// All meetings of whoever acts, also those of the last months. The same dates make the same text, whenever it is
    /// asked for.
    ///
    /// @param names whether entries say which group meets; without, they say nothing that leads to it
    @Transactional(readOnly = true)
    public String mine(boolean names, Locale language) {
        var since = clock.instant().minus(KEPT);
        return CalendarObject.published(circles.mine().stream()
                .flatMap(circle -> dates.of(circle.id()).stream()
                        .filter(date -> date.ahead(since))
                        .map(date ->
                                names ? entry(date, circle.name(), language, Instant.EPOCH) : nameless(date, language)))
                .toList());
    }

    private CalendarObject nameless(GroupDate date, Locale language) {
        return new CalendarObject(
                date.without(), text("scheduling.calendar.nameless", language), "", base.resolve("/"), Instant.EPOCH);
    }

    /// Something else than a group's date, for the calendar of somebody who need not be known here: no organizer, no
    /// attendee.
    ///
    /// @param uid what calendars know it by and never changes; `sequence` counts changes
    public record Appointment(
            String uid, MeetingTime time, int sequence, boolean cancelled, Message summary, String place, URI page) {}

    public String appointment(Appointment wanted, Locale language) {
        var date = new GroupDate(
                new DateId(UUID.nameUUIDFromBytes(wanted.uid().getBytes(StandardCharsets.UTF_8))),
                new GroupId(new UUID(0, 0)),
                wanted.time(),
                wanted.time(),
                new GroupDate.Venue(wanted.place(), ""),
                wanted.uid(),
                wanted.sequence(),
                wanted.cancelled());
        return CalendarObject.published(List.of(new CalendarObject(
                date,
                text(
                        wanted.summary().key(),
                        language,
                        wanted.summary().arguments().toArray()),
                "",
                wanted.page(),
                clock.instant())));
    }

    /// The same text, as of now.
    public String stamped(String calendar) {
        return calendar.replace(
                "DTSTAMP:" + CalendarObject.stamp(Instant.EPOCH), "DTSTAMP:" + CalendarObject.stamp(clock.instant()));
    }

    private String text(String key, Locale language, Object... facts) {
        return texts.getMessage(key, List.of(facts).toArray(), language);
    }
}
