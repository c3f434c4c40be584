package org.peerage.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.networks.NetworkFixture;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A candidate comes to one session as a guest, under a pledge, and reads nothing else; then both sides decide.
class VisitTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");
    private static final Instant DURING = EVENING.atZone(LISBON).toInstant().plus(Duration.ofHours(1));
    private static final Instant LAST =
            EVENING.atZone(LISBON).toInstant().plus(Duration.ofHours(4)).plus(Visit.AFTER);

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final PersonId guest = NetworkFixture.aPerson();
    private final String list = "/groups/" + here.group + "/prospects";
    private final DateId date = as(
            here.chair(),
            () -> RunningPeerage.shared()
                    .bean(Dates.class)
                    .set(here.group, EVENING, LISBON, 240, "Harbour House", "https://video.example.org/tuesday"));

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
        assertThat(page(noor, id).select("#tell-text")).as("looks after nobody").isEmpty();
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

    private UUID toTheVisit() {
        var id = Ids.next();
        var sealed = here.sealed(ada, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x"));
        Pages.seenBy(ada).post(list, "profile", here.aSpareLeader().toString(), "sealed", sealed);
        assertThat(invite(ada, id).status()).as("is not that far").isEqualTo(404);
        assertThat(moved(ada, id, "screen", "nominated")).isEqualTo(302);
        assertThat(Pages.seenBy(ada)
                        .post(list + "/" + id + "/panel", "people", ada.toString(), "people", noor.toString())
                        .status())
                .isEqualTo(302);
        assertThat(moved(ada, id, "ask-to-visit", "panel")).isEqualTo(302);
        return id;
    }

    private Pages.Answer invite(PersonId by, UUID prospect) {
        return Pages.seenBy(by)
                .post(visits(), "prospect", prospect.toString(), "date", date.toString(), "bring", "a good question");
    }

    private String invited(UUID prospect) {
        return link(invite(ada, prospect));
    }

    private static String link(Pages.Answer answer) {
        var address = answer.page().expectFirst("#visit-link").val();
        return address.substring(address.indexOf("/visit/"));
    }

    private void signs(String link) {
        assertThat(Pages.seenBy(guest)
                        .post(link + "/sign", "name", "Wren Halloway", "agreed", "true", "seen", seen(guestPage(link)))
                        .status())
                .isEqualTo(302);
    }

    private static String seen(Document page) {
        return page.expectFirst("input[name=seen]").val();
    }

    private Document guestPage(String link) {
        return Pages.seenBy(guest).get(link).page();
    }

    private Document page(PersonId person, UUID prospect) {
        return Pages.seenBy(person).get(list + "/" + prospect).page();
    }

    private String visits() {
        return "/groups/" + here.group + "/visits";
    }

    private int act(PersonId by, UUID visit, String act) {
        return Pages.seenBy(by).post(visits() + "/" + visit + "/" + act).status();
    }

    private int moved(PersonId by, UUID prospect, String act, String seen) {
        return Pages.seenBy(by)
                .post(list + "/" + prospect + "/acts/" + act, "seen", seen)
                .status();
    }

    private UUID visit(UUID prospect) {
        return as(
                here.chair(),
                () -> sql().sql("select id from visits.visit where prospect_id = :id order by invited_at desc limit 1")
                        .param("id", prospect)
                        .query(UUID.class)
                        .single());
    }

    private static int moves(PersonId by, UUID visit, String to) {
        return as(
                by,
                () -> sql().sql("update visits.visit set state = :to where id = :id")
                        .param("to", to)
                        .param("id", visit)
                        .update());
    }

    private static JdbcClient sql() {
        return RunningPeerage.shared().bean(JdbcClient.class);
    }
}
