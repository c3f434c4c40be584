package org.peerage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationLevel;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.ICalDate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.groups.GroupId;
import org.peerage.mail.CalendarPart;
import org.peerage.mail.Mailbox;

/// What we write with one library is read with another.
class CalendarObjectTests {

    private static final Mailbox ADA = new Mailbox("Ada \"the\" Exämple, Ltd", "ada@example.org");
    private static final Mailbox FROM = new Mailbox("Peerage", "post@example.org");

    @ParameterizedTest
    @CsvSource({
        "2027-03-27T18:00, Europe/Berlin",
        "2027-03-28T18:00, Europe/Berlin",
        "2027-03-27T23:00, Europe/Berlin",
        "2027-10-31T18:00, Europe/Berlin",
        "2027-10-31T02:30, Europe/Berlin",
        "2027-04-03T18:00, Australia/Sydney",
        "2027-04-04T18:00, Australia/Sydney",
        "2027-10-02T18:00, Australia/Sydney",
        "2027-10-03T18:00, Australia/Sydney",
        "2027-04-04T18:00, Australia/Lord_Howe",
        "2027-07-01T18:00, Australia/Lord_Howe",
        "2027-06-01T05:00, Asia/Kathmandu",
        "2027-06-01T00:30, Pacific/Chatham",
        "2027-09-26T12:00, Pacific/Chatham",
        "2027-01-15T12:00, America/Santiago",
        "2027-02-20T12:00, Africa/Casablanca",
        "2027-06-01T12:00, UTC"
    })
    void anotherLibraryReadsTheSameMoments(LocalDateTime local, ZoneId zone) {
        var time = new MeetingTime(local, zone, 240);
        var calendar = calendar(entry(time, 0, false).to(ADA, FROM));
        var event = calendar.getEvents().getFirst();
        assertThat(instant(calendar, event.getDateStart())).isEqualTo(time.startsAt());
        assertThat(instant(calendar, event.getDateEnd()))
                .isEqualTo(time.startsAt().plus(Duration.ofHours(4)));
    }

    /// RFC 5545, 3.6.5: the observance with the latest onset not after the time by the clock gives the offset. The
    /// reader's own conversion is not used: near a change of the clocks it is off by an hour for any VTIMEZONE.
    private static Instant instant(ICalendar calendar, DateOrDateTimeProperty property) {
        var clock = clock(property.getValue());
        var zone = calendar.getTimezoneInfo().getTimezone(property).getComponent();
        var observances = new ArrayList<Observance>(zone.getStandardTimes());
        observances.addAll(zone.getDaylightSavingsTime());
        var offset = observances.stream()
                .filter(one -> !clock(one.getDateStart().getValue()).isAfter(clock))
                .max(Comparator.comparing(one -> clock(one.getDateStart().getValue())))
                .orElseThrow()
                .getTimezoneOffsetTo()
                .getValue();
        return clock.toInstant(ZoneOffset.ofTotalSeconds(Math.toIntExact(offset.getMillis() / 1000)));
    }

    private static LocalDateTime clock(ICalDate date) {
        var written = date.getRawComponents();
        return LocalDateTime.of(
                written.getYear(),
                written.getMonth(),
                written.getDate(),
                written.getHour(),
                written.getMinute(),
                written.getSecond());
    }

