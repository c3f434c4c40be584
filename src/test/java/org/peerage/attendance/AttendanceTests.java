package org.peerage.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;

/// A member sees the own count, the chair what is due, and nobody anything else; a leave is asked for, agreed and over.
class AttendanceTests extends CountedOfFour {

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
}
