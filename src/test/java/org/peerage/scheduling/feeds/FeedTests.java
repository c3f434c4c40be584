package org.peerage.scheduling.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.OneStretch;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The address from which a calendar fetches somebody's meetings: what it gives, to whom, and for how long.
class FeedTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Dates dates = peerage.bean(Dates.class);
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.getFirst();
    private final Caller calendar = Caller.stranger(peerage);

    @Test
    void aCalendarFetchesWhatItsOwnerSeesAndNamesNoGroupUnlessAsked() throws Exception {
        var elsewhere = GroupFixture.aGroup().with(1);
        elsewhere.seat(ada, "Ada Example");
        var first = date(here, "2031-03-04T18:00", BERLIN, "Harbour House", "https://video.example.org/secret");
        date(elsewhere, "2031-03-05T18:00", ZoneId.of("Asia/Kathmandu"), "", "");
        date(GroupFixture.aGroup().with(1), "2031-03-06T18:00", BERLIN, "", "");

        var neutral = calendar.get(address("false")).body();
        assertThat(events(neutral)).hasSize(2);
        assertThat(events(neutral).stream().map(event -> event.getSummary().getValue()))
                .containsOnly("Meeting");
        assertThat(neutral)
                .contains("TZID:Europe/Berlin", "TZID:Asia/Kathmandu", "METHOD:PUBLISH")
                .doesNotContain("Tuesday Circle", "Harbour", "secret", here.group.toString(), "ATTENDEE", "ORGANIZER");

        var named = calendar.get(address("true")).body();
        assertThat(events(named).stream().map(event -> event.getSummary().getValue()))
                .containsOnly("Tuesday Circle: meeting");
        assertThat(named).contains("Harbour House");
        assertThat(new CalendarBuilder().build(new StringReader(named)).getComponents("VEVENT"))
                .hasSize(2);

        as(here.chair(), () -> {
            dates.cancel(first);
            return first;
        });
        assertThat(events(calendar.get(address("true")).body())).hasSize(1);
    }

    @Test
    void whoeverHasLeftAGroupHasItsDatesNoLonger() {
        date(here, "2031-03-04T18:00", BERLIN, "", "");
        var address = address("true");
        assertThat(events(calendar.get(address).body())).hasSize(1);
        here.letOut(ada);
        assertThat(events(calendar.get(address).body())).isEmpty();
        assertThat(calendar.get(address).body()).contains("BEGIN:VCALENDAR");
    }

    @Test
    void aNewAddressEndsTheOldOneAndTakingItBackEndsBoth() {
        date(here, "2031-03-04T18:00", BERLIN, "", "");
        var old = address("false");
        var fresh = address("false");
        assertThat(calendar.get(old).statusCode()).isEqualTo(404);
        assertThat(calendar.get(fresh).statusCode()).isEqualTo(200);
        assertThat(page()).contains("A calendar last asked on").doesNotContain(fresh);
        Pages.seenBy(ada).post("/calendar/end");
        assertThat(calendar.get(fresh).statusCode()).isEqualTo(404);
        assertThat(page()).doesNotContain("You have an address");
    }

    @Test
    void onlyTheHashOfAnAddressIsKept() {
        var token = address("false").replaceAll("^/calendars/|\\.ics$", "");
        assertThat(Acting.asProgram(
                        "scheduling.feeds",
                        () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                                .sql("select count(*) from scheduling.feed f where f::text like :token")
                                .param("token", "%" + token + "%")
                                .query(Long.class)
                                .single())))
                .isZero();
    }

    @Test
    void aCalendarThatHasItAlreadyIsToldSoUntilSomethingChanges() {
        var date = date(here, "2031-03-04T18:00", BERLIN, "", "");
        var address = address("false");
        var tag = tag(calendar.get(address));
        assertThat(tag(calendar.get(address))).isEqualTo(tag);
        assertThat(had(address, tag).statusCode()).isEqualTo(304);
        as(here.chair(), () -> {
            dates.move(date, LocalDateTime.parse("2031-03-11T18:00"), BERLIN);
            return date;
        });
        assertThat(had(address, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverAsksTooOftenHasToWait() {
        OneStretch.of(Duration.ofHours(1), _ -> {
            var address = address("false");
            var answers = new ArrayList<Integer>();
            for (var time = 0; time < 62; time++) {
                answers.add(calendar.get(address).statusCode());
            }
            assertThat(answers.subList(0, 60)).containsOnly(200);
            assertThat(answers.getLast()).isEqualTo(429);
        });
    }

    @Test
    void theYearOfAGroupIsOneFileForItsPeopleThroughBothChangesOfTheClock() throws Exception {
        for (var zone : List.of("Asia/Kathmandu", "America/St_Johns", "Europe/Berlin")) {
            var circle = GroupFixture.aGroup().with(2);
            for (var month = 1; month <= 12; month++) {
                date(circle, "2031-%02d-14T18:00".formatted(month), ZoneId.of(zone), "Harbour House", "");
            }
            var answer = Pages.seenBy(circle.members.getFirst()).get("/groups/" + circle.group + "/dates.ics");
            assertThat(answer.raw().getHeader("Content-Disposition")).contains("dates.ics");
            var read = new CalendarBuilder().build(new StringReader(answer.body()));
            assertThat(read.getComponents("VEVENT")).hasSize(12);
            assertThat(read.getComponents("VTIMEZONE")).hasSize(1);
            assertThat(events(answer.body()).stream()
                            .map(event -> event.getDateStart()
                                    .getValue()
                                    .toInstant()
                                    .atZone(ZoneId.of(zone))
                                    .toLocalTime()
                                    .toString())
                            .distinct())
                    .as(zone)
                    .containsExactly("18:00");
        }
        assertThat(Pages.seenBy(GroupFixture.aGroup().with(1).chair())
                        .get("/groups/" + here.group + "/dates.ics")
                        .status())
                .isEqualTo(404);
    }

    private DateId date(GroupFixture circle, String at, ZoneId zone, String place, String video) {
        return as(circle.chair(), () -> dates.set(circle.group, LocalDateTime.parse(at), zone, 240, place, video));
    }

    private String address(String names) {
        var shown = Pages.seenBy(ada)
                .post("/calendar", "names", names)
                .page()
                .select("#feed")
                .val();
        return URI.create(shown).getPath();
    }

    private String page() {
        return Pages.seenBy(ada).get("/calendar").page().text();
    }

    private HttpResponse<String> had(String address, String tag) {
        return calendar.send("GET", address, "text/plain", "", Map.of("If-None-Match", tag));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static List<VEvent> events(String calendar) {
        return Biweekly.parse(calendar).first().getEvents();
    }
}
