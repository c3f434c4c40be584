package org.peerage.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.Guests;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A newcomer's list is there for three and for nobody else, and each marks what is up to them.
class OnboardingTests extends NewcomerOfFour {

    @Test
    void theNewcomerTheBuddyAndTheChairSeeTheListAndNobodyElseDoes() {
        var seat = begun();
        assertThat(page(here.chair()).expectFirst(".notice").text()).contains("Name a buddy for Member 1");
        assertThat(steps(here.chair())).isEqualTo(1);
        assertThat(steps(ada)).isEqualTo(1);
        assertThat(steps(noor)).isZero();
        assertThat(buddy(here.chair(), seat, noor)).isEqualTo(302);
        for (var person : List.of(ada, noor, here.chair())) {
            assertThat(page(person).select("[data-point]")).hasSize(9);
            assertThat(rows(person)).isEqualTo(1);
        }
        assertThat(page(ola).select("[data-point]")).isEmpty();
        assertThat(Pages.seenBy(here.convener).get(list).status()).isEqualTo(404);
        assertThat(Pages.seenBy(GroupFixture.aGroup().with(2).inAnOpenRoom().chair())
                        .get(list)
                        .status())
                .isEqualTo(404);
        for (var other : List.of(ola, here.convener)) {
            assertThat(rows(other)).isZero();
            assertThat(marks(other)).isZero();
            assertThat(done(other, seat, "pledge")).isEqualTo(404);
        }
        assertThat(Pages.seenBy(noor).get("/notices").page().text()).contains("You are the buddy of Member 1");
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).contains("Your first ninety days");
        var guests = PEERAGE.bean(Guests.class);
        assertThat(as(noor, () -> guests.inHand(here.seenBy(noor))))
                .as("what they hand on before they leave")
                .hasSize(1);
        assertThat(as(ada, () -> guests.inHand(here.seenBy(ada)))).isEmpty();
        assertThat(buddy(here.chair(), seat, ola)).isEqualTo(302);
        assertThat(page(noor).select("[data-point]"))
                .as("somebody else is the buddy now")
                .isEmpty();
        assertThat(Pages.seenBy(noor).get("/notices").page().text()).doesNotContain("You are the buddy of");
    }

    @Test
    void onlyTheChairBeginsAndNamesAndNobodyIsTheirOwnBuddy() {
        assertThat(Pages.seenBy(ada).post(list, "person", ada.toString()).status())
                .isEqualTo(404);
        var seat = begun();
        assertThat(buddy(ada, seat, noor)).isEqualTo(404);
        assertThat(buddy(here.chair(), seat, ada)).isEqualTo(404);
        assertThat(begun()).as("begun twice is begun once").isEqualTo(seat);
        assertThat(rows(here.chair())).isEqualTo(1);
    }

    @Test
    void eachMarksTheirOwnAndTakesItBack() {
        var seat = begun();
        assertThat(done(here.chair(), seat, "pledge")).isEqualTo(404);
        assertThat(done(ada, seat, "pledge")).isEqualTo(302);
        assertThat(done(ada, seat, "pledge")).as("a repeated submit").isEqualTo(302);
        assertThat(done(ada, seat, "day-30")).isEqualTo(404);
        assertThat(done(here.chair(), seat, "day-30")).as("not before its day").isEqualTo(404);
        assertThat(done(ada, seat, "buddy")).isEqualTo(404);
        assertThat(line(here.chair(), "pledge")).contains("done").contains("Member 1");
        assertThat(back(here.chair(), seat, "pledge")).isEqualTo(404);
        assertThat(back(ada, seat, "pledge")).isEqualTo(302);
        assertThat(line(ada, "pledge")).contains("open");
    }

    @Test
    void whatTheProgramKnowsIsTickedByItself() {
        begun();
        says("", "");
        assertThat(line(ada, "profile")).contains("open");
        says("Keeper", "Lighthouses");
        assertThat(line(ada, "profile")).contains("done");
    }

    @Test
    void whatIsDoneOnAnotherPageIsLedToAndOnlyForTheNewcomer() {
        var seat = begun();
        assertThat(Pages.seenBy(ada).get(next(ada)).page().select("form[action$=/profile]"))
                .isNotEmpty();
        says("Keeper", "Lighthouses");
        done(ada, seat, "pledge");
        done(ada, seat, "lifeline");
        assertThat(next(ada)).isEqualTo("/groups/" + here.group + "/goals");
        assertThat(page(ada).expectFirst(".notice a").attr("href")).isEqualTo(next(ada));
        assertThat(next(here.chair())).isEqualTo(list);
        assertThat(page(here.chair()).select(".notice a")).isEmpty();
    }

    @Test
    void aGoalOfTheirsTicksItAndNobodyElsesDoes() {
        begun();
        setsAGoal(noor);
        assertThat(line(ada, "goal")).contains("open");
        setsAGoal(ada);
        for (var person : List.of(ada, here.chair())) {
            assertThat(line(person, "goal")).contains("done");
        }
    }

    @Test
    void aMeetingCountsOnceItIsOverAndOnlyForWhoeverWasThere() {
        begun();
        HeldMeeting.begin(here).end();
        assertThat(line(ada, "meeting")).as("without them").contains("open");
        var meeting = HeldMeeting.begin(here);
        meeting.arrives(ada);
        assertThat(line(ada, "meeting")).as("not over yet").contains("open");
        meeting.end();
        for (var person : List.of(ada, here.chair())) {
            assertThat(line(person, "meeting")).contains("done");
        }
    }

    @Test
    void whoHasDoneEverythingIsAtHomeAndNothingIsAskedOfAnybodyAnyMore() {
        var seat = begunLongAgo();
        buddy(here.chair(), seat, noor);
        says("Keeper", "Lighthouses");
        setsAGoal(ada);
        var meeting = HeldMeeting.begin(here);
        meeting.arrives(ada);
        meeting.end();
        for (var own : List.of("pledge", "lifeline")) {
            assertThat(done(ada, seat, own)).isEqualTo(302);
        }
        for (var look : List.of("day-30", "day-60")) {
            assertThat(done(noor, seat, look)).isEqualTo(302);
        }
        assertThat(page(here.chair()).text()).doesNotContain("At home");
        assertThat(done(here.chair(), seat, "day-90")).isEqualTo(302);
        for (var person : List.of(ada, noor, here.chair())) {
            var settled = page(person).expectFirst("section");
            assertThat(settled.expectFirst("h2").text()).contains("Member 1", "At home");
            assertThat(settled.select(".notice")).isEmpty();
            assertThat(settled.select("form[action$=/buddy], form[action$=/done]"))
                    .isEmpty();
            assertThat(settled.select("[data-point]").eachText())
                    .allSatisfy(line -> assertThat(line).contains("done"));
            assertThat(steps(person)).isZero();
        }
        assertThat(buddy(here.chair(), seat, ola)).isEqualTo(404);
        assertThat(back(here.chair(), seat, "day-90")).isEqualTo(302);
        assertThat(page(ada).text()).doesNotContain("At home");
    }

    @Test
    void theDatabaseItselfTakesNoMarkFromAnotherAndNoBuddyFromAMember() {
        var seat = begun();
        for (var person : List.of(noor, here.chair(), here.convener)) {
            assertThat(refused(person, seat, "pledge")).isTrue();
        }
        assertThat(refused(ada, seat, "day-30")).isTrue();
        assertThat(as(
                        ada,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql(
                                        "update onboarding.newcomer set buddy_id = :buddy, buddy_at = now() where seat_id = :seat")
                                .param("buddy", ola.value())
                                .param("seat", seat)
                                .update()))
                .isZero();
    }
}
