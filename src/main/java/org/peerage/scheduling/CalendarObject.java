package org.peerage.scheduling;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.peerage.mail.CalendarPart;
import org.peerage.mail.Mailbox;

/// A date as calendars read it (RFC 5545, 5546): one event with its own UID, addressed to one recipient.
///
/// Invitations and changes are REQUEST and name the recipient as attendee, or no "accept" is offered; the end is CANCEL
/// with a higher SEQUENCE, or Google keeps the entry. A file for somebody without an address is PUBLISH: there is no
/// one to reply as. The VTIMEZONE is written from the same rules that gave the instant, with the observances around the
/// event, so that a client with older or newer tables cannot shift it.
record CalendarObject(GroupDate date, String summary, String details, URI page, Instant stamp) {

    /// What the clocks did longer ago concerns no meeting, and before zones were kept by the hour their offsets had
    /// seconds, which some readers do not take.
    private static final Duration AROUND = Duration.ofDays(400);

    CalendarPart to(Mailbox recipient, Mailbox organizer) {
        var method = date.cancelled() ? "CANCEL" : "REQUEST";
        return new CalendarPart(method, text(method, List.of(this), Optional.of(organizer), Optional.of(recipient)));
    }

    CalendarPart asFile(Mailbox organizer) {
        var method = date.cancelled() ? "CANCEL" : "PUBLISH";
        return new CalendarPart(method, text(method, List.of(this), Optional.of(organizer), Optional.empty()));
    }

    static String stamp(Instant moment) {
        return new DtStamp(moment).getValue();
    }

    /// One file for all of these.
    static String published(List<CalendarObject> entries) {
        return text("PUBLISH", entries, Optional.empty(), Optional.empty());
    }

    private static String text(
            String method, List<CalendarObject> entries, Optional<Mailbox> organizer, Optional<Mailbox> recipient) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Peerage//Peerage//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(
                switch (method) {
                    case "REQUEST" -> ImmutableMethod.REQUEST;
                    case "CANCEL" -> ImmutableMethod.CANCEL;
                    default -> ImmutableMethod.PUBLISH;
                });
        entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.date().time().zone(),
                        LinkedHashMap::new,
                        Collectors.mapping(entry -> entry.date().time().startsAt(), Collectors.toList())))
                .forEach((zone, starts) -> calendar.add(described(zone, starts)));
        entries.forEach(entry -> calendar.add(entry.event(organizer, recipient)));
        var text = new StringWriter();
        try {
            // A calendar that is fetched has no organizer and may have no entry: the rules for mail do not hold for it.
            new CalendarOutputter(organizer.isPresent()).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(Optional<Mailbox> organizer, Optional<Mailbox> recipient) {
        var event = new VEvent(false);
        event.add(new Uid(date.uid()));
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(inZone(), date.time().start().toLocalDateTime()));
        event.add(new DtEnd<>(inZone(), date.time().end().toLocalDateTime()));
        event.add(new Sequence(date.sequence()));
        event.add(new Summary(summary));
        if (!details.isEmpty()) {
            event.add(new Description(details));
        }
        var place = date.venue().place().isEmpty()
                ? date.venue().video()
                : date.venue().place();
        if (!place.isEmpty()) {
            event.add(new Location(place));
        }
        event.add(new Url(page));
        event.add(date.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.OPAQUE);
        organizer.ifPresent(sender -> {
            var from = new Organizer(URI.create("mailto:" + sender.address()));
            from.add(new Cn(sender.name()));
            event.add(from);
        });
        recipient.ifPresent(person -> {
            var attendee = new Attendee(URI.create("mailto:" + person.address()));
            attendee.add(new Cn(person.name()));
            attendee.add(Role.REQ_PARTICIPANT);
            attendee.add(PartStat.NEEDS_ACTION);
            attendee.add(Rsvp.TRUE);
            event.add(attendee);
        });
        return event;
    }

    /// The clock time is written as it is: given a zoned time, the library converts it by its own, older tables.
    private ParameterList inZone() {
        return new ParameterList(List.of(
                new net.fortuna.ical4j.model.parameter.TzId(date.time().zone().getId())));
    }

    /// What the clocks of a zone do around these moments.
    private static VTimeZone described(ZoneId zone, List<Instant> starts) {
        var rules = zone.getRules();
        var first = Collections.min(starts);
        var around = new TreeMap<Instant, ZoneOffsetTransition>();
        for (var start : starts) {
            var last = rules.previousTransition(start.plusSeconds(1));
            if (last != null && last.getInstant().isAfter(start.minus(AROUND))) {
                around.put(last.getInstant(), last);
            }
            var next = rules.nextTransition(start);
            if (next != null && next.getInstant().isBefore(start.plus(AROUND))) {
                around.put(next.getInstant(), next);
            }
        }
        var described = new VTimeZone();
        described.add(new TzId(zone.getId()));
        if (around.isEmpty() || around.firstKey().isAfter(first)) {
            var offset = rules.getOffset(first);
            described.add(observance(new Standard(), LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset));
        }
        for (var change : around.values()) {
            described.add(observance(
                    rules.isDaylightSavings(change.getInstant()) ? new Daylight() : new Standard(),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter()));
        }
        return described;
    }

    private static Observance observance(Observance kind, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        kind.add(new DtStart<>(from));
        kind.add(new TzOffsetFrom(before));
        kind.add(new TzOffsetTo(after));
        kind.add(new TzName(ZoneId.ofOffset("UTC", after).getId()));
        return kind;
    }
}
