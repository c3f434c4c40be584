package org.peerage.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.Obeys;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a group has decided about somebody's seat happens to the seat.
class OutcomeTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final BreachFixture breaches = new BreachFixture(here);
    private final PersonId chair = here.chair();
    private final PersonId handler = here.members.get(0);
    private final PersonId reporter = here.members.get(1);
    private final PersonId accused = here.members.get(2);
    private final String list = breaches.list;
    private final String attendance = "/groups/" + here.group + "/attendance";

    @Test
    void whoseMembershipPausesIsOnLeaveAndDoesNotEndItAlone() {
        var breach = breaches.decided(handler, reporter, accused, "suspension");
        assertThat(breaches.seen(handler)).contains("Nobody ends the pause early");
        assertThat(Pages.seenBy(reporter).get(attendance).body()).contains("Decided by the group");
        var own = Pages.seenBy(accused).get(attendance);
        assertThat(own.body()).contains("Decided by the group").doesNotContain("I am back from today");
        assertThat(Pages.seenBy(accused).get("/groups/" + here.group).body()).contains("You are on leave");
        var leave = own.page().expectFirst("[id^=leave-]").id().substring("leave-".length());
        for (var act : List.of("return", "take-back")) {
            assertThat(Pages.seenBy(accused)
                            .post(attendance + "/leaves/" + leave + "/" + act)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(as(
                        accused,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("update attendance.leave set state = 'ended', back_on = first_day,"
                                        + " settled_by = tenancy.me() where id = cast(:id as uuid)")
                                .param("id", leave)
                                .update()))
                .as("nor in the database")
                .isZero();
        assertThat(breaches.act(handler, breach, "closed")).isEqualTo(302);
    }

    @Test
    @Obeys("breachBallot")
    void theEndOfAMembershipIsVotedOnByTheRuleThatTheCharterHasForIt() {
        for (var rule : List.of("unanimous", "majority")) {
            var group = GroupFixture.aGroup()
                    .with(4)
                    .choosing("breachBallot", rule)
                    .choosing("deciding", "consent")
                    .inAnOpenRoom();
            var there = new BreachFixture(group);
            var first = group.members.get(0);
            var breach = there.contained(first, there.reported(group.members.get(1), first), group.members.get(2));
            assertThat(there.voting(first, breach, "exit").question()).containsEntry("rule", rule);
        }
    }

    @Test
    void whoseMembershipEndsIsLetOutBeforeTheCaseIsClosed() {
        var breach = breaches.decided(handler, reporter, accused, "exit");
        assertThat(Pages.seenBy(handler).post(list + "/" + breach + "/closed").body())
                .contains("is still in the room");
        assertThat(Pages.seenBy(chair).get("/notices").body()).contains("let them out of the room");
        assertThat(Pages.seenBy(chair).get(list).page().select("a[href='/groups/" + here.group + "/room']"))
                .isNotEmpty();
        assertThat(Pages.seenBy(chair).get("/groups/" + here.group).body()).contains("The membership of");
        here.letOut(accused);
        assertThat(Pages.seenBy(accused).get(list).status()).isEqualTo(404);
        var left = Pages.seenBy(accused).get("/").page().expectFirst("a[href^=/farewells/]");
        assertThat(Pages.seenBy(accused).get(left.attr("href")).body())
                .contains("What you promised holds for ever")
                .doesNotContain("breach");
        assertThat(breaches.act(handler, breach, "closed")).isEqualTo(302);
    }
}
