package org.peerage.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

/// A challenge names an open goal of somebody who has agreed to it; what is between two is there for nobody else.
class ChallengesTests {

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String goals = "/groups/" + here.group + "/goals";
    private final UUID goal = aGoal();

    @Test
    void whatIsBetweenTwoIsThereForNobodyElse() {
        agree();
        assertThat(challenge(noor, goal, between(noor, List.of(noor, ada))).at())
                .isEqualTo(goals);
        assertThat(shown(ada, "challenge")).isEqualTo(2);
        assertThat(shown(noor, "challenge")).isEqualTo(2);
        assertThat(shown(here.chair(), "challenge")).isZero();
        assertThat(rows(here.chair())).isZero();
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).contains("Member 2", "challenges you by a goal");
    }

    @Test
    void whatIsBetweenTwoIsTakenForNobodyElse() {
        agree();
        for (var readers :
                List.of(List.of(noor, here.chair()), List.of(ada, here.chair()), List.of(ada), List.of(noor))) {
            assertThat(challenge(noor, goal, between(noor, readers)).status()).isEqualTo(422);
            assertThat(rows(noor)).isZero();
        }
    }

    @Test
    void whatIsForTheRoomStandsBelowTheGoal() {
        agree();
        assertThat(challenge(noor, goal, open(goal)).at()).isEqualTo(goals);
        assertThat(shown(here.chair(), "challenge-open")).isEqualTo(2);
        var id = Pages.seenBy(ada)
                .get(goals)
                .page()
                .expectFirst("form[action$=/heard]")
                .attr("action");
        assertThat(Pages.seenBy(here.chair()).post(id).status())
                .as("not hers to hear")
                .isEqualTo(404);
        assertThat(Pages.seenBy(ada).post(id).at()).isEqualTo(goals);
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).doesNotContain("challenges you by a goal");
        assertThat(Pages.seenBy(noor).get(goals).page().text()).contains("heard");
    }

    @Test
    void whoeverHasNotAgreedIsNotChallenged() {
        assertThat(Pages.seenBy(noor).get(goals).page().select("form[data-kind=challenge-open]"))
                .isEmpty();
        agree();
        assertThat(Pages.seenBy(noor).get(goals).page().select("form[data-kind=challenge-open]"))
                .hasSize(1);
        assertThat(Pages.seenBy(ada).get(goals).page().select("form[data-kind=challenge-open]"))
                .isEmpty();
        Pages.seenBy(ada).post(goals + "/not-challengeable");
        assertThat(challenge(noor, goal, open(goal)).status()).isEqualTo(404);
        assertThat(rows(ada)).isZero();
    }

    @Test
    void withoutAGoalThatIsOpenThereIsNoChallenge() {
        agree();
        assertThat(challenge(noor, goal, open(Ids.next())).status())
                .as("another goal in the words")
                .isEqualTo(422);
        assertThat(rows(ada)).isZero();
        Pages.seenBy(ada).post("/goals/" + goal + "/reached");
        assertThat(Pages.seenBy(noor).get(goals).page().select("form[data-kind=challenge-open]"))
                .isEmpty();
    }

    private void agree() {
        assertThat(Pages.seenBy(ada).post(goals + "/challengeable").at()).isEqualTo(goals);
    }

    private UUID aGoal() {
        var id = Ids.next();
        Pages.seenBy(ada)
                .post(
                        goals,
                        "by",
                        LocalDate.now(ZoneOffset.UTC).plusDays(90).toString(),
                        "sealed",
                        here.sealed(ada, new KeyholderRoom.About("goal", id, id), Map.of("text", "Be home by seven.")));
        return id;
    }

    private String open(UUID about) {
        return here.sealed(noor, new KeyholderRoom.About("challenge-open", Ids.next(), about), words());
    }

    private String between(PersonId author, List<PersonId> readers) {
        return here.sealedFor(author, readers, new KeyholderRoom.About("challenge", Ids.next(), goal), words());
    }

    private static Map<String, String> words() {
        return Map.of("saw", "You were here until nine on Tuesday.", "question", "What would have happened at six?");
    }

    private Pages.Answer challenge(PersonId person, UUID about, String sealed) {
        return Pages.seenBy(person).post(goals + "/" + about + "/challenges", "sealed", sealed);
    }

    private int shown(PersonId person, String kind) {
        return Pages.seenBy(person)
                .get(goals)
                .page()
                .select("sealed-text[data-place-kind=" + kind + "]")
                .size();
    }

    private static int rows(PersonId person) {
        return as(
                person,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from goals.challenge")
                        .query(Integer.class)
                        .single());
    }
}
