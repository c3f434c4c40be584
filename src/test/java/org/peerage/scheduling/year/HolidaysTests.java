package org.peerage.scheduling.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days that anybody can look up in a calendar of the country.
class HolidaysTests {

    @ParameterizedTest
    @CsvSource({"2026, 2026-04-05", "2027, 2027-03-28", "2031, 2031-04-13", "2038, 2038-04-25", "2100, 2100-03-28"})
    void easterIsWhereTheCalendarHasIt(int year, LocalDate day) {
        assertThat(Holidays.easter(year)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 2027-10-03, national-day",
        "DE, 2027-05-06, ascension",
        "FR, 2027-07-14, national-day",
        "AT, 2027-05-27, corpus-christi",
        "NL, 2031-04-26, kings-day",
        "NL, 2027-04-27, kings-day",
        "GB, 2027-05-03, bank-holiday",
        "GB, 2027-05-31, bank-holiday",
        "GB, 2027-12-27, christmas",
        "GB, 2027-12-28, second-christmas",
        "GB, 2022-01-03, new-year",
        "US, 2027-11-25, thanksgiving",
        "US, 2027-01-18, martin-luther-king",
        "US, 2026-07-03, independence",
        "US, 2021-12-31, new-year",
        "SE, 2027-06-26, midsummer",
        "CA, 2027-09-06, labour-day",
        "AU, 2027-01-26, national-day",
        "IT, 2026-10-04, saint-francis"
    })
    void aHolidayIsKnownOnTheDayOnWhichItIsKept(String country, LocalDate day, String name) {
        assertThat(Holidays.on(day, country)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 2027-10-04",
        "NL, 2031-04-28",
        "GB, 2027-04-01",
        "US, 2027-11-26",
        "XX, 2027-12-25",
        "'', 2027-12-25"
    })
    void otherDaysAreNone(String country, LocalDate day) {
        assertThat(Holidays.on(day, country)).isEmpty();
    }

    @Test
    void aZoneSaysTheCountryWhereOneIsKnown() {
        assertThat(Holidays.country(ZoneId.of("America/St_Johns"))).contains("CA");
        assertThat(Holidays.country(ZoneId.of("Asia/Kathmandu"))).isEmpty();
        assertThat(Holidays.country(ZoneId.of("UTC"))).isEmpty();
    }
}
