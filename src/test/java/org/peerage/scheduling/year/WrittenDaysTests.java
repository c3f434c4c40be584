package org.peerage.scheduling.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDaysTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-14",
                "2027/3/14",
                "14.03.2027",
                "14. 3. 2027",
                "So 14.3.2027",
                "14/3/2027",
                "3/14/2027",
                "14 March 2027",
                "14th March 2027",
                "Sunday, 14 March 2027",
                "Sun 14 Mar 2027",
                "March 14, 2027",
                "Sunday, March 14th, 2027",
                "14. März 2027",
                "Sonntag, 14. März 2027",
                "  14   maerz 2027 "
            })
    void aDayIsReadAsPeopleWriteIt(String typed) {
        assertThat(WrittenDays.read(typed)).contains(LocalDate.of(2027, 3, 14));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/4/2027",
                "31.2.2027",
                "soon",
                "14 March",
                "14.3.27",
                "14 Foo 2027",
                "2027-13-01",
                "",
                "14 March 9027"
            })
    void whatCouldBeTwoDaysOrNoneIsNotGuessed(String typed) {
        assertThat(WrittenDays.read(typed)).isEmpty();
    }
}
