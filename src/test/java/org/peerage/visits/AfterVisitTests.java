package org.peerage.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.Obeys;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PretendedTime;

/// Nobody decides on a candidate past the visit that the charter asks for; after it both sides decide.
class AfterVisitTests extends VisitsOfFour {

    @Test
    void bothSidesDecide() {
        var id = toTheVisit();
        var link = invited(id);
        assertThat(moved(ada, id, "call-ballot", "visit"))
                .as("has not been there")
                .isEqualTo(422);
        signs(link);
        assertThat(PretendedTime.at(DURING, () -> act(ada, visit(id), "came"))).isEqualTo(302);
        assertThat(moved(ada, id, "call-ballot", "visit")).isEqualTo(302);
        var refused = Pages.seenBy(here.chair()).post(list + "/" + id + "/ballot");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().text()).contains("have not said yet whether they would like to go on");
        assertThat(Pages.seenBy(guest).post(link + "/word", "on", "true").status())
                .isEqualTo(302);
        assertThat(guestPage(link).text()).contains("Now the group decides");
        assertThat(Pages.seenBy(guest).post(link + "/word", "on", "false").status())
                .as("has said so")
                .isEqualTo(404);
        assertThat(Pages.seenBy(here.chair()).post(list + "/" + id + "/ballot").status())
                .isEqualTo(302);
    }

    @Test
    void whoeverDoesNotWantToGoOnIsNotVotedOnUnlessTheChairClosesTheVisit() {
        var id = toTheVisit();
        var link = invited(id);
        signs(link);
        assertThat(PretendedTime.at(DURING, () -> act(ada, visit(id), "came"))).isEqualTo(302);
        assertThat(Pages.seenBy(guest).post(link + "/word", "on", "false").status())
                .isEqualTo(302);
        assertThat(moved(ada, id, "call-ballot", "visit")).isEqualTo(302);
        assertThat(Pages.seenBy(here.chair()).post(list + "/" + id + "/ballot").status())
                .isEqualTo(422);
        assertThat(act(ada, visit(id), "set-aside")).as("is the chair’s").isEqualTo(404);
        assertThat(act(here.chair(), visit(id), "set-aside")).isEqualTo(302);
        assertThat(Pages.seenBy(guest).get(link).status()).isEqualTo(404);
        assertThat(Pages.seenBy(here.chair()).post(list + "/" + id + "/ballot").status())
                .isEqualTo(302);
    }

    /// The charter asks for a visit: a candidate comes to no ballot past it, by whichever way.
    @Test
    void nobodyDecidesOnWhoeverHasNotVisited() {
        var id = toTheVisit();
        var skips = "Your charter asks that they visit a meeting";
        assertThat(page(ada, id).text()).contains(skips);
        assertThat(page(ada, id).select("form[action$=call-ballot]")).isEmpty();
        for (var person : List.of(ada, here.chair())) {
            var refused = Pages.seenBy(person).post(list + "/" + id + "/acts/call-ballot", "seen", "visit");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().text()).contains(skips);
        }
        var answer = invite(ada, id);
        assertThat(answer.page().expectFirst("#visit-text").val())
                .contains("Unasked Works", "Tuesday Circle", link(answer));
        assertThat(act(ada, visit(id), "call-off")).isEqualTo(302);
        assertThat(moved(ada, id, "call-ballot", "visit")).as("called off").isEqualTo(422);
        var link = invited(id);
        assertThat(Pages.seenBy(guest).post(link + "/word", "on", "false").status())
                .isEqualTo(302);
        assertThat(act(here.chair(), visit(id), "set-aside")).isEqualTo(302);
        assertThat(moved(here.chair(), id, "call-ballot", "visit"))
                .as("has said no")
                .isEqualTo(422);
        assertThat(moved(ada, id, "wait", "visit")).isEqualTo(302);
        assertThat(moved(ada, id, "take-up", "waiting")).isEqualTo(302);
        assertThat(moved(ada, id, "call-ballot", "visit")).as("has waited").isEqualTo(422);
        assertThatThrownBy(() -> as(
                        here.chair(),
                        () -> sql().sql("update visits.visit set came_at = now() where prospect_id = :id")
                                .param("id", id)
                                .update()))
                .hasStackTraceContaining("said once");
    }

    @Test
    @Obeys("visit")
    void whereTheCharterLeavesItFreeTheGroupDecidesWithoutAVisit() {
        var free = new VisitsOfFour(
                GroupFixture.aGroup().with(4).choosing("visit", "free").inAnOpenRoom());
        var id = free.toTheVisit();
        assertThat(free.page(free.ada, id).text()).doesNotContain("Your charter asks that they visit a meeting");
        assertThat(free.moved(free.ada, id, "call-ballot", "visit")).isEqualTo(302);
    }

    @Test
    void thePanelDoesNotPassAVisitOver() {
        var id = Ids.next();
        var sealed = here.sealed(ada, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x"));
        Pages.seenBy(ada).post(list, "profile", here.aSpareLeader().toString(), "sealed", sealed);
        assertThat(moved(here.chair(), id, "decline", "nominated")).isEqualTo(302);
        assertThat(page(ada, id).text()).contains("nor that there is a group").doesNotContain("A text to paste");
        assertThat(moved(ada, id, "take-up", "declined")).isEqualTo(302);
        assertThat(moved(ada, id, "screen", "nominated")).isEqualTo(302);
        Pages.seenBy(ada).post(list + "/" + id + "/panel", "people", ada.toString(), "people", noor.toString());
        assertThat(page(ada, id).select("form[action$=call-ballot]")).isEmpty();
        assertThat(moved(ada, id, "call-ballot", "panel")).isEqualTo(422);
        var made = Pages.seenBy(ada).post(list + "/" + id + "/talk/link").page();
        assertThat(made.expectFirst("#talk-text").val())
                .contains("Unasked Works", made.expectFirst("#talk-link").val());
        assertThat(moved(here.chair(), id, "decline", "panel")).isEqualTo(302);
        assertThat(page(ada, id).expectFirst("#tell-text").val()).contains("Unasked Works", "We do not go on together");
        assertThat(page(ada, id).text())
                .as("nobody meets them any more")
                .contains("has said nothing of them")
                .doesNotContain("has still to meet them");
        assertThat(page(noor, id).select("#tell-text")).as("looks after nobody").isEmpty();
    }
}