    /// Some readers take offsets of four digits only, and the first entry of most zones has seconds.
    @ParameterizedTest
    @CsvSource({
        "Asia/Dubai, +0400",
        "Asia/Riyadh, +0300",
        "Asia/Bangkok, +0700",
        "Africa/Accra, +0000",
        "Asia/Kathmandu, +0545",
        "America/Phoenix, -0700",
        "Asia/Tokyo, +0900",
        "Africa/Monrovia, +0000",
        "UTC, +0000"
    })
    void whereNothingChangesTheZoneIsOnePlainOffset(ZoneId zone, String offset) {
        var time = new MeetingTime(LocalDateTime.parse("2027-06-01T18:00"), zone, 240);
        var lines = entry(time, 0, false).to(ADA, FROM).text().lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("TZOFFSET")))
                .containsExactly("TZOFFSETFROM:" + offset, "TZOFFSETTO:" + offset);
        assertThat(lines).containsOnlyOnce("BEGIN:STANDARD").doesNotContain("BEGIN:DAYLIGHT");
    }

    @Test
    void noZoneOfTheWorldHasAnOffsetWithSecondsOrALineThatIsTooLong() {
        for (var zone : DateForm.zones()) {
            for (var day : List.of("2027-01-15T18:00", "2027-07-15T18:00", "2031-10-28T02:30")) {
                var time = new MeetingTime(LocalDateTime.parse(day), ZoneId.of(zone), 240);
                assertThat(entry(time, 0, false).to(ADA, FROM).text().lines())
                        .as("%s on %s", zone, day)
                        .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                                .hasSizeLessThanOrEqualTo(75))
                        .filteredOn(line -> line.startsWith("TZOFFSET"))
                        .isNotEmpty()
                        .allMatch(line -> line.matches("TZOFFSET(FROM|TO):[+-]\\d{4}"));
            }
        }
    }

    @Test
    void anInvitationIsARequestToItsOneRecipient() {
        var part = entry(berlin(), 0, false).to(ADA, FROM);
        var event = read(part);
        assertThat(part.method()).isEqualTo("REQUEST");
        assertThat(calendar(part).getMethod().getValue()).isEqualTo(part.method());
        assertThat(event.getAttendees()).hasSize(1);
        assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo("ada@example.org");
        assertThat(event.getAttendees().getFirst().getCommonName()).contains("Exämple, Ltd");
        assertThat(event.getAttendees().getFirst().getRsvp()).isTrue();
        assertThat(event.getAttendees().getFirst().getParticipationLevel()).isEqualTo(ParticipationLevel.REQUIRED);
        assertThat(event.getOrganizer().getEmail()).isEqualTo("post@example.org");
        assertThat(event.getSummary().getValue()).isEqualTo("Harbour Circle; north, east: meeting");
        assertThat(event.getLocation().getValue()).isEqualTo("Room 4, Harbour House");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getStatus().isConfirmed()).isTrue();
    }

    @Test
    void theZoneTravelsWithTheEvent() {
        var text = entry(berlin(), 0, false).to(ADA, FROM).text();
        assertThat(text)
                .contains("BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20270328T180000");
        assertThat(text.lines().toList())
                .as("folded at 75 bytes")
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text).contains("\r\n");
    }

    @Test
    void theEndIsACancelOfTheSameEventWithAHigherSequence() {
        var invited = read(entry(berlin(), 0, false).to(ADA, FROM));
        var part = entry(berlin(), 2, true).to(ADA, FROM);
        var cancelled = read(part);
        assertThat(part.method()).isEqualTo("CANCEL");
        assertThat(calendar(part).getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(cancelled.getUid().getValue()).isEqualTo(invited.getUid().getValue());
        assertThat(cancelled.getSequence().getValue())
                .isGreaterThan(invited.getSequence().getValue());
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getAttendees()).hasSize(1);
    }

    @Test
    void aFileForSomebodyWithoutAnAddressAsksNobodyToReply() {
        var part = entry(berlin(), 0, false).asFile(FROM);
        assertThat(part.method()).isEqualTo("PUBLISH");
        assertThat(calendar(part).getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(read(part).getAttendees()).isEmpty();
    }

    private static final String UID = UUID.randomUUID().toString();

    private static MeetingTime berlin() {
        return new MeetingTime(LocalDateTime.parse("2027-03-28T18:00"), ZoneId.of("Europe/Berlin"), 240);
    }

    private static CalendarObject entry(MeetingTime time, int sequence, boolean cancelled) {
        var date = new GroupDate(
                new DateId(UUID.randomUUID()),
                new GroupId(UUID.randomUUID()),
                time,
                time,
                new GroupDate.Venue("Room 4, Harbour House", "https://video.example.org/harbour"),
                UID,
                sequence,
                cancelled);
        return new CalendarObject(
                date,
                "Harbour Circle; north, east: meeting",
                "Details and your answer: https://peerage.example.org/groups/1/dates\nVideo: to be named",
                URI.create("https://peerage.example.org/groups/1/dates"),
                Instant.parse("2026-11-21T09:00:00Z"));
    }

    private static ICalendar calendar(CalendarPart part) {
        return Biweekly.parse(part.text()).first();
    }

    private static VEvent read(CalendarPart part) {
        var calendar = calendar(part);
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }
}
