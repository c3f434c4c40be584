package org.peerage.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A member sees the own count, the chair what is due, and nobody anything else; each step is taken once and by the
/// chair; a leave is asked for, agreed and over.
class AttendanceTests {

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final PersonId ola = here.members.get(2);
    private final String page = "/groups/" + here.group + "/attendance";
    private final Evenings evenings = Evenings.of(here);
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    @Test
    void aMemberSeesTheOwnCountAndTheChairOnlyWhatIsDue() {
        evenings.ago(60, Map.of(noor, 0, ola, 2));
        evenings.ago(30, Map.of(noor, 0, ola, 31));
        assertThat(text(ada)).contains("You have missed 2 of 2 meetings in the past year. The charter tolerates 2.");
        assertThat(text(noor)).contains("You have missed 0 of 2 meetings").doesNotContain("Member 1", "Member 3");
        assertThat(text(ola))
                .contains("You have missed 1.5 of 2 meetings", "late, half a meeting", "very late, a meeting missed");
        assertThat(dueOn(here.chair())).containsExactly("Send Member 1 a word");
        assertThat(next(here.chair())).isEqualTo(1);
        for (var member : List.of(ada, noor, ola)) {
            assertThat(dueOn(member)).isEmpty();
            assertThat(next(member)).isZero();
            assertThat(page(member).select("#marks, form[action$=/nudge]")).isEmpty();
        }
        assertThat(Pages.seenBy(here.chair())
                        .get("/groups/" + here.group + "/leading")
                        .page()
                        .text())
                .contains("Send Member 1 a word");
        for (var outside : List.of(
                here.convener, GroupFixture.aGroup().with(2).inAnOpenRoom().chair())) {
            assertThat(Pages.seenBy(outside).get(page).status()).isEqualTo(404);
        }
    }

    @Test
    void whatIsExcusedAndWhatFallsIntoALeaveOrBeforeOnesTimeDoesNotCount() {
        var first = evenings.ago(90, Map.of(noor, 0));
        evenings.ago(60, Map.of(noor, 0));
        var last = evenings.ago(30, Map.of(noor, 0, ada, 0));
        assertThat(text(ada)).contains("You have missed 2 of 3");
        evenings.leave(ada, 65, 55);
        assertThat(text(ada)).contains("You have missed 1 of 3", "on leave, does not count");
        assertThat(mark(here.chair(), ada, first.value(), "excused")).isEqualTo(302);
        assertThat(mark(here.chair(), ada, first.value(), "excused"))
                .as("pressed again")
                .isEqualTo(302);
        assertThat(text(ada)).contains("You have missed 0 of 3", "excused, does not count");
        assertThat(mark(here.chair(), ada, last.value(), "left-early")).isEqualTo(302);
        assertThat(text(ada)).contains("You have missed 0.5 of 3", "left early, half");
        assertThat(mark(here.chair(), ada, first.value(), "left-early"))
                .as("was not there")
                .isEqualTo(422);
        assertThat(mark(here.chair(), ada, last.value(), "left-early/back")).isEqualTo(302);
        assertThat(mark(here.chair(), ada, first.value(), "excused/back")).isEqualTo(302);
        assertThat(text(ada)).contains("You have missed 1 of 3");
        var wren = here.aMember("Wren Halloway");
        here.letIn(wren);
        assertThat(text(wren)).contains("You have missed 0 of 0 meetings");
        for (var other : List.of(ada, noor, here.convener)) {
            assertThat(mark(other, ola, first.value(), "excused")).isEqualTo(404);
        }
        assertThat(mark(here.chair(), here.chair(), first.value(), "excused"))
                .as("not oneself")
                .isEqualTo(404);
        assertThat(mark(here.chair(), ada, UUID.randomUUID(), "excused")).isEqualTo(404);
    }

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

