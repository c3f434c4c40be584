package org.peerage.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.Guests;
import org.peerage.groups.charter.Obeys;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A newcomer's list is there for three and for nobody else, and each marks what is up to them.
class OnboardingTests {

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final PersonId ola = here.members.get(2);
    private final String list = "/groups/" + here.group + "/onboarding";

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
    @Obeys("probationMonths")
    void atTheEndOfTheTrialBothSidesAreTold() {
        var there =
                GroupFixture.aGroup().with(3).choosing("probationMonths", "2").inAnOpenRoom();
        var newcomer = there.members.getFirst();
        var begun = Instant.now();
        Pages.seenBy(there.chair()).post("/groups/" + there.group + "/onboarding", "person", newcomer.toString());
        var end = begun.atZone(ZoneId.of("Europe/Lisbon")).plusMonths(2);
        var trial = "The trial of Member 1 in Tuesday Circle ends today.";
        assertThat(Pages.seenBy(newcomer)
                        .get("/groups/" + there.group + "/onboarding")
                        .page()
                        .text())
                .contains("The trial is until")
                .contains("" + end.getYear());
        for (var person : List.of(newcomer, there.chair())) {
            assertThat(Pages.seenBy(person).get("/notices").page().text()).doesNotContain(trial);
            PretendedTime.at(end.plusHours(1).toInstant(), () -> {
                assertThat(Pages.seenBy(person).get("/notices").page().text()).contains(trial);
                return end;
            });
        }
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

    @Test
    void theLooksAreToldOnTheirDaysToWhoeverTheyAreUpTo() {
        var seat = begun();
        buddy(here.chair(), seat, noor);
        assertThat(Pages.seenBy(noor).get("/notices").page().text()).doesNotContain("It is time to look back");
        assertThat(later(noor)).isEqualTo(2);
        assertThat(later(here.chair())).isEqualTo(1);
        assertThat(later(ada)).isZero();
    }

    /// What the database says, whatever the program would let through.
    @Test
    void aBuddyIsInTheRoomAndALookIsTheBuddysAndNotBeforeItsDay() {
        var seat = begunLongAgo();
        var elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();
        assertThatThrownBy(() -> named(here.chair(), seat, elsewhere.chair()))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> named(here.chair(), seat, here.convener))
                .hasStackTraceContaining("row-level security");
        assertThat(named(noor, seat, noor)).as("is the chair’s").isZero();
        assertThat(named(here.chair(), seat, noor)).isOne();

        assertThat(refused(here.chair(), seat, "day-30")).as("is the buddy’s").isTrue();
        assertThat(refused(noor, seat, "day-90")).as("is the chair’s").isTrue();
        assertThat(refused(here.chair(), seat, "pledge")).isTrue();
        assertThat(refused(ada, seat, "day-30")).isTrue();
        assertThat(refused(ola, seat, "day-30")).isTrue();
        assertThat(refused(noor, seat, "day-30", Instant.now().minus(Duration.ofDays(75))))
                .as("before its day")
                .isTrue();
        assertThat(refused(noor, seat, "day-30")).isFalse();
        assertThat(refused(here.chair(), seat, "day-90")).isFalse();
    }

    private static int named(PersonId by, UUID seat, PersonId buddy) {
        return as(
                by,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("update onboarding.newcomer set buddy_id = :buddy, buddy_at = now() where seat_id = :seat")
                        .param("buddy", buddy.value())
                        .param("seat", seat)
                        .update());
    }

    @Test
    void aChairWhoIsNewIsNotToldToLookAfterThemselvesButTheBuddyIs() {
        var seat = begun(here.chair());
        assertThat(later(here.chair())).isZero();
        buddy(here.chair(), seat, noor);
        assertThat(later(here.chair())).isZero();
        assertThat(later(noor)).as("the look of day 90 too").isEqualTo(3);
    }

    @Test
    void whoTakesTheChairTakesTheLooksAndWhoHandedItOverIsRidOfThem() {
        begun();
        assertThat(later(here.chair())).isEqualTo(3);
        here.handTheChair(ola);
        assertThat(later(here.chair())).isZero();
        assertThat(later(ola)).isEqualTo(3);
    }

    @Test
    void aNewcomerWhoTakesTheChairIsLookedAfterByTheirBuddyAlone() {
        var seat = begun();
        buddy(here.chair(), seat, noor);
        here.handTheChair(ada);
        assertThat(later(here.chair())).isZero();
        assertThat(later(ada)).isZero();
        assertThat(later(noor)).isEqualTo(3);
    }

