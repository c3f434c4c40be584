package org.peerage.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

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

/// A coach is asked and says yes or no; what is for the two is taken for the two and shown to nobody else.
class CoachesTests {

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final PersonId presenter = here.members.get(0);
    private final PersonId coach = here.members.get(1);
    private final PersonId other = here.members.get(2);
    private final UUID issue = parked();
    private final String page = "/groups/" + here.group + "/issues/" + issue;

    @Test
    void aCoachIsAskedAndAcceptsAndAllConcernedHear() {
        assertThat(seenBy(presenter)).contains("Nobody coaches this yet", "Who coaches you");
        assertThat(seenBy(other)).doesNotContain("Who coaches");
        Pages.seenBy(coach).post("/mail/address", "address", coach + "@example.org");
        assertThat(ask(presenter, coach).at()).isEqualTo(page);
        assertThat(told(coach)).contains("Member 1 would have you as coach");
        assertThat(RunningPeerage.shared()
                        .column(
                                "select body from mail.letter where to_person = ? and kind = ?",
                                coach.value(),
                                "coaching.notice.asked"))
                .as("a letter leads there")
                .singleElement()
                .asString()
                .contains("Say whether you will: http", page);
        assertThat(seenBy(coach)).contains("You are asked to coach Member 1");
        assertThat(act(coach, "accept").at()).isEqualTo(page);
        assertThat(told(presenter)).contains("Member 2 is coach");
        assertThat(told(coach)).doesNotContain("would have you as coach");
        assertThat(seenBy(other)).contains("Member 2 coaches Member 1").doesNotContain("A word to");
        assertThat(seenBy(coach)).contains("You coach Member 1");
    }

    @Test
    void theChairChoosesACoachToo() {
        assertThat(seenBy(here.chair())).contains("Who coaches Member 1");
        ask(here.chair(), coach);
        act(coach, "decline");
        for (var person : List.of(here.chair(), presenter)) {
            assertThat(told(person)).contains("Member 2 cannot be coach");
        }
        assertThat(seenBy(presenter)).contains("Nobody coaches this yet", "Who coaches you");
        ask(presenter, other);
        act(presenter, "end");
        assertThat(act(other, "accept").status()).as("what was taken back").isEqualTo(404);
    }

    @Test
    void nobodyAsksOrAnswersForAnother() {
        assertThat(ask(other, coach).status()).isEqualTo(404);
        assertThat(ask(presenter, presenter).status()).isEqualTo(404);
        assertThat(ask(presenter, GroupFixture.aGroup().with(1).inAnOpenRoom().chair())
                        .status())
                .isEqualTo(404);
        ask(presenter, coach);
        for (var person : List.of(presenter, other, here.chair())) {
            assertThat(act(person, "accept").status()).isEqualTo(404);
        }
        assertThat(as(other, CoachesTests::accepting)).isZero();
        assertThatThrownBy(() -> as(presenter, CoachesTests::accepting)).hasStackTraceContaining("row-level security");
        assertThat(answers(presenter, List.of(presenter, coach)).status())
                .as("before they have accepted")
                .isNotEqualTo(204);
    }

    @Test
    void answersForTheTwoAreSeenByTheTwoAndAnswersForTheRoomByAll() {
        ask(presenter, coach);
        act(coach, "accept");
        assertThat(answers(presenter, List.of(presenter, coach)).status()).isEqualTo(204);
        assertThat(told(coach)).contains("Member 1 has written to you");
        for (var person : List.of(presenter, coach)) {
            assertThat(seenBy(person)).contains("What Member 1 has prepared");
        }
        for (var person : List.of(other, here.chair())) {
            assertThat(seenBy(person)).doesNotContain("What Member 1 has prepared");
            assertThat(as(person, () -> rows("text"))).isZero();
        }
        assertThat(word(coach, List.of(coach, presenter)).status()).isEqualTo(204);
        assertThat(seenBy(presenter)).contains("A word from Member 2");
        assertThat(seenBy(other)).doesNotContain("A word from Member 2");

        var sealed = here.sealed(
                presenter,
                new KeyholderRoom.About("issue-answers", Ids.next(), issue),
                Map.of("core", "Mill or harbour"));
        assertThat(Pages.seenBy(presenter)
                        .post(page + "/coach/answers", "sealed", sealed)
                        .status())
                .isEqualTo(204);
        assertThat(seenBy(other)).contains("What Member 1 has prepared");
    }

    @Test
    void aTextForAnybodyElseIsNotTaken() {
        ask(presenter, coach);
        act(coach, "accept");
        for (var readers : List.of(List.of(presenter, other), List.of(coach, other), List.of(coach))) {
            assertThat(answers(presenter, readers).body()).isEqualTo("{\"reason\":\"no-reader\"}");
        }
        assertThat(word(other, List.of(other, presenter)).status()).isEqualTo(404);
        assertThat(answers(coach, List.of(presenter, coach)).status()).isEqualTo(404);
        assertThat(as(presenter, () -> rows("text"))).isZero();
    }

    @Test
    void anotherGroupSeesNothingOfIt() {
        ask(presenter, coach);
        act(coach, "accept");
        answers(presenter, List.of(presenter, coach));
        var elsewhere = GroupFixture.aGroup().with(1).inAnOpenRoom();
        for (var stranger : List.of(elsewhere.chair(), here.convener)) {
            assertThat(as(stranger, () -> rows("coaching"))).isZero();
            assertThat(as(stranger, () -> rows("text"))).isZero();
            assertThat(ask(stranger, coach).status()).isEqualTo(404);
        }
        assertThat(as(other, () -> rows("coaching"))).isOne();
    }

    private static int accepting() {
        return RunningPeerage.shared()
                .bean(JdbcClient.class)
                .sql("update coaching.coaching set state = 'accepted'")
                .update();
    }

    private static int rows(String table) {
        return RunningPeerage.shared()
                .bean(JdbcClient.class)
                .sql("select count(*) from coaching." + table)
                .query(Integer.class)
                .single();
    }

    private Pages.Answer ask(PersonId asks, PersonId whom) {
        return Pages.seenBy(asks).post(page + "/coach/ask", "person", whom.toString());
    }

    private Pages.Answer act(PersonId person, String act) {
        return Pages.seenBy(person).post(page + "/coach/" + act);
    }

    private Pages.Answer answers(PersonId author, List<PersonId> readers) {
        return between(author, readers, "answers", "issue-answers-coach", Map.of("core", "Mill or harbour"));
    }

    private Pages.Answer word(PersonId author, List<PersonId> readers) {
        return between(author, readers, "word", "coach-word", Map.of("text", "Whose is it?"));
    }

    private Pages.Answer between(
            PersonId author, List<PersonId> readers, String act, String kind, Map<String, String> body) {
        var sealed = here.sealedFor(author, readers, new KeyholderRoom.About(kind, Ids.next(), issue), body);
        return Pages.seenBy(author).post(page + "/coach/" + act, "sealed", sealed);
    }

    private String seenBy(PersonId person) {
        return Pages.seenBy(person).get(page).page().text();
    }

    private static String told(PersonId person) {
        return Pages.seenBy(person).get("/notices").page().text();
    }

    private UUID parked() {
        var id = Ids.next();
        var sealed = here.sealed(presenter, new KeyholderRoom.About("issue", id, id), Map.of("title", "The mill"));
        Pages.seenBy(presenter)
                .post("/groups/" + here.group + "/parking-lot", "importance", "5", "urgency", "5", "sealed", sealed);
        return id;
    }
}
