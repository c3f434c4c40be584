package org.peerage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTimeTests {

    /// Both changes in a northern and in a southern zone, half-hour and quarter-hour offsets, a half-hour change.
    @ParameterizedTest
    @CsvSource({
        "2027-03-27T18:00, Europe/Berlin, 2027-03-27T17:00:00Z",
        "2027-03-28T18:00, Europe/Berlin, 2027-03-28T16:00:00Z",
        "2027-10-30T18:00, Europe/Berlin, 2027-10-30T16:00:00Z",
        "2027-10-31T18:00, Europe/Berlin, 2027-10-31T17:00:00Z",
        "2027-04-03T18:00, Australia/Sydney, 2027-04-03T07:00:00Z",
        "2027-04-04T18:00, Australia/Sydney, 2027-04-04T08:00:00Z",
        "2027-10-02T18:00, Australia/Sydney, 2027-10-02T08:00:00Z",
        "2027-10-03T18:00, Australia/Sydney, 2027-10-03T07:00:00Z",
        "2027-06-01T08:00, Asia/Kolkata, 2027-06-01T02:30:00Z",
        "2027-06-01T05:00, Asia/Kathmandu, 2027-05-31T23:15:00Z",
        "2027-04-03T18:00, Australia/Lord_Howe, 2027-04-03T07:00:00Z",
        "2027-04-04T18:00, Australia/Lord_Howe, 2027-04-04T07:30:00Z",
        "2027-06-01T00:30, Pacific/Chatham, 2027-05-31T11:45:00Z",
        "2027-06-01T12:00, UTC, 2027-06-01T12:00:00Z"
    })
    void theClockTimeHoldsAndTheInstantFollows(LocalDateTime local, ZoneId zone, Instant instant) {
        assertThat(new MeetingTime(local, zone, 60).startsAt()).isEqualTo(instant);
    }

    @Test
    void aTimeThatTheClocksSkipIsKnownAndMovesForward() {
        var skipped = at("2027-03-28T02:30", "Europe/Berlin", 60);
        assertThat(skipped.isOnTheClock()).isFalse();
        assertThat(skipped.startsAt()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(at("2027-03-28T01:59", "Europe/Berlin", 60).isOnTheClock()).isTrue();
        assertThat(at("2027-03-28T03:00", "Europe/Berlin", 60).isOnTheClock()).isTrue();
    }

    @Test
    void whereAnHourComesTwiceTheFirstIsMeant() {
        assertThat(at("2027-10-31T02:30", "Europe/Berlin", 60).startsAt())
                .isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
    }

    @Test
    void aMeetingLastsAsLongAsItLastsThroughAChangeOfTheClocks() {
        var night = at("2027-03-27T23:00", "Europe/Berlin", 240);
        assertThat(night.end().toLocalDateTime()).isEqualTo(LocalDateTime.parse("2027-03-28T04:00"));
        assertThat(night.endsAt()).isEqualTo(Instant.parse("2027-03-28T02:00:00Z"));
    }

    @Test
    void aMoveToAnotherZoneKeepsTheClockOrTheMoment() {
        var berlin = at("2027-06-01T18:00", "Europe/Berlin", 240);
        assertThat(berlin.keepingTheClock(ZoneId.of("Asia/Kolkata")))
                .isEqualTo(at("2027-06-01T18:00", "Asia/Kolkata", 240));
        var moment = berlin.keepingTheMoment(ZoneId.of("Asia/Kolkata"));
        assertThat(moment).isEqualTo(at("2027-06-01T21:30", "Asia/Kolkata", 240));
        assertThat(moment.startsAt()).isEqualTo(berlin.startsAt());
        assertThat(berlin.keepingTheMoment(ZoneId.of("Pacific/Auckland")))
                .as("across midnight")
                .isEqualTo(at("2027-06-02T04:00", "Pacific/Auckland", 240));
    }

    @Test
    void itsWordsNameTheZoneAndTheDayOnWhichItEnds() {
        assertThat(plain(at("2027-02-02T18:00", "Europe/Berlin", 240)))
                .isEqualTo("Tue 2 February 2027, 6:00 PM – 10:00 PM Europe/Berlin");
        assertThat(plain(at("2027-02-02T22:30", "America/New_York", 150)))
                .isEqualTo("Tue 2 February 2027, 10:30 PM – Wed 3 February 2027, 1:00 AM America/New York");
    }

    private static String plain(MeetingTime time) {
        return time.words(Locale.ENGLISH).replace('\u202f', ' ');
    }

    private static MeetingTime at(String local, String zone, int minutes) {
        return new MeetingTime(LocalDateTime.parse(local), ZoneId.of(zone), minutes);
    }
}