    @Test
    void nobodyIsAskedToLookAfterWhoHasLeft() {
        var seat = begun();
        buddy(here.chair(), seat, noor);
        here.letOut(ada);
        assertThat(later(here.chair())).isZero();
        assertThat(later(noor)).isZero();
        assertThat(Pages.seenBy(noor).get("/notices").page().text()).doesNotContain("You are the buddy of");
    }

    @Test
    void whenTheBuddyLeavesTheLooksAreTheChairs() {
        var seat = begun();
        buddy(here.chair(), seat, noor);
        assertThat(later(here.chair())).isEqualTo(1);
        here.letOut(noor);
        assertThat(later(here.chair())).isEqualTo(3);
        assertThat(later(noor)).isZero();
    }

    /// Where the next thing on a list leads.
    private String next(PersonId person) {
        var circle = here.seenBy(person);
        return as(
                person,
                () -> PEERAGE.bean(OnboardingGuest.class)
                        .next(circle)
                        .getFirst()
                        .to()
                        .orElseThrow()
                        .address());
    }

    private int steps(PersonId person) {
        var circle = here.seenBy(person);
        return as(person, () -> PEERAGE.bean(OnboardingGuest.class).next(circle).size());
    }

    private boolean refused(PersonId person, UUID seat, String point) {
        return refused(person, seat, point, Instant.now());
    }

    private boolean refused(PersonId person, UUID seat, String point, Instant at) {
        try {
            as(
                    person,
                    () -> PEERAGE.bean(JdbcClient.class)
                            .sql("""
                            insert into onboarding.mark (group_id, seat_id, point, by_id, at)
                            values (:group, :seat, :point, :me, :at)
                            """)
                            .param("group", here.group.value())
                            .param("seat", seat)
                            .param("point", point)
                            .param("me", person.value())
                            .param("at", Timestamp.from(at))
                            .update());
            return false;
        } catch (DataAccessException _) {
            return true;
        }
    }

    private UUID begun() {
        return begun(ada);
    }

    private UUID begun(PersonId newcomer) {
        assertThat(Pages.seenBy(here.chair())
                        .post(list, "person", newcomer.toString())
                        .status())
                .isEqualTo(302);
        return as(
                newcomer,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select seat_id from onboarding.newcomer where person_id = :me")
                        .param("me", newcomer.value())
                        .query(UUID.class)
                        .single());
    }

    /// As the chair could have said it a good three months ago.
    private UUID begunLongAgo() {
        return as(
                here.chair(),
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("""
                        insert into onboarding.newcomer (group_id, seat_id, person_id, begun_at)
                        select group_id, id, person_id, :at from groups.shared_seat
                        where group_id = :group and person_id = :person
                        returning seat_id
                        """)
                        .param("at", Timestamp.from(Instant.now().minus(Duration.ofDays(100))))
                        .param("group", here.group.value())
                        .param("person", ada.value())
                        .query(UUID.class)
                        .single());
    }

    private void setsAGoal(PersonId person) {
        var goal = Ids.next();
        var sealed =
                here.sealed(person, new KeyholderRoom.About("goal", goal, goal), Map.of("text", "Be home by seven."));
        assertThat(Pages.seenBy(person)
                        .post(
                                "/groups/" + here.group + "/goals",
                                "by",
                                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString(),
                                "sealed",
                                sealed)
                        .status())
                .isEqualTo(302);
    }

    private int buddy(PersonId by, UUID seat, PersonId buddy) {
        return Pages.seenBy(by)
                .post(list + "/" + seat + "/buddy", "person", buddy.toString())
                .status();
    }

    private int done(PersonId by, UUID seat, String point) {
        return Pages.seenBy(by).post(list + "/" + seat + "/" + point + "/done").status();
    }

    private int back(PersonId by, UUID seat, String point) {
        return Pages.seenBy(by).post(list + "/" + seat + "/" + point + "/back").status();
    }

    private Document page(PersonId person) {
        return Pages.seenBy(person).get(list).page();
    }

    private String line(PersonId person, String point) {
        return page(person).expectFirst("[data-point=" + point + "]").text();
    }

    private void says(String role, String industry) {
        as(
                ada,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "update networks.profile set role_title = :role, industry = :industry where person_id = :me")
                        .param("role", role)
                        .param("industry", industry)
                        .param("me", ada.value())
                        .update());
    }

    private long rows(PersonId person) {
        return count(person, "select count(*) from onboarding.newcomer where group_id = :group");
    }

    private long marks(PersonId person) {
        return count(person, "select count(*) from onboarding.mark where group_id = :group");
    }

    private long later(PersonId person) {
        return count(
                person,
                "select count(*) from notices.notice where circle_id = :group and kind = 'onboarding.notice.look'");
    }

    private long count(PersonId person, String sql) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(sql)
                        .param("group", here.group.value())
                        .query(Long.class)
                        .single());
    }
}
