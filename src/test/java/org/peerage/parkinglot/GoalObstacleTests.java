package org.peerage.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands in the way of a goal becomes an issue that remembers the goal, and each leads to the other.
class GoalObstacleTests {

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String goals = here.group.address() + "/goals";
    private final String lot = here.group.address() + "/parking-lot";

    @Test
    void theFormBeginsWithTheObstacleAndNamesTheGoal() {
        var goal = aGoal();
        var way = Pages.seenBy(ada).get(goals).page().expectFirst("a[href*=parking-lot]");
        assertThat(way.attr("href")).isEqualTo(lot + "?goal=" + goal);
        var form = Pages.seenBy(ada).get(way.attr("href")).page().expectFirst("form[data-kind=issue]");
        assertThat(form.expectFirst("input[name=goal]").attr("value")).isEqualTo(goal.toString());
        var field = form.expectFirst("sealed-field");
        assertThat(field.attr("data-from-kind")).isEqualTo("goal");
        assertThat(field.attr("data-from-part")).isEqualTo("obstacle");
        assertThat(field.attr("data-id")).isEqualTo(goal.toString());
        assertThat(Pages.seenBy(noor).get(goals).page().select("a[href*=parking-lot]"))
                .as("the goal of another")
                .isEmpty();
        assertThat(Pages.seenBy(noor).get(way.attr("href")).page().select("input[name=goal]"))
                .isEmpty();
    }

    @Test
    void theGoalAndTheIssueLeadToEachOther() {
        var goal = aGoal();
        var issue = Ids.next();
        assertThat(bring(ada, issue, goal).at()).isEqualTo(lot);
        for (var person : List.of(ada, noor)) {
            var page = Pages.seenBy(person).get(goals).page();
            assertThat(page.select("a[href$=" + issue + "]")).hasSize(1);
            assertThat(page.text()).contains("Brought to the group because it stands in the way");
            assertThat(Pages.seenBy(person)
                            .get(here.group.address() + "/issues/" + issue)
                            .page()
                            .select("sealed-text[data-place-kind=goal]")
                            .attr("data-id"))
                    .isEqualTo(goal.toString());
        }
    }

    @Test
    void nobodyBringsTheObstacleOfAnotherOrOfAGoalThatHasEnded() {
        var goal = aGoal();
        var lets = new ArrayList<Integer>();
        Pages.seenBy(ada).post("/goals/" + goal + "/let-go");
        lets.add(bring(ada, Ids.next(), goal).status());
        lets.add(bring(noor, Ids.next(), goal).status());
        lets.add(bring(noor, Ids.next(), Ids.next()).status());
        assertThat(lets).containsOnly(404);
        assertThat(rows(ada)).isZero();
    }

    @Test
    void whatComesOfTheIssueServesTheGoal() {
        var goal = aGoal();
        bring(ada, Ids.next(), goal);
        var peerage = RunningPeerage.shared();
        var start = LocalDateTime.now(ZoneOffset.UTC).plusMinutes(5);
        var item = as(here.chair(), () -> {
            var date = peerage.bean(Dates.class).set(here.group, start, ZoneOffset.UTC, 240, "", "");
            var meeting = peerage.bean(Meetings.class).ofDate(date.value()).orElseThrow();
            assertThat(peerage.bean(Meetings.class).act(meeting, "start", null)).isTrue();
            return peerage.bean(JdbcClient.class)
                    .sql("select id from meetings.shared_item where meeting_id = :meeting and subject_id is not null")
                    .param("meeting", meeting.value())
                    .query(UUID.class)
                    .single();
        });
        assertThat(Pages.seenBy(ada)
                        .get("/commitments/stage/" + item)
                        .page()
                        .select("input[name=goal][checked]")
                        .eachAttr("value"))
                .containsExactly(goal.toString());
    }

    @Test
    void aNeighbourSeesNoneOfIt() {
        bring(ada, Ids.next(), aGoal());
        assertThat(rows(ada)).isOne();
        assertThat(rows(GroupFixture.aGroup().with(2).chair())).isZero();
    }

    private UUID aGoal() {
        var id = Ids.next();
        var words = Map.of("text", "Be home by seven.", "obstacle", "Nobody else closes the books.");
        Pages.seenBy(ada)
                .post(
                        goals,
                        "by",
                        LocalDate.now(ZoneOffset.UTC).plusDays(90).toString(),
                        "sealed",
                        here.sealed(ada, new KeyholderRoom.About("goal", id, id), words));
        return id;
    }

    private Pages.Answer bring(PersonId person, UUID issue, UUID goal) {
        var words = here.sealed(
                person, new KeyholderRoom.About("issue", issue, issue), Map.of("title", "Who else could close them?"));
        return Pages.seenBy(person)
                .post(lot, "importance", "5", "urgency", "5", "goal", goal.toString(), "sealed", words);
    }

    private static int rows(PersonId person) {
        return as(
                person,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from issues.for_goal")
                        .query(Integer.class)
                        .single());
    }
}
