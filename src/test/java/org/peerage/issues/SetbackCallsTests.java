package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// After a setback who will call is asked for and taken; the presenter hears of it, and whoever has taken a call does
/// it.
class SetbackCallsTests {

    @Test
    void aCallIsTakenOnceMadeAndSeenByThePresenter() {
        var at = new IssueFixture();
        at.atWork("setback");
        var issue = at.issue().orElseThrow();
        var page = "/groups/" + at.here.group + "/issues/" + issue;
        var calls = "/groups/" + at.here.group + "/calls/" + issue;
        assertThat(Pages.seenBy(at.noor).get(page).page().text())
                .contains("who will call Member 1", "Nobody has taken a call yet.", "I will call Member 1");
        assertThat(Pages.seenBy(at.noor).post(calls + "/taken").page().text()).contains("Member 2 will call");
        assertThat(Pages.seenBy(at.noor).post(calls + "/taken").status())
                .as("pressed twice")
                .isEqualTo(200);
        assertThat(Pages.seenBy(at.ada).get(page).page().text())
                .contains("Who will call you", "Member 2 will call")
                .doesNotContain("I will call");
        assertThat(Pages.seenBy(at.ada).get("/notices").page().text()).contains("Member 2", "will call you by");
        assertThat(Pages.seenBy(at.ada).post(calls + "/taken").status())
                .as("herself")
                .isEqualTo(404);
        assertThat(Pages.seenBy(at.noor).post(calls + "/made").page().text()).contains("Member 2 has called");
        assertThat(Pages.seenBy(at.ada).get("/notices").page().text()).doesNotContain("will call you by");
        assertThat(Pages.seenBy(at.noor).post(calls + "/back").page().text())
                .as("what was done stays done")
                .contains("Member 2 has called");
    }

    @Test
    void afterTheTwoDaysNobodyIsAskedAnyMore() {
        var at = new IssueFixture();
        var item = at.atWork("setback");
        var issue = at.issue().orElseThrow();
        Pages.seenBy(at.noor).post("/groups/" + at.here.group + "/calls/" + issue + "/taken");
        at.step(at.chair, item, 0, 1);
        at.step(at.chair, item, 1, 2);
        at.step(at.chair, item, 2, 3);
        at.write(at.ada, item, "issue-no-action", at.sealed(at.ada, "issue-no-action", Ids.next()));
        assertThat(at.close(at.ada, item, "value", "9").status()).isEqualTo(200);
        var later = PretendedTime.at(
                Instant.now().plus(Duration.ofDays(3)),
                () -> Pages.seenBy(at.noor).get("/groups/" + at.here.group + "/issues/" + issue));
        assertThat(later.page().text())
                .contains("Calls after this setback", "Member 2 was going to call")
                .doesNotContain("in the next 48 hours", "who will call");
    }

    @Test
    void whoeverCannotAfterAllGivesItBackAndNobodyElsewhereKnows() {
        var at = new IssueFixture();
        at.atWork("setback");
        var calls = "/groups/" + at.here.group + "/calls/" + at.issue().orElseThrow();
        Pages.seenBy(at.noor).post(calls + "/taken");
        var elsewhere = GroupFixture.aGroup().with(1).inAnOpenRoom();
        assertThat(Pages.seenBy(elsewhere.chair()).post(calls + "/taken").status())
                .isEqualTo(404);
        assertThat(rows(elsewhere.chair())).isZero();
        assertThat(Pages.seenBy(at.noor).post(calls + "/back").page().text()).contains("Nobody has taken a call yet.");
        assertThat(rows(at.noor)).isZero();
    }

    @Test
    void onlyASetbackAsksForCalls() {
        var at = new IssueFixture();
        at.atWork();
        var issue = at.issue().orElseThrow();
        assertThat(Pages.seenBy(at.noor)
                        .get("/groups/" + at.here.group + "/issues/" + issue)
                        .page()
                        .text())
                .doesNotContain("48 hours");
        assertThat(Pages.seenBy(at.noor)
                        .post("/groups/" + at.here.group + "/calls/" + issue + "/taken")
                        .status())
                .isEqualTo(404);
    }

    private static int rows(PersonId person) {
        return as(
                person,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from calls.call")
                        .query(Integer.class)
                        .single());
    }
}