    @Test
    void theVoteIsOfTheOthersAndWhatItDecidesTheChairDoes() {
        evenings.ago(80, Map.of(noor, 0, ola, 0));
        evenings.ago(70, Map.of(noor, 0, ola, 0));
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
        here.letOut(ada);
        assertThat(dueOn(here.chair())).isEmpty();
        assertThat(Pages.seenBy(ada).get(page).status()).isEqualTo(404);
    }

    @Test
    void aLeaveIsAskedForAgreedAndOverAndTheSeatIsKept() {
        assertThat(ask(ada, today, today.plusMonths(3))).as("too long").isEqualTo(422);
        assertThat(ask(ada, today.minusDays(1), today.plusDays(9))).isEqualTo(422);
        assertThat(ask(ada, today.plusDays(9), today.plusDays(8))).isEqualTo(422);
        assertThat(ask(here.chair(), today, today.plusDays(9))).as("the chair").isEqualTo(422);
        var refused = Pages.seenBy(ada)
                .post(page + "/leaves", "first", "" + today, "last", "" + today.plusYears(1))
                .page();
        assertThat(refused.expectFirst("[role=alert]").text()).contains("3 months at most");
        assertThat(refused.expectFirst("#last").attr("value")).isEqualTo("" + today.plusYears(1));
        assertThat(ask(ada, today, today.plusDays(20))).isEqualTo(302);
        assertThat(ask(ada, today, today.plusDays(20))).as("pressed again").isEqualTo(302);
        assertThat(ask(ada, today.plusDays(9), today.plusDays(30)))
                .as("overlaps")
                .isEqualTo(422);
        var id = leave();
        for (var other : List.of(noor, ola, here.convener)) {
            assertThat(leaves(other)).as("only asked for").isZero();
            assertThat(act(other, id, "agree")).isEqualTo(404);
            assertThat(act(other, id, "take-back")).isEqualTo(404);
        }
        assertThat(act(ada, id, "agree")).as("not one’s own").isEqualTo(404);
        assertThat(act(here.chair(), id, "return")).isEqualTo(404);
        assertThat(act(ada, id, "return")).as("not yet agreed").isEqualTo(422);
        assertThat(next(here.chair())).isOne();
        assertThat(act(here.chair(), id, "agree")).isEqualTo(302);
        assertThat(act(here.chair(), id, "agree")).as("pressed again").isEqualTo(302);
        assertThat(act(here.chair(), id, "decline")).isEqualTo(422);
        assertThat(next(here.chair())).isZero();
        assertThat(text(noor)).contains("Member 1 ·", "Agreed");
        assertThat(leaves(here.convener)).isZero();
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).contains("Your leave from");
        assertThat(Pages.seenBy(ada).get("/groups/" + here.group).page().text())
                .contains("You are on leave")
                .doesNotContain("Prepare your update");
        assertThat(next(ada)).isOne();
        assertThat(here.seenBy(here.chair()).seats(ada)).isTrue();
        assertThat(act(ada, id, "return")).isEqualTo(302);
        assertThat(next(ada)).isZero();
        assertThat(page(noor).select("#leaves ~ ul li")).isEmpty();
        assertThat(act(ada, id, "take-back")).isEqualTo(422);
        assertThat(ask(ada, today, today.plusDays(20))).as("another one").isEqualTo(302);
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

