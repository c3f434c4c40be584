package org.peerage.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever is let into the room of a group that has met is new there, without anybody saying so.
class BeginsByItselfTests {

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final String list = "/groups/" + here.group + "/onboarding";

    @Test
    void beforeTheFirstMeetingHasEndedNobodyIsNew() {
        var meeting = HeldMeeting.begin(here);
        var early = letIn("Early Comer");
        assertThat(rows(here.chair())).isZero();
        assertThat(points(early)).isZero();
        meeting.end();
        assertThat(rows(here.chair())).isZero();
    }

    @Test
    void whoIsLetInAfterwardsHasAListAndIsTold() {
        HeldMeeting.begin(here).end();
        var late = letIn("Late Comer");
        assertThat(points(late)).isEqualTo(9);
        assertThat(points(here.members.getFirst())).isZero();
        assertThat(Pages.seenBy(here.chair())
                        .get(list)
                        .page()
                        .expectFirst(".notice")
                        .text())
                .contains("Name a buddy for Late Comer");
        assertThat(Pages.seenBy(late).get("/notices").page().text()).contains("Your first ninety days");
        assertThat(looks(here.chair())).isEqualTo(3);
        assertThat(looks(late)).isZero();
    }

    @Test
    void whoComesBackIsNewAgainInAnotherSeat() {
        HeldMeeting.begin(here).end();
        var late = letIn("Late Comer");
        var profile = profile(late);
        here.letOut(late);
        assertThat(points(here.chair())).isZero();
        var seat = here.aSeatFor(profile);
        here.accept(late, "Late Comer", here.invite(here.chair(), seat), seat);
        here.letIn(late);
        assertThat(points(late)).isEqualTo(9);
        assertThat(points(here.chair())).isEqualTo(9);
    }

    private PersonId letIn(String name) {
        var person = here.aMember(name);
        here.letIn(person);
        return person;
    }

    private ProfileId profile(PersonId person) {
        return new ProfileId(as(
                here.chair(),
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "select profile_id from groups.shared_seat where group_id = :group and person_id = :person")
                        .param("group", here.group.value())
                        .param("person", person.value())
                        .query(UUID.class)
                        .single()));
    }

    private int points(PersonId person) {
        return Pages.seenBy(person).get(list).page().select("[data-point]").size();
    }

    private long rows(PersonId person) {
        return count(person, "select count(*) from onboarding.newcomer where group_id = :group");
    }

    private long looks(PersonId person) {
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
