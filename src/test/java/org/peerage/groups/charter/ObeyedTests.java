package org.peerage.groups.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.groups.GroupFixture.PEERAGE;
import static org.peerage.groups.GroupFixture.aGroup;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.attendance.Evenings;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;

/// The program keeps to every parameter of a charter (C5). Whoever adds one shows it here, or in the tests of the
/// module that keeps to it: each test changes one and sees the program behave otherwise.
class ObeyedTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    @Test
    @Obeys({"largest", "smallest"})
    void aGroupIsAsLargeAsItsCharterSays() {
        var here = aGroup().with(2).choosing("largest", "9").choosing("smallest", "4");
        assertThat(here.seenBy(here.chair()).size().largest()).isEqualTo(16);
        here.sign(here.chair());
        assertThat(here.seenBy(here.chair()).size().largest()).isEqualTo(9);
        assertThat(here.seenBy(here.chair()).size().smallest()).isEqualTo(4);
    }

    @Test
    @Obeys("meetingsPerYear")
    void aYearIsProposedWithAsManyDates() {
        assertThat(leftOut(aGroup().with(2))).containsExactly("8");
        assertThat(leftOut(aGroup().with(2).choosing("meetingsPerYear", "9"))).containsExactly("7", "8", "12");
        assertThat(leftOut(aGroup().with(2).choosing("meetingsPerYear", "12"))).isEmpty();
    }

    private static List<String> leftOut(GroupFixture here) {
        return seen(here.chair(), here, "/dates/year")
                .select("[name=without][checked]")
                .eachAttr("value");
    }

    @Test
    @Obeys("meetingMinutes")
    void aDateIsAsLongUnlessSomebodySaysOtherwise() {
        var here = aGroup().with(2).choosing("meetingMinutes", "150");
        for (var page : List.of("/dates", "/dates/year", "/poll")) {
            assertThat(seen(here.chair(), here, page).select("[name=minutes]").eachAttr("value"))
                    .as(page)
                    .contains("150")
                    .doesNotContain("240");
        }
    }

    @Test
    @Obeys("place")
    void aDateThatDoesNotSayWhereIsRemarkedOn() {
        var person = aGroup().with(2);
        date(person, 30, "");
        assertThat(dates(person, person.chair())).contains("this date has no place yet");
        assertThat(dates(person, person.members.getFirst())).doesNotContain("no place yet");
        var video = aGroup().with(2).choosing("place", "video");
        date(video, 30, "Harbour House");
        assertThat(dates(video, video.chair())).contains("this date has no link yet");
        var mixed = aGroup().with(2).choosing("place", "mixed");
        date(mixed, 30, "Harbour House");
        assertThat(dates(mixed, mixed.chair())).doesNotContain("Your charter says");
    }

    private static String dates(GroupFixture here, PersonId person) {
        return seen(person, here, "/dates").text();
    }

    @Test
    @Obeys("agendaDays")
    void whatIsLeftUndoneIsAskedForFromTheDayOnWhichTheAgendaIsOut() {
        var usual = aGroup().with(3).inAnOpenRoom();
        date(usual, 9, "Harbour House");
        assertThat(leading(usual)).doesNotContain("have not said whether they come");
        var early = aGroup().with(3).choosing("agendaDays", "14").inAnOpenRoom();
        date(early, 9, "Harbour House");
        assertThat(leading(early)).contains("2 have not said whether they come");
    }

    @Test
    @Obeys("agendaDays")
    void whoeverLeadsIsToldFromWhenOnTheAgendaIsLate() {
        var usual = aGroup().with(3).inAnOpenRoom();
        held(usual);
        date(usual, 9, "Harbour House");
        assertThat(leading(usual)).contains("it goes out by").doesNotContain("should have gone");
        var early = aGroup().with(3).choosing("agendaDays", "14").inAnOpenRoom();
        held(early);
        date(early, 9, "Harbour House");
        assertThat(leading(early)).contains("By your charter it should have gone out by");
    }

    /// Before its first meeting the chair of a group is shown three agendas at once.
    private static void held(GroupFixture here) {
        Evenings.of(here).ago(30, Map.of());
    }

    private static String leading(GroupFixture here) {
        return seen(here.chair(), here, "/leading").text();
    }

    @Test
    @Obeys("preparationMinutes")
    void eachIsAskedForAsMuchPreparation() {
        var here = aGroup().with(2).choosing("preparationMinutes", "40").inAnOpenRoom();
        var date = date(here, 9, "Harbour House");
        assertThat(seen(here.members.getFirst(), here, "").text()).contains("At most 40 minutes");
        assertThat(Pages.seenBy(here.members.getFirst())
                        .get("/meetings/" + date)
                        .page()
                        .text())
                .contains("Take 40 minutes to prepare");
    }

    @Test
    @Obeys("devices")
    void whoeverArrivesReadsWhatBecomesOfDevices() {
        for (var choice : Map.of("away", "switch yours off", "meeting-only", "silence your telephone", "free", "")
                .entrySet()) {
            var here = aGroup().with(2).choosing("devices", choice.getKey()).inAnOpenRoom();
            var meeting = date(here, 0, "Harbour House");
            act(meeting, here.chair(), "start");
            var stage = Pages.seenBy(here.chair())
                    .get("/meetings/" + meeting + "/live")
                    .page()
                    .text()
                    .toLowerCase(Locale.ROOT);
            if (choice.getValue().isEmpty()) {
                assertThat(stage).contains("good that you are here").doesNotContain("you have agreed that");
            } else {
                assertThat(stage).contains(choice.getValue());
            }
        }
    }

    @Test
    @Obeys("graceMinutes")
    void whoeverComesWithinTheGraceIsNotLate() {
        assertThat(tenMinutesLater(aGroup().with(3))).contains("late, half a meeting missed");
        assertThat(tenMinutesLater(aGroup().with(3).choosing("graceMinutes", "12")))
                .contains("missed 0 of 1")
                .doesNotContain("late, half");
    }

    private static String tenMinutesLater(GroupFixture group) {
        var here = group.inAnOpenRoom();
        var member = here.members.getFirst();
        Evenings.of(here);
        var meeting = date(here, 0, "Harbour House");
        act(meeting, here.chair(), "start");
        var later = Instant.now().plus(Duration.ofMinutes(15));
        PretendedTime.at(later, () -> {
            act(meeting, member, "arrive");
            act(meeting, here.chair(), "close");
            return later;
        });
        return seen(member, here, "/attendance").text();
    }

    @Test
    @Obeys({"veryLateMinutes", "missesPerYear"})
    void whatCountsAsMissedAndHowMuchOfItIsToleratedIsTheCharters() {
        var usual = lateByTwentyFive(aGroup().with(3));
        assertThat(usual.text()).contains("missed 0.5 of 1", "The charter tolerates 2.");
        var strict = lateByTwentyFive(
                aGroup().with(3).choosing("veryLateMinutes", "20").choosing("missesPerYear", "1"));
        assertThat(strict.text()).contains("missed 1 of 1", "The charter tolerates 1.");
    }

    @Test
    @Obeys({"fines", "fineAmount"})
    void whoeverWasLateReadsWhatItCosts() {
        assertThat(lateByTwentyFive(aGroup().with(3)).text()).doesNotContain("you owe");
        assertThat(lateByTwentyFive(aGroup().with(3).choosing("fines", "treasury"))
                        .text())
                .as("of nothing")
                .doesNotContain("you owe");
        assertThat(lateByTwentyFive(
                                aGroup().with(3).choosing("fines", "treasury").choosing("fineAmount", "50"))
                        .text())
                .contains("You were late once, at 50 each: by your charter you owe 50 to the common purse.");
        assertThat(lateByTwentyFive(aGroup().with(3).choosing("fines", "cause").choosing("fineAmount", "20"))
                        .text())
                .contains("you give 20 to the cause");
    }

    private static Document lateByTwentyFive(GroupFixture group) {
        var here = group.inAnOpenRoom();
        var member = here.members.getFirst();
        Evenings.of(here).ago(30, Map.of(member, 25));
        return seen(member, here, "/attendance");
    }

    @Test
    @Obeys("pauseMonths")
    void nobodyAsksForALeaveWhereTheCharterKnowsOfNone() {
        assertThat(leaves(aGroup().with(2))).isOne();
        assertThat(leaves(aGroup().with(2).choosing("pauseMonths", "0"))).isZero();
    }

    private static int leaves(GroupFixture group) {
        var here = group.inAnOpenRoom();
        return seen(here.members.getFirst(), here, "/attendance")
                .select("form[action$=/leaves]")
                .size();
    }

    @Test
    @Obeys("roleMonths")
    void aRoleIsDraftedForAsLong() {
        var today = LocalDate.now(ZONE);
        assertThat(until(aGroup().with(2))).isEqualTo("" + today.plusMonths(12));
        assertThat(until(aGroup().with(2).choosing("roleMonths", "6"))).isEqualTo("" + today.plusMonths(6));
    }

    private static String until(GroupFixture here) {
        return seen(here.chair(), here, "/roles")
                .expectFirst("#until-timekeeper")
                .val();
    }

    @Test
    @Obeys({"chairMonths", "reviewMonths"})
    void aTermEndsAndASignatureIsOldWhenTheCharterSaysSo() {
        var later = Instant.now().plus(Duration.ofDays(100));
        var usual = aGroup().with(2).inAnOpenRoom();
        var shorter = aGroup().with(2).choosing("reviewMonths", "3").inAnOpenRoom();
        var hands = aGroup().with(2).choosing("chairMonths", "3").inAnOpenRoom();
        PretendedTime.at(later, () -> {
            assertThat(seen(usual.members.getFirst(), usual, "").text()).doesNotContain("Sign the charter again");
            assertThat(seen(shorter.members.getFirst(), shorter, "").text()).contains("Sign the charter again");
            assertThat(seen(usual.chair(), usual, "").select("a[href$='/room#chair']"))
                    .isEmpty();
            assertThat(seen(hands.chair(), hands, "").select("a[href$='/room#chair']"))
                    .isNotEmpty();
            return later;
        });
    }

    @Test
    @Obeys("ballotDays")
    void aBallotIsOpenForAsLong() {
        var today = LocalDate.now(ZONE);
        assertThat(asked(aGroup().with(3)).question()).containsEntry("last", "" + today.plusDays(7));
        assertThat(asked(aGroup().with(3).choosing("ballotDays", "2")).question())
                .containsEntry("last", "" + today.plusDays(2));
    }

    @Test
    @Obeys("deciding")
    void whatHasNoRuleOfItsOwnIsDecidedByTheCharters() {
        var here = aGroup().with(3).choosing("deciding", "consent").inAnOpenRoom();
        var ballots = new BallotFixture(here);
        assertThat(ballots.ask(here.chair(), LocalDate.now(ZONE).plusDays(20)).question())
                .containsEntry("rule", "consent");
    }

    @Test
    @Obeys("amendment")
    void aChangeIsDecidedByTheRuleOfTheCharterInForce() {
        assertThat(asked(aGroup().with(3)).question()).containsEntry("rule", "two-thirds");
        assertThat(asked(aGroup().with(3).choosing("amendment", "unanimous")).question())
                .containsEntry("rule", "unanimous");
    }

    /// A ballot on a change of the charter.
    private static BallotFixture.Asked asked(GroupFixture group) {
        var here = group.inAnOpenRoom();
        var chair = Pages.seenBy(here.chair());
        chair.post("/groups/" + here.group + "/charter/change");
        chair.post(
                "/groups/" + here.group + "/charter/change/put",
                "version",
                "2",
                "edited",
                "yes",
                "own.commitments",
                "We do what we say.");
        var ballots = new BallotFixture(here);
        var line = chair.get(ballots.list).page().expectFirst("[id^=ballot-]").id();
        return ballots.asked(here.chair(), UUID.fromString(line.substring("ballot-".length())));
    }

    @Test
    @Obeys("noticeDays")
    void whoeverLeavesSaysSoAsLongBefore() {
        assertThat(last(aGroup().with(3))).isZero();
        assertThat(last(aGroup().with(3).choosing("noticeDays", "10"))).isOne();
    }

    /// How many meetings there are to choose a last one from.
    private static int last(GroupFixture group) {
        var here = group.inAnOpenRoom();
        date(here, 20, "Harbour House");
        return seen(here.members.getFirst(), here, "/farewell")
                .select("[name=last] option:not([value='']), input[name=last]:not([value=''])")
                .size();
    }

    @Test
    @Obeys("ownStory")
    void whereNothingIsToldOutsideNoThemeIs() {
        for (var choice : Map.of("own", 302, "nothing", 422).entrySet()) {
            var here = aGroup().with(3).choosing("ownStory", choice.getKey()).inAnOpenRoom();
            assertThat(Pages.seenBy(here.chair())
                            .post(
                                    "/groups/" + here.group + "/themes",
                                    "id",
                                    "" + Ids.next(),
                                    "words",
                                    "Handing over to the next generation")
                            .status())
                    .as(choice.getKey())
                    .isEqualTo(choice.getValue());
        }
    }

    @Test
    @Obeys("history")
    void whatIsWrittenOfACandidateSaysWhetherTheyWillReadIt() {
        assertThat(ofACandidate(aGroup().with(3))).contains("Whoever joins is not given");
        assertThat(ofACandidate(aGroup().with(3).choosing("history", "all"))).contains("they can read this too");
    }

    private static String ofACandidate(GroupFixture group) {
        var here = group.inAnOpenRoom();
        var by = here.members.getFirst();
        var id = Ids.next();
        var list = "/groups/" + here.group + "/prospects";
        Pages.seenBy(by)
                .post(
                        list,
                        "profile",
                        here.aSpareLeader().toString(),
                        "sealed",
                        here.sealed(by, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x")));
        return Pages.seenBy(by).get(list + "/" + id).page().text();
    }

    private static MeetingId date(GroupFixture here, int days, String place) {
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusDays(days).plusMinutes(5);
        var date = as(here.chair(), () -> PEERAGE.bean(Dates.class).set(here.group, start, ZONE, 240, place, ""));
        return as(here.chair(), () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    private static void act(MeetingId meeting, PersonId person, String act) {
        assertThat(as(person, () -> PEERAGE.bean(Meetings.class).act(meeting, act, null)))
                .as(act)
                .isTrue();
    }

    private static Document seen(PersonId person, GroupFixture here, String page) {
        var answer = Pages.seenBy(person).get("/groups/" + here.group + page);
        assertThat(answer.status()).as(page).isEqualTo(200);
        return answer.page();
    }
}