    @Test
    void whoeverChairsTakesALeaveToWhichTheNextChairAgrees() {
        var chair = here.chair();
        assertThat(text(chair)).contains("name a next chair among the roles");
        assertThat(ask(chair, today, today.plusDays(20))).isEqualTo(422);
        Pages.seenBy(ada).post("/groups/" + here.group + "/roles/deputy/take");
        assertThat(text(chair)).contains("Member 1, who is to chair next, sees that you ask");
        assertThat(ask(chair, today, today.plusDays(20))).isEqualTo(302);
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).contains("asks for a leave");
        var leave = page(ada).expectFirst("[id^=leave-]").id().substring("leave-".length());
        assertThat(page(noor).select("#leave-" + leave)).as("not agreed yet").isEmpty();
        var agree = page + "/leaves/" + leave + "/agree";
        for (var other : List.of(noor, chair)) {
            assertThat(Pages.seenBy(other).post(agree).status()).isEqualTo(404);
        }
        assertThat(Pages.seenBy(ada).post(agree).status()).isEqualTo(302);
        assertThat(text(noor)).contains("Mara Example", "Agreed");
        assertThat(Pages.seenBy(chair)
                        .get("/groups/" + here.group + "/leading")
                        .page()
                        .text())
                .contains("You are on leave");
        assertThat(Pages.seenBy(chair)
                        .post(page + "/leaves/" + leave + "/return")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void theDatabaseItselfTakesNothingFromWhomItIsNotUpTo() {
        var meeting = evenings.ago(60, Map.of(noor, 0)).value();
        assertThat(refused(noor, """
                        insert into attendance.mark (group_id, meeting_id, person_id, kind, by_id, at)
                        values (:group, '%s', '%s', 'excused', tenancy.me(), now())""".formatted(meeting, ada))).isTrue();
        assertThat(refused(noor, """
                        insert into attendance.step (id, group_id, person_id, number, kind, by_id, at)
                        values ('%s', :group, '%s', 1, 'vote', tenancy.me(), now())""".formatted(UUID.randomUUID(), ada))).isTrue();
        assertThat(refused(here.chair(), """
                        insert into attendance.leave (id, group_id, person_id, first_day, last_day, state, asked_at)
                        values ('%s', :group, '%s', current_date, current_date, 'asked', now())""".formatted(UUID.randomUUID(), ada)))
                .as("for somebody else")
                .isTrue();
        ask(ada, today, today.plusDays(9));
        assertThat(refused(
                        ada,
                        "update attendance.leave set state = 'agreed', settled_by = tenancy.me(), settled_at = now()"
                                + " where group_id = :group"))
                .as("one’s own")
                .isTrue();
    }

    private boolean refused(PersonId person, String statement) {
        try {
            return as(
                    person,
                    () -> PEERAGE.bean(JdbcClient.class)
                                    .sql(statement)
                                    .param("group", here.group.value())
                                    .update()
                            == 0);
        } catch (DataAccessException _) {
            return true;
        }
    }

    private UUID leave() {
        return as(
                ada,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select id from attendance.leave where person_id = tenancy.me()")
                        .query(UUID.class)
                        .single());
    }

    private UUID ballot(PersonId voter) {
        return as(
                voter,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select id from ballots.ballot where group_id = :group")
                        .param("group", here.group.value())
                        .query(UUID.class)
                        .single());
    }

    private int ask(PersonId person, LocalDate first, LocalDate last) {
        return Pages.seenBy(person)
                .post(page + "/leaves", "first", "" + first, "last", "" + last)
                .status();
    }

    private int act(PersonId person, UUID leave, String act) {
        return Pages.seenBy(person).post(page + "/leaves/" + leave + "/" + act).status();
    }

    private int take(PersonId by, PersonId about, String step) {
        return Pages.seenBy(by).post(page + "/" + about + "/" + step).status();
    }

    private int mark(PersonId by, PersonId about, UUID meeting, String mark) {
        return Pages.seenBy(by)
                .post(page + "/" + about + "/" + meeting + "/" + mark)
                .status();
    }

    private Document page(PersonId person) {
        return Pages.seenBy(person).get(page).page();
    }

    private String text(PersonId person) {
        return page(person).expectFirst("main").text();
    }

    private List<String> dueOn(PersonId person) {
        return page(person).select("section[aria-labelledby^=due-] > h2").eachText();
    }

    private int next(PersonId person) {
        var circle = here.seenBy(person);
        return as(person, () -> PEERAGE.bean(AttendanceGuest.class).next(circle).size());
    }

    private long steps(PersonId person) {
        return count(person, "select count(*) from attendance.step where group_id = :group");
    }

    private long leaves(PersonId person) {
        return count(person, "select count(*) from attendance.leave where group_id = :group");
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
