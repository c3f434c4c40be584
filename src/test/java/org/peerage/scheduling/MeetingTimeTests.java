package org.peerage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
                .isEqualTo("Tue 2 February 2027, 6:00 PM – 10:00 PM, Europe/Berlin");
        assertThat(plain(at("2027-02-02T22:30", "America/New_York", 150)))
                .isEqualTo("Tue 2 February 2027, 10:30 PM – Wed 3 February 2027, 1:00 AM, America/New York");
    }

    @Test
    void aYearOfMonthlyDatesKeepsTheWeekdayAndTheClockThroughBothChanges() {
        var days = Rhythm.MONTHLY_ON_THE_WEEKDAY.from(LocalDate.parse("2027-01-05"));
        assertThat(days)
                .containsExactly(
                        LocalDate.parse("2027-01-05"),
                        LocalDate.parse("2027-02-02"),
                        LocalDate.parse("2027-03-02"),
                        LocalDate.parse("2027-04-06"),
                        LocalDate.parse("2027-05-04"),
                        LocalDate.parse("2027-06-01"),
                        LocalDate.parse("2027-07-06"),
                        LocalDate.parse("2027-08-03"),
                        LocalDate.parse("2027-09-07"),
                        LocalDate.parse("2027-10-05"),
                        LocalDate.parse("2027-11-02"),
                        LocalDate.parse("2027-12-07"));
        for (var zone : java.util.List.of("Europe/Berlin", "Australia/Sydney")) {
            var offsets = days.stream()
                    .map(day -> new MeetingTime(day.atTime(18, 0), ZoneId.of(zone), 240)
                            .start()
                            .getOffset())
                    .distinct();
            assertThat(offsets).as("both changes lie in the year of %s", zone).hasSize(2);
        }
    }

    @Test
    void aFifthWeekdayMeansTheLastOfEachMonth() {
        assertThat(Rhythm.MONTHLY_ON_THE_WEEKDAY
                        .from(LocalDate.parse("2027-03-30"))
                        .subList(0, 3))
                .containsExactly(
                        LocalDate.parse("2027-03-30"), LocalDate.parse("2027-04-27"), LocalDate.parse("2027-05-25"));
    }

    @Test
    void aDayThatAMonthLacksIsItsLastAndTheNextMonthHasItAgain() {
        assertThat(Rhythm.MONTHLY_ON_THE_DAY.from(LocalDate.parse("2027-01-31")).subList(0, 3))
                .containsExactly(
                        LocalDate.parse("2027-01-31"), LocalDate.parse("2027-02-28"), LocalDate.parse("2027-03-31"));
        assertThat(Rhythm.ONCE.from(LocalDate.parse("2027-01-31"))).hasSize(1);
    }

    private static String plain(MeetingTime time) {
        return time.words(Locale.ENGLISH).replace('\u202f', ' ');
    }

    private static MeetingTime at(String local, String zone, int minutes) {
        return new MeetingTime(LocalDateTime.parse(local), ZoneId.of(zone), minutes);
    }
}
