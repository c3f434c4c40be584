package org.peerage.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PretendedTime;

/// A candidate comes to one session as a guest, under a pledge, and reads nothing else.
class VisitTests extends VisitsOfFour {

    @Test
    void whoeverHasNotSignedReadsTheInvitationAndThePledgeAndNothingElse() {
        var link = invited(toTheVisit());
        var page = guestPage(link);
        assertThat(page.select("main").text())
                .contains("A guest of Tuesday Circle")
                .contains("Member 1 invites you as a guest")
                .contains("I tell nobody of it")
                .doesNotContain("Harbour House")
                .doesNotContain("video.example.org")
                .doesNotContain("a good question");
        for (var wrong : List.of(
                List.of("", "true", seen(page)), List.of("Wren", "false", seen(page)), List.of("Wren", "true", "x"))) {
            assertThat(Pages.seenBy(guest)
                            .post(link + "/sign", "name", wrong.get(0), "agreed", wrong.get(1), "seen", wrong.get(2))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(Pages.seenBy(guest).post(link + "/word", "on", "true").status())
                .as("was not there")
                .isEqualTo(404);
        assertThat(guestPage(link).select("main").text()).doesNotContain("Harbour House");
    }

    @Test
    void whoeverHasSignedReadsThatSessionsLogisticsAndNothingSealed() {
        var id = toTheVisit();
        var link = invited(id);
        signs(link);
        var page = guestPage(link);
        assertThat(page.select("main").text())
                .contains("Harbour House")
                .contains("https://video.example.org/tuesday")
                .contains("a good question")
                .contains("Who has the chair Mara")
                .contains("What you signed on");
        assertThat(page.select("sealed-text, sealed-field, room-lock, [data-room]"))
                .isEmpty();
        assertThat(page.body().html()).doesNotContain(here.group.toString()).doesNotContain("/prospects");
        assertThat(page(noor, id).text()).contains("Signed by Wren Halloway on", "I tell nobody of it");
        var stranger = Caller.stranger(RunningPeerage.shared());
        assertThat(stranger.page(link).text()).contains("Harbour House");
        assertThat(stranger.get("/groups/" + here.group).body()).doesNotContain("Tuesday Circle");
        assertThat(Pages.seenBy(guest)
                        .post(link + "/sign", "name", "Odo", "agreed", "true")
                        .status())
                .as("signed once")
                .isIn(404, 422);
        assertThat(page(noor, id).text()).contains("Signed by Wren Halloway on");
    }

    @Test
    void nobodyHasVisitedWhoHasNotSigned() {
        var id = toTheVisit();
        var link = invited(id);
        var visit = visit(id);
        assertThat(PretendedTime.at(DURING, () -> act(ada, visit, "came"))).isEqualTo(404);
        assertThatThrownBy(() -> moves(here.chair(), visit, "visited"))
                .hasStackTraceContaining("does not go from there");
        assertThatThrownBy(() -> as(
                        here.chair(),
                        () -> sql().sql(
                                        "update visits.visit set state = 'pledged', pledge_name = 'x', pledge_words = 'x', pledged_at = now() where id = :id")
                                .param("id", visit)
                                .update()))
                .hasStackTraceContaining("by the guest");
        signs(link);
        assertThat(act(ada, visit, "came")).as("has not begun").isEqualTo(404);
        assertThat(PretendedTime.at(DURING, () -> act(noor, visit, "came")))
                .as("looks after nobody")
                .isEqualTo(404);
        assertThat(PretendedTime.at(DURING, () -> act(ada, visit, "came"))).isEqualTo(302);
        assertThat(page(noor, id).text()).contains("Was there. Whether they would like to go on");
        assertThatThrownBy(() -> moves(here.chair(), visit, "goes-on"))
                .hasStackTraceContaining("does not go from there");
    }

    @Test
    void membersSeeOnTheDatesAndOnTheAgendaThatAGuestComes() {
        var id = toTheVisit();
        var link = invited(id);
        var meeting = as(
                noor,
                () -> RunningPeerage.shared()
                        .bean(Meetings.class)
                        .ofDate(date.value())
                        .orElseThrow());
        assertThat(Pages.seenBy(noor).get(meeting.address()).page().text())
                .contains("A guest is invited: Unasked Works.");
        signs(link);
        for (var address : List.of(meeting.address(), "/groups/" + here.group + "/dates")) {
            assertThat(Pages.seenBy(noor).get(address).page().text())
                    .contains("A guest is there: Unasked Works, who has signed a pledge of confidentiality.");
        }
        assertThat(Pages.seenBy(here.convener)
                        .get("/groups/" + here.group + "/dates")
                        .page()
                        .text())
                .doesNotContain("Unasked Works");
        assertThat(act(ada, visit(id), "call-off")).isEqualTo(302);
        assertThat(Pages.seenBy(noor).get(meeting.address()).page().text()).doesNotContain("A guest is");
    }

    @Test
    void whereTwoComeToOneSessionBothAreNamed() {
        invited(toTheVisit());
        var other = Ids.next();
        var sealed = here.sealed(ada, new KeyholderRoom.About("prospect", other, other), Map.of("text", "x"));
        Pages.seenBy(ada)
                .post(list, "profile", here.aLeader("Foxglove Freight", "").toString(), "sealed", sealed);
        moved(ada, other, "screen", "nominated");
        Pages.seenBy(ada).post(list + "/" + other + "/panel", "people", ada.toString(), "people", noor.toString());
        moved(ada, other, "ask-to-visit", "panel");
        invited(other);
        assertThat(Pages.seenBy(noor)
                        .get("/groups/" + here.group + "/dates")
                        .page()
                        .text())
                .contains("A guest is invited: Unasked Works.", "A guest is invited: Foxglove Freight.");
    }

    @Test
    void theLinkEndsAWeekAfterTheSessionAndWithAnother() {
        var id = toTheVisit();
        var first = invited(id);
        var second = link(Pages.seenBy(ada).post(visits() + "/" + visit(id) + "/link"));
        assertThat(Pages.seenBy(guest).get(first).status()).isEqualTo(404);
        assertThat(PretendedTime.at(
                        LAST.minusSeconds(1),
                        () -> Pages.seenBy(guest).get(second).status()))
                .isEqualTo(200);
        assertThat(PretendedTime.at(LAST, () -> Pages.seenBy(guest).get(second).status()))
                .isEqualTo(404);
        assertThat(moved(here.chair(), id, "decline", "visit")).isEqualTo(302);
        assertThat(Pages.seenBy(guest).get(second).status())
                .as("is not considered any more")
                .isEqualTo(404);
    }

    @Test
    void whoeverIsNotInTheRoomInvitesNobodyAndLearnsOfNoVisit() {
        var id = toTheVisit();
        invited(id);
        var other = GroupFixture.aGroup().with(2).inAnOpenRoom();
        for (var person : List.of(guest, here.convener, other.chair())) {
            assertThat(invite(person, id).status()).isEqualTo(404);
            assertThat(act(person, visit(id), "call-off")).isEqualTo(404);
            assertThat(as(
                            person,
                            () -> sql().sql("select count(*) from visits.visit where group_id = :group")
                                    .param("group", here.group.value())
                                    .query(Integer.class)
                                    .single()))
                    .isZero();
        }
        assertThat(invite(noor, id).status()).as("looks after nobody").isEqualTo(404);
        assertThat(invite(ada, id).at()).as("one at a time").isEqualTo(list + "/" + id);
    }

    @Test
    void whereTheInviterHasLeftAnotherMakesALinkThatLeadsSomewhere() {
        var id = toTheVisit();
        invited(id);
        here.letOut(ada);
        var link = link(Pages.seenBy(here.chair()).post(visits() + "/" + visit(id) + "/link"));
        assertThat(guestPage(link).text()).contains("Mara Example invites you as a guest");
        assertThatThrownBy(() -> as(
                        here.chair(),
                        () -> sql().sql("update visits.visit set invited_by = :noor where id = :id")
                                .param("noor", noor.value())
                                .param("id", visit(id))
                                .update()))
                .hasStackTraceContaining("in the name of another");
    }

    @Test
    void whatIsTypedIsOneLineThatReadsTheSameAndStaysWhereItWas() {
        var id = toTheVisit();
        for (var bring : List.of("a\u202eb", "two\nlines", "x".repeat(301), "x".repeat(100_000))) {
            assertThat(Pages.seenBy(ada)
                            .post(visits(), "prospect", "" + id, "date", "" + date, "bring", bring)
                            .status())
                    .isEqualTo(400);
        }
        var link = link(Pages.seenBy(ada)
                .post(visits(), "prospect", "" + id, "date", "" + date, "bring", "<script>alert(1)</script>"));
        var typed = "<b>Wren</b> \"Halloway\"";
        var seen = seen(guestPage(link));
        var again = Pages.seenBy(guest).post(link + "/sign", "name", typed, "agreed", "false", "seen", seen);
        assertThat(again.page().expectFirst("#name").val()).isEqualTo(typed);
        for (var name : List.of("", " ", "a\u202eb", "two\nlines", "x".repeat(121), "x".repeat(100_000))) {
            assertThat(Pages.seenBy(guest)
                            .post(link + "/sign", "name", name, "agreed", "true", "seen", seen)
                            .status())
                    .isEqualTo(422);
        }
        assertThat(Pages.seenBy(guest)
                        .post(link + "/sign", "name", typed, "agreed", "true", "seen", seen)
                        .status())
                .isEqualTo(302);
        for (var page : List.of(guestPage(link), page(noor, id))) {
            assertThat(page.select("main b, main script:not([nonce])")).isEmpty();
        }
        assertThat(guestPage(link).text()).contains("<script>alert(1)</script>");
        assertThat(page(noor, id).text()).contains("Signed by " + typed);
    }
}
