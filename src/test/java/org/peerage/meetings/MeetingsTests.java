package org.peerage.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.aPerson;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.peerage.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Meetings at the real database, with its walls, and their pages.
class MeetingsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");
    private static final Instant START = EVENING.atZone(BERLIN).toInstant();

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Meetings meetings = peerage.bean(Meetings.class);
    private final GroupFixture here = GroupFixture.aGroup().with(6);
    private final PersonId chair = here.chair();
    private final PersonId member = here.members.getFirst();

    @Test
    void aDateBringsAMeetingAndItsEndTakesItAway() {
        var date = aDate(240);
        var meeting = meetingOf(date);
        assertThat(as(member, () -> store().find(meeting).orElseThrow().startsAt()))
                .isEqualTo(START);

        as(chair, () -> {
            peerage.bean(Dates.class).move(date, EVENING.plusDays(1), BERLIN);
            return true;
        });
        assertThat(as(member, () -> store().find(meeting).orElseThrow().startsAt()))
                .isEqualTo(START.plus(Duration.ofDays(1)));

        as(chair, () -> {
            peerage.bean(Dates.class).cancel(date);
            return true;
        });
        assertThat(sitting(meeting).state()).isEqualTo(Sitting.State.CANCELLED);
    }

    @Test
    void aConvenerWhoSetsADateBringsAMeetingTheyCannotEnter() {
        var date = as(here.convener, () -> peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, 240, "", ""));
        var meeting = as(member, () -> meetings.ofDate(date.value())).orElseThrow();
        assertThat(as(here.convener, () -> store().find(meeting))).isEmpty();
        assertThat(Pages.seenBy(here.convener).get("/meetings/" + meeting).status())
                .isEqualTo(404);
    }

    @Test
    void aConvenerSeesHowManyWereThereAndNothingElse() {
        var meeting = started();
        act(member, meeting, "arrive");
        var list = Pages.seenBy(here.convener).get("/groups/" + here.group + "/meetings");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.page().text()).contains("2 present").doesNotContain("Join the meeting");
        assertThat(list.body()).doesNotContain(meeting.toString());
        for (var table : List.of("meeting", "head", "item", "turn", "event", "attendance", "presence", "rating")) {
            assertThat(as(here.convener, () -> rows(table)))
                    .as("rows of %s that a convener sees", table)
                    .isZero();
        }
    }

    @Test
    void anotherGroupSeesNothingAndEveryPageIsNotThere() {
        var meeting = started();
        var stranger = GroupFixture.aGroup().with(1).chair();
        for (var table : List.of("meeting", "head", "item", "event", "attendance")) {
            assertThat(as(stranger, () -> rows(table))).as(table).isZero();
        }
        var item = current(meeting).toString();
        for (var path : List.of("", "/live", "/prepare", "/events", "/items/" + item)) {
            assertThat(Pages.seenBy(stranger).get("/meetings/" + meeting + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(post(stranger, meeting, "next", 1, Ids.next()).status()).isEqualTo(404);
        assertThat(post(stranger, meeting, "arrive", 0, Ids.next()).status()).isEqualTo(404);
        assertThat(Pages.seenBy(aPerson())
                        .get("/groups/" + here.group + "/meetings")
                        .status())
                .isEqualTo(404);
        assertThat(Pages.seenBy(member).get("/meetings/none-such/live").status())
                .isEqualTo(404);
    }

    @Test
    void theAgendaIsGeneratedUntilAChairApprovesIt() {
        var meeting = meetingOf(aDate(240));
        var draft = Pages.seenBy(chair).get("/meetings/" + meeting);
        assertThat(draft.page().select("ol.agenda > li")).hasSize(11);
        assertThat(draft.page().text()).contains("Draft, made from what is due", "240 of 240 minutes planned");
        assertThat(as(chair, () -> rows("item"))).isZero();
        assertThat(Pages.seenBy(member).get("/meetings/" + meeting).page().select("form[action*=agenda]"))
                .isEmpty();

        var approved = change(chair, meeting, "approve");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.page().text()).contains("Approved");
        assertThat(as(chair, () -> rows("item"))).isEqualTo(11);
    }

    @Test
    void aMemberCannotChangeAnAgenda() {
        var meeting = meetingOf(aDate(240));
        assertThat(change(member, meeting, "approve").status()).isEqualTo(409);
        assertThat(change(member, meeting, "format", "format", "forum-2h").status())
                .isEqualTo(409);
        assertThat(as(member, () -> rows("item"))).isZero();
    }

    @Test
    void aChangeByHandKeepsTheAgendaAndTwoEditorsNeverOverwriteEachOther() {
        var meeting = meetingOf(aDate(240));
        var seen = Pages.seenBy(chair).get("/meetings/" + meeting).page();
        var version = seen.select("input[name=version]").val();
        var fingerprint = seen.select("input[name=seen]").val();
        var first = Pages.seenBy(chair)
                .post(
                        "/meetings/" + meeting + "/agenda/down",
                        "version",
                        version,
                        "seen",
                        fingerprint,
                        "position",
                        "2",
                        "request",
                        Ids.next().toString());
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.page().select("ol.agenda > li strong").eachText())
                .startsWith("Arrive", "What stays in the room", "Break", "Updates");
        var second = Pages.seenBy(chair)
                .post(
                        "/meetings/" + meeting + "/agenda/remove",
                        "version",
                        version,
                        "seen",
                        fingerprint,
                        "position",
                        "2",
                        "request",
                        Ids.next().toString());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().select("[role=alert]").text()).contains("Somebody was faster");
        assertThat(second.page().select("ol.agenda > li")).hasSize(11);
    }

    @Test
    void anAgendaWithoutItsFrameIsRefused() {
        var meeting = meetingOf(aDate(240));
        assertThat(change(chair, meeting, "remove", "position", "1").status()).isEqualTo(409);
        assertThat(change(chair, meeting, "minutes", "position", "2", "minutes", "0")
                        .status())
                .isEqualTo(409);
        assertThat(change(chair, meeting, "minutes", "position", "2", "minutes", "many")
                        .status())
                .isEqualTo(400);
        assertThat(change(chair, meeting, "add", "kind", "pitch", "minutes", "5")
                        .status())
                .isEqualTo(400);
        assertThat(change(chair, meeting, "nonsense").status()).isEqualTo(400);
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainAndActsOnce() {
        var meeting = started();
        var request = Ids.next();
        var version = version(meeting);
        var first = post(chair, meeting, "next", version, request);
        var again = post(chair, meeting, "next", version, request);
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(version(meeting)).isEqualTo(version + 1);
        assertThat(again.page().select("[data-floor]").attr("data-item"))
                .isEqualTo(first.page().select("[data-floor]").attr("data-item"));
    }

    @Test
    void anActOutOfOrderSaysWhatHappenedAndShowsWhatStands() {
        var meeting = started();
        var version = version(meeting);
        post(chair, meeting, "next", version, Ids.next());
        var late = post(chair, meeting, "next", version, Ids.next());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("[role=alert]").text()).contains("Somebody was faster", "Nothing was changed");
        assertThat(late.page().select("[data-floor]").attr("data-step")).isEqualTo("What stays in the room");
        assertThat(version(meeting)).isEqualTo(version + 1);
    }

    @Test
    void everyActIsAnEventWithItsNumber() {
        var meeting = started();
        act(member, meeting, "arrive");
        act(chair, meeting, "next");
        act(member, meeting, "assent");
        act(chair, meeting, "pause");
        assertThat(as(
                        member,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("select n || ' ' || act from meetings.event where meeting_id = :id order by n")
                                .param("id", meeting.value())
                                .query(String.class)
                                .list()))
                .containsExactly("1 start", "2 arrive", "3 next", "4 assent", "5 pause");
    }

    @Test
    void whatNoPageOfOursSendsIsABadRequestAndChangesNothing() {
        var meeting = started();
        var n = sitting(meeting).n();
        assertThat(post(chair, meeting, "dance", 1, Ids.next()).status()).isEqualTo(400);
        assertThat(Pages.seenBy(chair)
                        .post("/meetings/" + meeting + "/acts/next", "version", "1", "request", "x")
                        .status())
                .isEqualTo(400);
        assertThat(Pages.seenBy(chair)
                        .post("/meetings/" + meeting + "/acts/next", "version", "x", "request", uuid())
                        .status())
                .isEqualTo(400);
        assertThat(Pages.seenBy(chair)
                        .post("/meetings/" + meeting + "/acts/turn", "version", "1", "request", uuid(), "person", "x")
                        .status())
                .isEqualTo(400);
        assertThat(sitting(meeting).n()).isEqualTo(n);
    }

    @Test
    void aMemberWithoutTheLeadMovesNothingByRuleAndByPolicy() {
        var meeting = started();
        act(member, meeting, "arrive");
        var version = version(meeting);
        assertThat(post(member, meeting, "next", version, Ids.next()).status()).isEqualTo(409);
        assertThat(as(
                        member,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("update meetings.meeting set version = 99 where id = :id")
                                .param("id", meeting.value())
                                .update()))
                .isZero();
        assertThat(as(
                        member,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("update meetings.item set state = 'done' where meeting_id = :id")
                                .param("id", meeting.value())
                                .update()))
                .isZero();
        assertThat(version(meeting)).isEqualTo(version);
    }

    @Test
    void nobodyAssentsForAnother() {
        var meeting = started();
        act(member, meeting, "arrive");
        assertThat(as(
                        chair,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("update meetings.attendance set assented_at = now() where person_id = :member")
                                .param("member", member.value())
                                .update()))
                .isZero();
    }

    @Test
    void theDeputyTakesOverWhenTheLeaderHasNotBeenSeen() {
        var meeting = meetingOf(aDate(240));
        assertThat(change(chair, meeting, "deputy", "deputy", member.toString()).status())
                .isEqualTo(200);
        at(START, () -> act(chair, meeting, "start"));
        at(START.plusSeconds(10), () -> act(member, meeting, "arrive"));
        assertThat(at(START.plusSeconds(119), () -> post(member, meeting, "take-over", version(meeting), Ids.next()))
                        .status())
                .isEqualTo(409);
        Acting.asProgram(
                "meetings.streams",
                () -> peerage.bean(PresenceStore.class).seen(Map.of(meeting, Set.of(chair)), START.plusSeconds(100)));
        assertThat(at(START.plusSeconds(219), () -> post(member, meeting, "take-over", version(meeting), Ids.next()))
                        .status())
                .isEqualTo(409);
        assertThat(at(START.plusSeconds(220), () -> post(member, meeting, "take-over", version(meeting), Ids.next()))
                        .status())
                .isEqualTo(200);
        assertThat(sitting(meeting).facilitator()).isEqualTo(member);
        assertThat(sitting(meeting).deputy()).isEqualTo(chair);
    }

    @Test
    void anybodyPresentTakesOverAnAbandonedMeeting() {
        // Row security measures by the database's own clock, so the meeting has to lie in the past.
        var start = Instant.now().minus(Duration.ofMinutes(5));
        var meeting = meetingOf(aDateAt(start));
        at(start, () -> act(chair, meeting, "start"));
        at(start.plusSeconds(5), () -> act(member, meeting, "arrive"));
        assertThat(post(member, meeting, "take-over", version(meeting), Ids.next())
                        .status())
                .isEqualTo(200);
        assertThat(sitting(meeting).facilitator()).isEqualTo(member);
        act(member, meeting, "next");
    }

    @Test
    void aMeetingRunsFromStartToSummaryWithTurnsAndRating() {
        var meeting = meetingOf(aDate(90));
        at(START, () -> act(chair, meeting, "start"));
        for (var person : here.members) {
            at(START.plusSeconds(60), () -> act(person, meeting, "arrive"));
        }
        at(minute(3), () -> act(chair, meeting, "next"));
        for (var person : here.members) {
            at(minute(4), () -> act(person, meeting, "assent"));
        }
        at(minute(5), () -> act(chair, meeting, "next"));
        at(minute(5), () -> act(chair, meeting, "next-turn"));
        at(minute(8), () -> act(chair, meeting, "next-turn"));
        at(minute(10), () -> act(chair, meeting, "end-turn"));
        for (var person : here.members) {
            assertThat(Pages.seenBy(person)
                            .post(
                                    "/meetings/" + meeting + "/rating",
                                    "item",
                                    current(meeting).toString(),
                                    "request",
                                    uuid(),
                                    "score",
                                    "8")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(as(member, () -> summaries().rating(meeting)))
                .as("no mean while answers can still come")
                .isEqualTo(new SummaryStore.RatingOf(0, null));
        at(minute(11), () -> act(chair, meeting, "close"));

        var page = Pages.seenBy(chair).get("/meetings/" + meeting).page();
        assertThat(page.text())
                .contains("Present: 6", "8.0 of 10, the mean of 5 answers", "not reached; it comes first next time");
        assertThat(page.select("tbody tr").eachText())
                .containsExactlyInAnyOrder("Mara Example 1 3:00", "Member 1 1 2:00");
        var mine = Pages.seenBy(member).get("/meetings/" + meeting).page();
        assertThat(mine.select("tbody tr").eachText()).containsExactly("Member 1 1 2:00");
        var other =
                Pages.seenBy(here.members.get(2)).get("/meetings/" + meeting).page();
        assertThat(other.select("tbody tr")).isEmpty();
    }

    @Test
    void fourRatingsShowNoMean() {
        var meeting = started();
        for (var person : here.members.subList(0, 4)) {
            act(person, meeting, "arrive");
            Pages.seenBy(person)
                    .post(
                            "/meetings/" + meeting + "/rating",
                            "item",
                            current(meeting).toString(),
                            "request",
                            uuid(),
                            "score",
                            "3");
        }
        act(chair, meeting, "close");
        assertThat(as(chair, () -> summaries().rating(meeting))).isEqualTo(new SummaryStore.RatingOf(4, null));
        assertThat(as(chair, () -> rows("rating")))
                .as("single answers that the chair sees")
                .isZero();
    }

    @Test
    void aRatingOutsideTheScaleIsRefusedBesideTheForm() {
        var meeting = started();
        for (var score : List.of("11", "-1")) {
            assertThat(Pages.seenBy(chair)
                            .post(
                                    "/meetings/" + meeting + "/rating",
                                    "item",
                                    current(meeting).toString(),
                                    "request",
                                    uuid(),
                                    "score",
                                    score)
                            .status())
                    .as(score)
                    .isEqualTo(422);
        }
    }

    @Test
    void aForgottenMeetingIsEndedAfterFourHoursWithItsSummary() {
        var meeting = meetingOf(aDate(240));
        at(START, () -> act(chair, meeting, "start"));
        at(START.plus(Duration.ofHours(4)).minusMillis(1), this::endIdle);
        assertThat(sitting(meeting).state()).isEqualTo(Sitting.State.LIVE);
        at(START.plus(Duration.ofHours(4)), this::endIdle);
        assertThat(sitting(meeting).state()).isEqualTo(Sitting.State.CLOSED);
        assertThat(Pages.seenBy(member).get("/meetings/" + meeting).page().text())
                .contains("ended by itself after four hours");
    }

    @Test
    void aClosedMeetingTakesNoMoreActs() {
        var meeting = started();
        act(chair, meeting, "close");
        var answer = post(chair, meeting, "next", version(meeting), Ids.next());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().text()).contains("The meeting is not going on.", "What we did today");
    }

    @Test
    void thePageAndTheFragmentComeFromOneAddress() {
        var meeting = started();
        var page = Pages.seenBy(member).get("/meetings/" + meeting + "/live").page();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("#floor [data-clock]")).hasSize(1);
        assertThat(page.select("[role=timer]").attr("aria-live")).isEmpty();
        assertThat(page.select("[data-announce][role=status]")).hasSize(1);
        var fragment = Pages.seenBy(member).fragment("/meetings/" + meeting + "/live");
        assertThat(fragment.page().select("html > head > title")).isEmpty();
        assertThat(fragment.page().select("[data-floor]")).hasSize(1);
        assertThat(fragment.page().select("#plan[hx-swap-oob]")).hasSize(1);
        assertThat(page.select(".lead")).as("controls that a member sees").isEmpty();
        assertThat(Pages.seenBy(chair)
                        .get("/meetings/" + meeting + "/live")
                        .page()
                        .select(".lead button"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void anotherModuleTellsThePagesToLookAgain() {
        var meeting = started();
        var n = sitting(meeting).n();
        as(member, () -> {
            meetings.announce(meeting, "step", Ids.next());
            return true;
        });
        assertThat(sitting(meeting).n()).isEqualTo(n + 1);
        assertThat(sitting(meeting).version())
                .as("acts of the leader stay valid")
                .isEqualTo(version(meeting));
        var stranger = GroupFixture.aGroup().with(1).chair();
        assertThatThrownBy(() -> as(stranger, () -> {
                    meetings.announce(meeting, "step", null);
                    return true;
                }))
                .isInstanceOf(NotFound.class);
    }

    private DateId aDate(int minutes) {
        return as(chair, () -> peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, minutes, "", ""));
    }

    private DateId aDateAt(Instant start) {
        return as(
                chair,
                () -> peerage.bean(Dates.class)
                        .set(here.group, LocalDateTime.ofInstant(start, BERLIN), BERLIN, 240, "", ""));
    }

    private MeetingId meetingOf(DateId date) {
        return as(chair, () -> meetings.ofDate(date.value())).orElseThrow();
    }

    private MeetingId started() {
        var meeting = meetingOf(aDate(240));
        at(START, () -> act(chair, meeting, "start"));
        return meeting;
    }

    private static Instant minute(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static <T> T at(Instant moment, java.util.function.Supplier<T> step) {
        return PretendedTime.at(moment, step::get);
    }

    private Pages.Answer act(PersonId person, MeetingId meeting, String act) {
        var answer = post(person, meeting, act, version(meeting), Ids.next());
        assertThat(answer.status())
                .as("%s: %s", act, answer.page().select("[role=alert]").text())
                .isEqualTo(200);
        return answer;
    }

    private static Pages.Answer post(PersonId person, MeetingId meeting, String act, long version, UUID request) {
        return Pages.seenBy(person)
                .post(
                        "/meetings/" + meeting + "/acts/" + act,
                        "version",
                        Long.toString(version),
                        "request",
                        request.toString());
    }

    private Pages.Answer change(PersonId person, MeetingId meeting, String change, String... fields) {
        var seen = Pages.seenBy(chair).get("/meetings/" + meeting).page();
        var all = new java.util.ArrayList<>(List.of(
                "version",
                seen.select("input[name=version]").val(),
                "seen",
                seen.select("input[name=seen]").val(),
                "request",
                uuid()));
        all.addAll(List.of(fields));
        return Pages.seenBy(person).post("/meetings/" + meeting + "/agenda/" + change, all.toArray(String[]::new));
    }

    private boolean endIdle() {
        return Acting.asProgram("meetings.idle", () -> {
            meetings.idle().forEach(meetings::closeIdle);
            return true;
        });
    }

    private Sitting sitting(MeetingId meeting) {
        return as(member, () -> store().find(meeting).orElseThrow());
    }

    private long version(MeetingId meeting) {
        return sitting(meeting).version();
    }

    private ItemId current(MeetingId meeting) {
        return as(member, () -> store().live(sitting(meeting)).current().id());
    }

    private MeetingStore store() {
        return peerage.bean(MeetingStore.class);
    }

    private SummaryStore summaries() {
        return peerage.bean(SummaryStore.class);
    }

    private int rows(String table) {
        return peerage.bean(JdbcClient.class)
                .sql("select count(*)::integer from meetings." + table)
                .query(Integer.class)
                .single();
    }

    private static String uuid() {
        return Ids.next().toString();
    }
}
