package org.peerage.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A goal is its owner's to change and to end, once; the room sees it and nobody else does.
class GoalsTests {

    private final String soon = LocalDate.now(ZoneOffset.UTC).plusDays(90).toString();
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String goals = "/groups/" + here.group + "/goals";

    @Test
    void whatIsSetTwiceStandsOnceAndTheOthersSeeIt() {
        var goal = Ids.next();
        var sealed = sealed("goal", goal, goal);
        assertThat(set(ada, soon, sealed).at()).isEqualTo(goals);
        assertThat(set(ada, soon, sealed).at()).isEqualTo(goals);
        assertThat(shown(noor)).isEqualTo(1);
        assertThat(shown(here.chair())).isEqualTo(1);
        assertThat(Pages.seenBy(noor)
                        .get("/groups/" + here.group + "/members/" + ada)
                        .page()
                        .select("sealed-text[data-id=" + goal + "]"))
                .isNotEmpty();
    }

    /// What people of a field aim at comes with its labels; which of it somebody chose has no name in the form and no
    /// column.
    @Test
    void theKindsOfGoalsAreThoseOfTheNetworksField() {
        assertThat(kinds()).contains("The business", "Health").doesNotContain("A race");
        var network = "/networks/" + here.network + "/edit";
        assertThat(Pages.seenBy(here.convener)
                        .post(
                                network,
                                "name",
                                "Harbour Runners",
                                "purpose",
                                "We run.",
                                "zone",
                                "Europe/Lisbon",
                                "labels",
                                "club")
                        .status())
                .isEqualTo(302);
        assertThat(kinds())
                .contains("A race", "Coming back after a break", "Health")
                .doesNotContain("The business");
        var columns = as(
                ada,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("""
                                select count(*) from information_schema.columns
                                where table_schema = 'goals' and column_name like '%kind%'
                                """)
                        .query(Integer.class)
                        .single());
        assertThat(columns).isZero();
    }

    private String kinds() {
        return Pages.seenBy(ada)
                .get(goals)
                .page()
                .expectFirst("sealed-field[data-part=kind]")
                .attr("data-choices");
    }

    @Test
    void aDayThatHasPassedOrIsTooFarOffIsRefusedInWords() {
        for (var day : new String[] {LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(), "2090-01-01"}) {
            var goal = Ids.next();
            var answer = set(ada, day, sealed("goal", goal, goal));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().text()).contains("Choose a day after today");
        }
        assertThat(shown(ada)).isZero();
    }

    @Test
    void itsOwnerAloneChangesAndEndsItAndOnlyOnce() {
        var goal = aGoal();
        assertThat(post(noor, goal, "reached").status()).isEqualTo(404);
        assertThat(post(noor, goal, "off-course").status()).isEqualTo(404);
        assertThat(post(ada, goal, "off-course").status()).isEqualTo(302);
        assertThat(Pages.seenBy(noor).get(goals).page().text()).contains("off course");
        var outcome = sealed("goal-outcome", Ids.next(), goal);
        assertThat(post(ada, goal, "reached", "sealed", outcome).status()).isEqualTo(302);
        assertThat(post(ada, goal, "reached", "sealed", outcome).status())
                .as("pressed twice")
                .isEqualTo(302);
        assertThat(post(ada, goal, "let-go").page().text()).contains("This goal has ended meanwhile.");
        assertThat(post(ada, goal, "on-course").status()).isEqualTo(422);
        assertThat(Pages.seenBy(noor)
                        .get("/groups/" + here.group + "/members/" + ada)
                        .page()
                        .text())
                .contains("reached", "What changed:");
    }

    @Test
    void aCommitmentServesAnOpenGoalOfItsOwnerAndNoOther() {
        var goal = aGoal();
        var list = "/groups/" + here.group + "/commitments";
        assertThat(commit(ada, goal).at()).isEqualTo(list);
        assertThat(Pages.seenBy(noor).get(list).page().text()).contains("For the goal:");
        assertThat(commit(noor, goal).page().text()).contains("That goal has ended meanwhile.");
        post(ada, goal, "reached");
        assertThat(commit(ada, goal).status()).isEqualTo(422);
        assertThat(Pages.seenBy(ada).get(list).page().select("input[name=goal]"))
                .as("with no open goal there is nothing to choose")
                .isEmpty();
    }

    private Pages.Answer commit(PersonId person, UUID goal) {
        return Pages.seenBy(person)
                .post(
                        "/groups/" + here.group + "/commitments",
                        "due",
                        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                        "witness",
                        here.chair().toString(),
                        "goal",
                        goal.toString(),
                        "sealed",
                        here.sealed(person, "commitment", Ids.next(), Map.of("text", "Leave at six on Tuesdays.")));
    }

    @Test
    void anOutcomeOfAnotherGoalIsNotTaken() {
        var one = aGoal();
        var other = aGoal();
        assertThat(post(ada, one, "reached", "sealed", sealed("goal-outcome", Ids.next(), other))
                        .status())
                .isEqualTo(422);
        assertThat(post(ada, one, "on-course").status()).as("still open").isEqualTo(302);
    }

    @Test
    void whoeverIsNotInTheRoomSeesNone() {
        aGoal();
        var outside = here.aMember("Not Yet Inside");
        var elsewhere = GroupFixture.aGroup().with(1).inAnOpenRoom();
        assertThat(Pages.seenBy(elsewhere.chair()).get(goals).status()).isEqualTo(404);
        for (var stranger : new PersonId[] {outside, elsewhere.chair()}) {
            assertThat(as(
                            stranger,
                            () -> RunningPeerage.shared()
                                    .bean(JdbcClient.class)
                                    .sql("select count(*) from goals.goal")
                                    .query(Integer.class)
                                    .single()))
                    .isZero();
        }
    }

    private UUID aGoal() {
        var goal = Ids.next();
        assertThat(set(ada, soon, sealed("goal", goal, goal)).at()).isEqualTo(goals);
        return goal;
    }

    private String sealed(String kind, UUID record, UUID about) {
        return here.sealed(ada, new KeyholderRoom.About(kind, record, about), Map.of("text", "Be home by seven."));
    }

    private Pages.Answer set(PersonId person, String by, String sealed) {
        return Pages.seenBy(person).post(goals, "by", by, "sealed", sealed);
    }

    private Pages.Answer post(PersonId person, UUID goal, String act, String... fields) {
        return Pages.seenBy(person).post("/goals/" + goal + "/" + act, fields);
    }

    private int shown(PersonId person) {
        return Pages.seenBy(person)
                .get(goals)
                .page()
                .select(".said sealed-text")
                .size();
    }
}
