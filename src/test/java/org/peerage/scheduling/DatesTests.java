package org.peerage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.aPerson;
import static org.peerage.networks.NetworkFixture.as;

import biweekly.Biweekly;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Dates at the real database, with its walls, their letters and their pages.
class DatesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Dates dates = peerage.bean(Dates.class);
    private final DateStore store = peerage.bean(DateStore.class);
    private final GroupFixture here = GroupFixture.aGroup().with(3);

    @Test
    void aFormSentTwiceActsOnce() {
        var form = form(here.chair());
        for (var time = 0; time < 2; time++) {
            assertThat(post(here.chair(), form).status()).isEqualTo(302);
        }
        assertThat(seenBy(here.chair())).hasSize(1);
    }

    @Test
    void onceADateIsSetThePageSaysWhereOneGoesOn() {
        var pages = Pages.seenBy(here.chair());
        assertThat(pages.get(list()).page().select("section[aria-labelledby=next]"))
                .isEmpty();

        set(here.chair());

        var next = pages.get(list()).page().expectFirst("section[aria-labelledby=next]");
        assertThat(next.expectFirst("h2").text()).isEqualTo("Settle the charter");
        assertThat(next.expectFirst("a.button").attr("href")).isEqualTo(here.group.address() + "/charter");
    }

    @Test
    void theConvenerMaySetDatesAndAMemberMayNot() {
        assertThat(set(here.convener).status()).isEqualTo(302);
        assertThat(seenBy(here.convener)).hasSize(1);
        var member = here.members.getFirst();
        assertThat(Pages.seenBy(member).get(list()).page().select("#set")).isEmpty();
        assertThat(Pages.seenBy(member)
                        .post(
                                list(),
                                "request",
                                java.util.UUID.randomUUID().toString(),
                                "day",
                                "2031-03-04",
                                "time",
                                "18:00",
                                "zone",
                                "UTC",
                                "minutes",
                                "60",
                                "place",
                                "",
                                "video",
                                "",
                                "keep",
                                "CLOCK")
                        .status())
                .isEqualTo(404);
        assertThatThrownBy(() -> as(member, () -> dates.set(here.group, EVENING, BERLIN, 60, "", "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anotherGroupSeesNothingOfADateAndItsPagesAreNotThere() {
        var date = aDate();
        var stranger = GroupFixture.aGroup().with(1).chair();
        assertThat(seenBy(stranger)).isEmpty();
        for (var path : List.of("/move", "/cancel", "/invite.ics")) {
            assertThat(Pages.seenBy(stranger).get("/dates/" + date + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(Pages.seenBy(stranger).get(list()).status()).isEqualTo(404);
        assertThat(Pages.seenBy(stranger)
                        .post("/dates/" + date + "/answer", "coming", "yes")
                        .status())
                .isEqualTo(404);
        assertThat(Pages.seenBy(aPerson()).get("/dates/" + date + "/invite.ics").status())
                .isEqualTo(404);
    }

    @Test
    void everyMemberWithAnAddressIsInvitedToldOfTheMoveAndOfTheEnd() {
        var ada = here.members.getFirst();
        keepAddress(ada);
        var id = aDate();
        as(here.chair(), () -> {
            dates.move(id, EVENING.plusDays(7), BERLIN);
            return id;
        });
        as(here.chair(), () -> {
            dates.cancel(id);
            return id;
        });

        var letters = letters(ada, id);
        assertThat(letters.stream().map(Sent::kind))
                .containsExactly("scheduling.invitation", "scheduling.moved", "scheduling.cancelled");
        assertThat(letters.stream().map(Sent::method)).containsExactly("REQUEST", "REQUEST", "CANCEL");
        var events = letters.stream()
                .map(letter -> Biweekly.parse(letter.calendar()).first())
                .toList();
        assertThat(events.stream().map(one -> one.getMethod().getValue()))
                .containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(events.stream()
                        .map(one -> one.getEvents().getFirst().getUid().getValue())
                        .distinct())
                .hasSize(1);
        assertThat(events.stream()
                        .map(one -> one.getEvents().getFirst().getSequence().getValue()))
                .containsExactly(0, 1, 2);
        assertThat(events.getFirst().getEvents().getFirst().getAttendees().stream()
                        .map(attendee -> attendee.getEmail()))
                .containsExactly(ada + "@example.org");
        assertThat(letters.get(1).body()).contains("So far: Tue 4 March 2031", "Now:    Tue 11 March 2031");
        assertThat(letters(here.chair(), id))
                .as("the chair has named no address")
                .isEmpty();
    }

    @Test
    void whoJoinsLaterIsInvitedToWhatIsStillToCome() {
        var date = aDate();
        var late = here.aMember("Noor Example");
        keepAddress(late);
        assertThat(letters(late, date)).isEmpty();
        Pages.seenBy(late).post(list() + "/letters");
        Pages.seenBy(late).post(list() + "/letters");
        assertThat(letters(late, date)).hasSize(1);
    }

    @Test
    void membersAnswerAndTheConvenerLearnsHowManyButNotWho() {
        var date = aDate();
        Pages.seenBy(here.chair()).post("/dates/" + date + "/answer", "coming", "yes");
        Pages.seenBy(here.members.get(0)).post("/dates/" + date + "/answer", "coming", "yes");
        Pages.seenBy(here.members.get(0)).post("/dates/" + date + "/answer", "coming", "no");

        var page = Pages.seenBy(here.convener).get(list()).page();
        assertThat(page.select(".card").text()).contains("1 coming, 1 not, 1 has not said yet");
        assertThat(page.select("form.answer")).isEmpty();
        assertThat(as(here.convener, () -> rows("scheduling.answer"))).isZero();
        assertThat(Pages.seenBy(here.members.get(0))
                        .get(list())
                        .page()
                        .select("button[aria-pressed=true]")
                        .text())
                .isEqualTo("No");
    }

    @Test
    void whoeverActsOnAnOldPageChangesNothingAndIsShownWhatHolds() {
        var date = aDate();
        var answer = move(date, 0, "2031-03-11", "19:00", "CLOCK", "Europe/Berlin");
        assertThat(answer.at()).isEqualTo(list());
        var late = move(date, 0, "2031-03-12", "20:00", "CLOCK", "Europe/Berlin");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("[role=alert]").text()).contains("Somebody changed this date");
        assertThat(late.page().select("input[name=time]").val())
                .as("what was typed stays")
                .isEqualTo("20:00");
        assertThat(seenBy(here.chair()).getFirst().time().local()).isEqualTo(LocalDateTime.parse("2031-03-11T19:00"));
        assertThat(Pages.seenBy(here.chair())
                        .post("/dates/" + date + "/cancel", "sequence", "0")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aDateThatHasMovedSaysSoWhereItStands() {
        var date = aDate();
        move(date, 0, "2031-03-04", "18:00", "CLOCK", "Europe/Berlin");
        assertThat(moved()).as("nothing has changed").isEmpty();
        move(date, 0, "2031-03-13", "18:00", "CLOCK", "Europe/Berlin");
        move(date, 1, "2031-03-14", "18:00", "CLOCK", "Europe/Berlin");
        assertThat(moved()).contains("Moved", "It was Tue 4 March 2031, 6:00");
        move(date, 2, "2031-03-04", "18:00", "CLOCK", "Europe/Berlin");
        assertThat(moved()).as("it stands where it stood first").isEmpty();
    }

    private String moved() {
        return Pages.seenBy(here.members.getFirst())
                .get(list())
                .page()
                .select("p:has(.tag)")
                .text()
                .replace('\u202f', ' ');
    }

    @Test
    void aMoveToAnotherZoneMayKeepTheMoment() {
        var date = aDate();
        var before = seenBy(here.chair()).getFirst().time();
        move(date, 0, "2031-03-04", "18:00", "MOMENT", "Asia/Kathmandu");
        var after = seenBy(here.chair()).getFirst().time();
        assertThat(after.startsAt()).isEqualTo(before.startsAt());
        assertThat(after.local()).isEqualTo(LocalDateTime.parse("2031-03-04T22:45"));
        assertThat(Pages.seenBy(here.members.getFirst())
                        .get(list())
                        .page()
                        .select("h3 time")
                        .text())
                .contains("Asia/Kathmandu");
    }

    @Test
    void aWrongFieldGetsItsSentenceAndWhatWasTypedStays() {
        var answer = Pages.seenBy(here.chair())
                .post(
                        list(),
                        "request",
                        java.util.UUID.randomUUID().toString(),
                        "day",
                        "2031-03-30",
                        "time",
                        "02:30",
                        "zone",
                        "Europe/Berlin",
                        "minutes",
                        "5",
                        "place",
                        "Harbour House",
                        "video",
                        "http://open",
                        "keep",
                        "CLOCK");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#minutes-wrong").text()).contains("15 to 1440");
        assertThat(answer.page().select("#video-wrong").text()).contains("https://");
        assertThat(answer.page().select("input[name=place]").val()).isEqualTo("Harbour House");
        assertThat(seenBy(here.chair())).isEmpty();
    }

    @Test
    void theFileIsCalledInviteAndItsMethodStandsInTheHeaderToo() {
        var date = aDate();
        var plain = Pages.seenBy(here.chair()).get("/dates/" + date + "/invite.ics");
        assertThat(plain.raw().getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"invite.ics\"");
        assertThat(plain.contentType()).contains("text/calendar", "method=PUBLISH");
        keepAddress(here.chair());
        var mine = Pages.seenBy(here.chair()).get("/dates/" + date + "/invite.ics");
        assertThat(mine.contentType()).contains("method=REQUEST");
        var calendar = Biweekly.parse(mine.body()).first();
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(calendar.getEvents().getFirst().getDateStart().getValue().toInstant())
                .isEqualTo(Instant.parse("2031-03-04T17:00:00Z"));
        assertThat(calendar.getEvents().getFirst().getSummary().getValue()).isEqualTo("Tuesday Circle: meeting");
    }

    @Test
    void thePageIsInOrder() {
        var date = aDate();
        var page = Pages.seenBy(here.chair()).get(list()).page();
        assertThat(page.select("h1").text()).isEqualTo("Dates of Tuesday Circle");
        assertThat(page.select("input:not([type=hidden]), select").stream()
                        .filter(field -> field.closest("label") == null
                                && page.getElementsByAttributeValue("for", field.id())
                                        .isEmpty()))
                .as("fields without a label")
                .isEmpty();
        assertThat(page.select("[style], [onclick]")).isEmpty();
        assertThat(page.select("time").attr("datetime")).isEqualTo("2031-03-04T17:00:00Z");
        var cancel =
                Pages.seenBy(here.chair()).get("/dates/" + date + "/cancel").page();
        assertThat(cancel.select("form button").text()).isEqualTo("Cancel this date");
        assertThat(Pages.seenBy(here.members.getFirst())
                        .get("/dates/" + date + "/cancel")
                        .status())
                .isEqualTo(404);
    }

    private record Sent(String kind, String method, String calendar, String body) {}

    private List<Sent> letters(PersonId person, DateId date) {
        return as(
                person,
                () -> peerage.bean(JdbcClient.class)
                        .sql("select kind, calendar_method, calendar, body from mail.letter where thread = :thread "
                                + "and to_person = :me order by id")
                        .param("thread", DateLetter.thread(date))
                        .param("me", person.value())
                        .query((row, number) -> new Sent(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4).replace('\u202f', ' ')))
                        .list());
    }

    private void keepAddress(PersonId person) {
        assertThat(Pages.seenBy(person)
                        .post("/mail/address", "address", person + "@example.org")
                        .at())
                .isEqualTo("/mail");
    }

    private long rows(String table) {
        return peerage.bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private DateId aDate() {
        return as(here.chair(), () -> dates.set(here.group, EVENING, BERLIN, 240, "Harbour House", ""));
    }

    private List<GroupDate> seenBy(PersonId person) {
        return as(person, () -> store.of(here.group));
    }

    private String list() {
        return "/groups/" + here.group + "/dates";
    }

    private String form(PersonId person) {
        return Pages.seenBy(person)
                .get(list())
                .page()
                .select("input[name=request]")
                .val();
    }

    private Pages.Answer set(PersonId person) {
        return post(person, form(person));
    }

    private Pages.Answer post(PersonId person, String request) {
        return Pages.seenBy(person)
                .post(
                        list(),
                        "request",
                        request,
                        "day",
                        LocalDate.from(EVENING).toString(),
                        "time",
                        "18:00",
                        "zone",
                        "Europe/Berlin",
                        "minutes",
                        "240",
                        "place",
                        "Harbour House",
                        "video",
                        "",
                        "keep",
                        "CLOCK");
    }

    private Pages.Answer move(DateId date, int sequence, String day, String time, String keep, String zone) {
        return Pages.seenBy(here.chair())
                .post(
                        "/dates/" + date + "/move",
                        "sequence",
                        Integer.toString(sequence),
                        "request",
                        "",
                        "day",
                        day,
                        "time",
                        time,
                        "zone",
                        zone,
                        "minutes",
                        "240",
                        "place",
                        "Harbour House",
                        "video",
                        "",
                        "keep",
                        keep);
    }
}
