package org.peerage.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.Obeys;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who looks after somebody new, whatever becomes of the chair and the buddy, and when the trial ends.
class LookingAfterTests extends NewcomerOfFour {

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

    private static int named(PersonId by, UUID seat, PersonId buddy) {
        return as(
                by,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("update onboarding.newcomer set buddy_id = :buddy, buddy_at = now() where seat_id = :seat")
                        .param("buddy", buddy.value())
                        .param("seat", seat)
                        .update());
    }
}
