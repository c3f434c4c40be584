package org.peerage.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.ballots.BallotFixture;

/// From the meetings that somebody missed through the steps of the charter to the vote of the others, and what follows.
class StepsTests extends CountedOfFour {

    @Test
    void theStepsAreTakenOneAfterTheOtherByTheChairAndOnceEach() {
        evenings.ago(80, Map.of(noor, 0, ola, 0));
        evenings.ago(70, Map.of(noor, 0, ola, 0));
        for (var early : List.of("call", "talk", "vote")) {
            assertThat(take(here.chair(), ada, early)).as(early).isEqualTo(422);
        }
        assertThat(take(here.chair(), noor, "nudge")).as("nothing missed").isEqualTo(422);
        assertThat(take(noor, ada, "nudge")).isEqualTo(404);
        assertThat(take(ada, ada, "nudge")).isEqualTo(404);
        assertThat(take(here.chair(), here.chair(), "nudge")).isEqualTo(404);
        assertThat(take(here.chair(), ada, "nudge")).isEqualTo(302);
        assertThat(take(here.chair(), ada, "nudge")).as("pressed again").isEqualTo(302);
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).contains("Mara Example has a word for you");
        assertThat(steps(ada)).isOne();
        assertThat(dueOn(here.chair())).isEmpty();
        evenings.ago(60, Map.of(noor, 0, ola, 0));
        assertThat(dueOn(here.chair())).containsExactly("Call Member 1");
        assertThat(take(here.chair(), ada, "call")).isEqualTo(302);
        assertThat(take(here.chair(), ada, "nudge")).as("never back").isEqualTo(422);
        evenings.stepsAgo(50);
        assertThat(dueOn(here.chair())).isEmpty();
        evenings.ago(40, Map.of(noor, 0, ola, 0));
        assertThat(dueOn(here.chair())).containsExactly("Talk about it together with Member 1");
        assertThat(take(here.chair(), ada, "talk")).isEqualTo(302);
        evenings.stepsAgo(30);
        evenings.ago(20, Map.of(noor, 0, ola, 0));
        assertThat(dueOn(here.chair())).containsExactly("Let the group decide about Member 1");
        assertThat(text(ada)).contains("Mara Example called", "the group talked about it");
        assertThat(text(noor)).doesNotContain("called");
        assertThat(steps(noor)).isZero();
        assertThat(steps(here.chair())).isEqualTo(3);
    }

    /// From the meetings that somebody missed to what holds on for them afterwards.
    @Test
    void theVoteIsOfTheOthersAndWhoeverItLetsOutFindsWhatHoldsOn() {
        evenings.ago(80, Map.of(noor, 0, ola, 0));
        evenings.ago(70, Map.of(noor, 0, ola, 0));
        assertThat(take(here.chair(), ada, "nudge")).isEqualTo(302);
        evenings.stepsAgo(65);
        evenings.ago(60, Map.of(noor, 0, ola, 0));
        take(here.chair(), ada, "call");
        evenings.stepsAgo(50);
        evenings.ago(40, Map.of(noor, 0, ola, 0));
        take(here.chair(), ada, "talk");
        evenings.stepsAgo(30);
        evenings.ago(20, Map.of(noor, 0, ola, 0));
        assertThat(take(here.chair(), ada, "vote")).isEqualTo(302);
        assertThat(take(here.chair(), ada, "vote")).as("pressed again").isEqualTo(302);
        assertThat(count(here.chair(), "select count(*) from ballots.ballot where group_id = :group"))
                .isOne();
        assertThat(count(ada, "select count(*) from ballots.ballot where group_id = :group"))
                .as("whom it is about")
                .isZero();
        var ballots = new BallotFixture(here);
        var asked = ballots.asked(noor, ballot(noor));
        assertThat(Pages.seenBy(noor)
                        .get(ballots.list + "/" + asked.ballot())
                        .page()
                        .text())
                .contains("Shall the membership of Member 1 end?");
        assertThat(text(ada)).contains("put it to the vote");
        assertThat(dueOn(here.chair())).isEmpty();
        for (var voter : List.of(noor, ola, here.chair())) {
            ballots.vote(asked, voter, "yes");
        }
        for (var voter : List.of(noor, ola)) {
            assertThat(ballots.count(asked, voter, 3, 0, 0)).isEqualTo(204);
        }
        assertThat(ballots.state(asked, noor)).isEqualTo("Passed");
        assertThat(dueOn(here.chair())).containsExactly("The membership of Member 1 ends");
        assertThat(page(here.chair()).select("a[href$=/room]")).isNotEmpty();
        assertThat(Pages.seenBy(here.chair()).get("/notices").page().text()).contains("has decided in a vote");
        assertThat(here.seenBy(noor).seats(ada))
                .as("the vote itself lets nobody out")
                .isTrue();
        here.letOut(ada);
        assertThat(dueOn(here.chair())).isEmpty();
        assertThat(Pages.seenBy(ada).get(page).status()).isEqualTo(404);
        assertThat(Pages.seenBy(ada).get("/notices").page().text())
                .contains("You are no longer in Tuesday Circle. What you promised there holds on.");
        var farewell = Pages.seenBy(ada)
                .get("/")
                .page()
                .expectFirst("a[href^=/farewells/]")
                .attr("href");
        assertThat(Pages.seenBy(ada).get(farewell).page().expectFirst("main").text())
                .contains(
                        "You are no longer in Tuesday Circle",
                        "What is said, written or shown in this group stays in it",
                        "What is to be erased")
                .doesNotContain("last meeting", "vote");
        for (var other : List.of(noor, here.chair(), here.convener)) {
            assertThat(Pages.seenBy(other).get(farewell).status()).isEqualTo(404);
            assertThat(Pages.seenBy(other).get("/notices").page().text()).doesNotContain("no longer in");
        }
        assertThat(steps(ada)).as("what was counted is the group's").isZero();
        assertThat(here.seenBy(noor).seats(ada)).isFalse();
        assertThat(ballots.state(asked, noor)).as("what was decided stays").isEqualTo("Passed");
    }

    @Test
    void whomTheOthersKeepIsNotLetOutAndNoStepIsDueAgain() {
        for (var days : List.of(80, 70, 60)) {
            evenings.ago(days, Map.of(noor, 0, ola, 0));
        }
        take(here.chair(), ada, "call");
        evenings.stepsAgo(50);
        evenings.ago(40, Map.of(noor, 0, ola, 0));
        take(here.chair(), ada, "talk");
        evenings.stepsAgo(30);
        evenings.ago(20, Map.of(noor, 0, ola, 0));
        take(here.chair(), ada, "vote");
        var ballots = new BallotFixture(here);
        var asked = ballots.asked(noor, ballot(noor));
        for (var voter : List.of(noor, ola, here.chair())) {
            ballots.vote(asked, voter, "no");
        }
        for (var voter : List.of(noor, ola)) {
            assertThat(ballots.count(asked, voter, 0, 3, 0)).isEqualTo(204);
        }
        assertThat(dueOn(here.chair())).isEmpty();
        assertThat(Pages.seenBy(here.chair()).get("/notices").page().text()).doesNotContain("has decided in a vote");
        assertThat(text(ada)).contains("You have missed 5 of 5");
        assertThat(Pages.seenBy(ada).get("/").page().select("a[href^=/farewells/]"))
                .isEmpty();
    }

    /// Whoever is to chair next stands in; where nobody is, the group.
    @Test
    void whoeverChairsIsCountedAsEverybodyElse() {
        var everybody = Map.of(ada, 0, noor, 0, ola, 0);
        var first = evenings.ago(60, everybody);
        var chair = here.chair();
        evenings.away(first, chair);
        evenings.away(evenings.ago(30, everybody), chair);
        var nudge = page + "/" + chair + "/nudge";
        assertThat(text(chair)).contains("You have missed 2 of 2 meetings", "so yours is shown to the group");
        assertThat(dueOn(chair)).isEmpty();
        for (var member : List.of(ada, noor, ola)) {
            assertThat(dueOn(member)).containsExactly("Send Mara Example a word");
            assertThat(next(member)).as("on the page, and in nobody's way").isZero();
        }
        Pages.seenBy(ada).post("/groups/" + here.group + "/roles/deputy/take");
        assertThat(text(chair)).contains("and to Member 1, the next chair");
        assertThat(dueOn(ada)).containsExactly("Send Mara Example a word");
        assertThat(next(ada)).isEqualTo(1);
        for (var member : List.of(noor, ola)) {
            assertThat(dueOn(member)).isEmpty();
            assertThat(Pages.seenBy(member).post(nudge).status()).isEqualTo(404);
            assertThat(refused(member, """
                    insert into attendance.step (id, group_id, person_id, number, kind, by_id, at)
                    values (gen_random_uuid(), '%s', '%s', 1, 'vote', tenancy.me(), now())""".formatted(here.group, chair))).isTrue();
        }
        assertThat(Pages.seenBy(chair).post(nudge).status()).isEqualTo(404);
        assertThat(Pages.seenBy(ada).post(page + "/" + noor + "/nudge").status())
                .as("only in the chair's place")
                .isEqualTo(404);
        assertThat(Pages.seenBy(ada).post(nudge).status()).isEqualTo(302);
        assertThat(Pages.seenBy(chair).get("/notices").page().text()).contains("has a word for you about being there");
        assertThat(text(chair)).contains("Member 1 sent a word");
        assertThat(text(noor)).doesNotContain("sent a word");
        assertThat(Pages.seenBy(ada)
                        .post(page + "/" + chair + "/" + first.value() + "/excused")
                        .status())
                .isEqualTo(302);
        assertThat(text(chair)).contains("You have missed 1 of 2 meetings");
    }
}
