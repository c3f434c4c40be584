package org.peerage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DateFormTests {

    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

    @Test
    void whatIsTypedBecomesATimeAndAVenue() {
        assertThat(form("2027-02-02", "18:00", "Europe/Berlin").parse(NOW))
                .isEqualTo(new DateForm.Planned(
                        List.of(at("2027-02-02T18:00", "Europe/Berlin")),
                        new GroupDate.Venue("Harbour House", "https://video.example.org/harbour")));
    }

    @Test
    void everyFieldThatIsWrongGetsASentence() {
        var form = new DateForm("", "soon", "tea time", "Mars/Base", "five", "a\nb", "http://video", "CLOCK");
        assertThat(form.parse(NOW))
                .isEqualTo(new DateForm.Wrong(Map.of(
                        "day", "scheduling.form.day.wrong",
                        "time", "scheduling.form.time.wrong",
                        "zone", "scheduling.form.zone.wrong",
                        "minutes", "scheduling.form.minutes.wrong",
                        "place", "scheduling.form.place.wrong",
                        "video", "scheduling.form.video.wrong")));
    }

    @Test
    void aMomentThatHasPassedAndATimeThatTheClocksSkipAreRefused() {
        assertThat(form("2027-01-01", "12:59", "Europe/Berlin").parse(NOW))
                .isEqualTo(new DateForm.Wrong(Map.of("day", "scheduling.form.day.past")));
        assertThat(form("2027-01-01", "13:00", "Europe/Berlin").parse(NOW))
                .as("now is too late")
                .isInstanceOf(DateForm.Wrong.class);
        assertThat(form("2027-01-01", "13:01", "Europe/Berlin").parse(NOW)).isInstanceOf(DateForm.Planned.class);
        assertThat(form("2027-03-28", "02:30", "Europe/Berlin").parse(NOW))
                .isEqualTo(new DateForm.Wrong(Map.of("time", "scheduling.form.time.skipped")));
    }

    @Test
    void aMoveToAnotherZoneReadsTheTimeAsItsChooserMeantIt() {
        var before = at("2027-02-02T18:00", "Europe/Berlin");
        var form = form("2027-02-02", "18:00", "Asia/Kolkata");
        assertThat(times(form.parseMove(NOW, before))).containsExactly(at("2027-02-02T18:00", "Asia/Kolkata"));
        var moment = new DateForm(
                form.request(),
                form.day(),
                form.time(),
                form.zone(),
                form.minutes(),
                form.place(),
                form.video(),
                "MOMENT");
        assertThat(times(moment.parseMove(NOW, before))).containsExactly(at("2027-02-02T22:30", "Asia/Kolkata"));
    }

    @Test
    void aLengthIsBetweenAQuarterOfAnHourAndADay() {
        for (var minutes : List.of("14", "1441", "0", "-15", "99999999999")) {
            assertThat(lasting(minutes).parse(NOW)).as(minutes).isInstanceOf(DateForm.Wrong.class);
        }
        for (var minutes : List.of("15", "1440")) {
            assertThat(lasting(minutes).parse(NOW)).as(minutes).isInstanceOf(DateForm.Planned.class);
        }
    }

    private static List<MeetingTime> times(DateForm.Parsed parsed) {
        return ((DateForm.Planned) parsed).times();
    }

    private static MeetingTime at(String local, String zone) {
        return new MeetingTime(LocalDateTime.parse(local), ZoneId.of(zone), 240);
    }

    private static DateForm lasting(String minutes) {
        return new DateForm("", "2027-02-02", "18:00", "UTC", minutes, "", "", "CLOCK");
    }

    private static DateForm form(String day, String time, String zone) {
        return new DateForm(
                "", day, time, zone, "240", " Harbour House ", "https://video.example.org/harbour", "CLOCK");
    }
}
