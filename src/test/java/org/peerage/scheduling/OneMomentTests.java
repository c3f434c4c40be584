package org.peerage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Days;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One moment, said by the page, the letter, the letter's calendar and the feed: in odd zones, and on both sides of
/// both changes of the clocks, there and where the reader is.
class OneMomentTests {

    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(2).inAnOpenRoom();
    private final PersonId ada = here.members.getFirst();

    @ParameterizedTest
    @CsvSource({
        "America/St_Johns, 2031-03-08T18:00",
        "America/St_Johns, 2031-03-09T18:00",
        "America/St_Johns, 2031-11-01T18:00",
        "America/St_Johns, 2031-11-02T18:00",
        "America/St_Johns, 2031-11-02T01:30",
        "Asia/Kathmandu, 2031-04-05T18:00",
        "Asia/Kathmandu, 2031-04-06T18:00",
        "Asia/Kathmandu, 2031-10-04T23:45",
        "Europe/Berlin, 2031-03-30T18:00",
        "Europe/Berlin, 2031-10-26T02:30"
    })
    void pageLetterCalendarAndFeedSayTheSame(ZoneId zone, LocalDateTime local) {
        Pages.seenBy(ada).post("/mail/address", "address", ada + "@example.org", "zone", LORD_HOWE.getId());
        var feed = URI.create(Pages.seenBy(ada)
                        .post("/calendar", "names", "true")
                        .page()
                        .select("#feed")
                        .val())
                .getPath();
        var date = as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, local, zone, 240, "", ""));
        var moment = local.atZone(zone).toInstant();

        var page = Pages.seenBy(ada).get(Dates.page(here.group)).page();
        assertThat(page.select("#date-" + date + " time").attr("datetime")).isEqualTo(moment.toString());
        var starts = "DTSTART;TZID=" + zone + ":"
                + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).format(local);
        assertThat(Caller.stranger(peerage).get(feed).body()).contains(starts);
        assertThat(letter(date, "calendar")).contains(starts);
        var there = moment.atZone(LORD_HOWE);
        assertThat(letter(date, "body"))
                .contains(Days.of(Locale.ENGLISH).format(there) + ", "
                        + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(Locale.ENGLISH)
                                .format(there))
                .contains("Australia/Lord Howe");
    }

    private String letter(DateId date, String part) {
        return as(
                ada,
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("select " + part + " from mail.letter where thread = :thread and to_person = :me")
                        .param("thread", DateLetter.thread(date))
                        .param("me", ada.value())
                        .query(String.class)
                        .single()));
    }
}
