package org.peerage.farewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.Rooms;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The chair is told first and nobody else has a row or a byte of it; then the group knows, the last meeting has a
/// farewell, and who is out of the room finds what holds on.
class FarewellTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final PersonId ola = here.members.get(2);
    private final String page = "/groups/" + here.group + "/farewell";

    @Test
    void theChairIsToldAndForEverybodyElseThereIsNothing() {
        var last = meetingIn(40);
        var id = Ids.next();
        var sealed = sealedFor(ada, List.of(here.chair()), id);
        assertThat(Pages.seenBy(ada)
                        .post(page, "sealed", sealed, "last", "" + last)
                        .at())
                .isEqualTo(page);
        assertThat(Pages.seenBy(ada)
                        .post(page, "sealed", sealed, "last", "" + last)
                        .at())
                .as("sent twice")
                .isEqualTo(page);
        assertThat(rows(ada)).isOne();
        assertThat(text(ada)).contains("Mara Example was told on");
        assertThat(page(ada).select("sealed-text")).as("not even its writer").isEmpty();
        assertThat(page(here.chair()).select("#farewell-" + id + " sealed-text"))
                .hasSize(1);
        assertThat(text(here.chair())).contains("Member 1", "Told you", "The last meeting:");
        assertThat(next(here.chair())).isOne();
        assertThat(notices(here.chair()))
                .contains("Somebody in Tuesday Circle has a word for you alone.")
                .doesNotContain("Member 1");
        var room = new RoomId(here.heldRoom().id());
        for (var other : List.of(noor, ola, here.convener)) {
            assertThat(rows(other)).isZero();
            assertThat(as(other, () -> PEERAGE.bean(Rooms.class).texts(room, List.of(id))))
                    .as("no byte")
                    .isEmpty();
            assertThat(act(other, id, "hear")).isEqualTo(404);
            assertThat(act(other, id, "announce")).isEqualTo(404);
            assertThat(act(other, id, "stay")).isEqualTo(404);
        }
        for (var other : List.of(noor, ola)) {
            assertThat(page(other).text()).doesNotContain("Member 1", "Told you");
            assertThat(next(other)).isZero();
            assertThat(notices(other)).doesNotContain("a word for you alone");
        }
        assertThat(Pages.seenBy(here.convener).get(page).status()).isEqualTo(404);
        assertThat(act(ada, id, "hear")).as("the chair’s").isEqualTo(404);
        assertThat(act(here.chair(), id, "stay")).as("the member’s").isEqualTo(404);
        assertThat(act(here.chair(), id, "announce")).isEqualTo(404);
        assertThat(act(here.chair(), id, "hear")).isEqualTo(302);
        assertThat(act(here.chair(), id, "hear")).as("pressed again").isEqualTo(302);
        assertThat(next(here.chair())).isZero();
        assertThat(next(ada)).isOne();
        assertThat(agenda(noor, last)).doesNotContain("Farewell");
    }

    @Test
    void whatIsForAnybodyElseIsNotTaken() {
        for (var readers : List.of(List.of(noor), List.of(ada))) {
            assertThat(Pages.seenBy(ada)
                            .post(page, "sealed", sealedFor(ada, readers, Ids.next()))
                            .body())
                    .contains("no-reader");
        }
        assertThat(Pages.seenBy(here.chair())
                        .post(page, "sealed", sealedFor(here.chair(), List.of(here.chair()), Ids.next()))
                        .body())
                .contains("no-reader");
        assertThat(Pages.seenBy(ada)
                        .post(page, "sealed", here.sealed(ada, "update", Ids.next(), Map.of("text", "for all")))
                        .body())
                .contains("unexpected-kind");
        assertThat(rows(ada)).isZero();
        assertThat(page(here.chair()).select("form[data-kind]")).isEmpty();
    }

    @Test
    void theLastMeetingIsAsFarAsTheCharterAsks() {
        var soon = meetingIn(9);
        var far = meetingIn(40);
        assertThat(page(ada).select("#last option").eachAttr("value")).containsExactly("", far.toString());
        var id = Ids.next();
        tell(ada, id, "");
        assertThat(act(ada, id, "announce")).as("without a last meeting").isEqualTo(422);
        assertThat(move(ada, id, soon)).isEqualTo(404);
        assertThat(move(ada, id, far)).isEqualTo(302);
        assertThat(act(ada, id, "announce")).isEqualTo(302);
        assertThat(act(ada, id, "announce")).as("pressed again").isEqualTo(302);
        assertThat(Pages.seenBy(noor)
                        .post(page, "sealed", sealedFor(noor, List.of(here.chair()), Ids.next()), "last", "" + soon)
                        .status())
                .isEqualTo(404);
        assertThat(rows(here.chair())).as("nothing of it").isOne();
    }

    @Test
    void theGroupIsToldTheMeetingHasAFarewellAndWhoIsOutFindsWhatHoldsOn() {
        var last = meetingIn(40);
        var id = Ids.next();
        tell(ada, id, last.toString());
        assertThat(agenda(noor, last)).doesNotContain("Farewell");
        assertThat(act(ada, id, "announce")).isEqualTo(302);
        assertThat(agenda(noor, last))
                .contains("Farewell", "because somebody is here for the last time")
                .containsSubsequence("Farewell", "Close");
        for (var other : List.of(noor, ola)) {
            assertThat(rows(other)).isOne();
            assertThat(text(other)).contains("Member 1 says farewell at the meeting on");
            assertThat(page(other).select("sealed-text")).isEmpty();
            assertThat(notices(other)).contains("Member 1 says farewell to Tuesday Circle");
        }
        assertThat(rows(here.convener)).isZero();
        assertThat(act(here.chair(), id, "hear")).as("too late").isEqualTo(404);
        here.letOut(ada);
        assertThat(Pages.seenBy(ada).get(page).status()).isEqualTo(404);
        var left = Pages.seenBy(ada).get("/farewells/" + id);
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.page().text())
                .contains("You have left Tuesday Circle", "What is said, written or shown in this group stays in it");
        assertThat(notices(ada)).contains("You have left Tuesday Circle. What you promised there holds on.");
        assertThat(Pages.seenBy(ada).get("/").page().select("a[href=/farewells/" + id + "]"))
                .hasSize(1);
        for (var other : List.of(noor, here.chair(), here.convener)) {
            assertThat(Pages.seenBy(other).get("/farewells/" + id).status()).isEqualTo(404);
            assertThat(notices(other)).doesNotContain("says farewell");
        }
        assertThat(act(ada, id, "stay")).isEqualTo(404);
    }

    /// By the chair's hand, after a decision of the group or without one: there was no farewell, and what holds on
    /// holds.
    @Test
    void whoeverIsLetOutWithoutAFarewellFindsWhatHoldsOnAndNobodyElseDoes() {
        var signed = "What is said, written or shown in this group stays in it";
        here.letOut(ada);
        assertThat(notices(ada)).contains("You are no longer in Tuesday Circle. What you promised there holds on.");
        var address = Pages.seenBy(ada)
                .get("/")
                .page()
                .expectFirst("a[href^=/farewells/]")
                .attr("href");
        var left = Pages.seenBy(ada).get(address).page().expectFirst("main").text();
        assertThat(left)
                .contains(
                        "You are no longer in Tuesday Circle", signed, "What is to be erased", "What you have in hand")
                .doesNotContain("last meeting", "farewell.out.");
        for (var other : List.of(noor, ola, here.chair(), here.convener)) {
            assertThat(rows(other)).isZero();
            assertThat(Pages.seenBy(other).get(address).status()).isEqualTo(404);
            assertThat(notices(other)).doesNotContain("no longer in");
        }
        assertThat(text(noor)).doesNotContain("Member 1");
        assertThat(changed(noor, """
                        insert into farewell.farewell (id, group_id, room_id, person_id, state, told_at, ended_at,
                               group_name, pledge)
                        values ('%s', :group, 'x', '%s', 'gone', now(), now(), 'x', '')""".formatted(Ids.next(), noor)))
                .as("by a member")
                .isFalse();
    }

    @Test
    void whoeverStaysAfterAllIsForgottenByTheGroupAndCanTellAgain() {
        var last = meetingIn(40);
        var id = Ids.next();
        tell(ada, id, last.toString());
        act(ada, id, "announce");
        assertThat(act(ada, id, "stay")).isEqualTo(302);
        assertThat(act(ada, id, "stay")).as("pressed again").isEqualTo(302);
        assertThat(rows(noor)).isZero();
        assertThat(notices(noor)).doesNotContain("says farewell");
        assertThat(agenda(noor, last)).doesNotContain("Farewell");
        for (var late : List.of("announce", "move")) {
            assertThat(act(ada, id, late)).as(late).isEqualTo(422);
        }
        assertThat(act(here.chair(), id, "hear")).isEqualTo(404);
        tell(ada, Ids.next(), last.toString());
        assertThat(rows(ada)).isEqualTo(2);
    }

    @Test
    void whatSomebodyHasInHandIsListedForThem() {
        promise(ada, noor);
        promise(ola, ada);
        tell(ada, Ids.next(), "");
        assertThat(text(ada))
                .contains("Your commitment until", "Member 2 is the witness")
                .contains("You are the witness of a commitment of Member 3 until");
        tell(noor, Ids.next(), "");
        assertThat(text(noor)).contains("of a commitment of Member 1").doesNotContain("Your commitment until");
    }

    /// Each by the module that knows of it, and only to whoever leaves.
    @Test
    void whatSomebodyDoesForTheGroupIsListedWithWhomItGoesTo() {
        Pages.seenBy(ada).post("/groups/" + here.group + "/roles/deputy/take");
        var report = Ids.next();
        Pages.seenBy(noor)
                .post(
                        "/groups/" + here.group + "/breach",
                        "sealed",
                        here.sealedFor(
                                noor,
                                List.of(ada),
                                new KeyholderRoom.About("breach-report", report, report),
                                Map.of("what", "x", "harm", "y")));
        assertThat(text(ada)).as("before they have told").doesNotContain("Your role in the group");
        tell(ada, Ids.next(), "");
        assertThat(text(ada))
                .contains("Your role in the group: Next chair. When you leave it is free")
                .contains("A report to you alone that you have not answered")
                .doesNotContain("You have no open commitment");
        assertThat(page(ada).select("#hand ~ ul a[href='/groups/" + here.group + "/roles']"))
                .hasSize(1);
        Pages.seenBy(ada)
                .post(
                        "/groups/" + here.group + "/breach/reports/" + report + "/contained",
                        "accused",
                        ola.toString(),
                        "rests",
                        "true");
        assertThat(text(ada)).contains("A case about Member 3 that you handle. When you leave, Mara Example is asked");
        tell(ola, Ids.next(), "");
        assertThat(text(ola)).contains("You have no open commitment").doesNotContain("that you handle");
    }

    @Test
    void theDatabaseItselfTakesNothingFromAnother() {
        var id = Ids.next();
        tell(ada, id, "");
        var statement = "update farewell.farewell set state = '%s', announced_at = now() where group_id = :group";
        for (var other : List.of(noor, here.convener)) {
            assertThat(changed(other, statement.formatted("heard"))).isFalse();
        }
        assertThat(changed(here.chair(), statement.formatted("stayed"))).isFalse();
        assertThat(changed(
                        ada, "update farewell.farewell set state = 'gone', ended_at = now() where group_id = :group"))
                .as("out is who is let out")
                .isFalse();
        assertThat(changed(noor, """
                        insert into farewell.farewell (id, group_id, room_id, person_id, chair_id, state, told_at,
                               group_name, pledge)
                        values ('%s', :group, 'x', '%s', '%s', 'told', now(), 'x', '')""".formatted(Ids.next(), ola, here.chair())))
                .as("for somebody else")
                .isFalse();
    }

    private boolean changed(PersonId person, String statement) {
        try {
            return as(
                    person,
                    () -> PEERAGE.bean(JdbcClient.class)
                                    .sql(statement)
                                    .param("group", here.group.value())
                                    .update()
                            > 0);
        } catch (DataAccessException _) {
            return false;
        }
    }

    private void promise(PersonId person, PersonId witness) {
        var id = Ids.next();
        assertThat(Pages.seenBy(person)
                        .post(
                                "/groups/" + here.group + "/commitments",
                                "due",
                                "" + LocalDateTime.now(LISBON).plusDays(20).toLocalDate(),
                                "witness",
                                "" + witness,
                                "sealed",
                                here.sealed(person, "commitment", id, Map.of("text", "x")))
                        .status())
                .isLessThan(400);
    }

    @Test
    void whoeverIsToldChoosesNoOtherLastMeeting() {
        var last = meetingIn(40);
        var later = meetingIn(70);
        var id = Ids.next();
        tell(ada, id, last.toString());
        Pages.seenBy(here.chair()).post(page + "/" + id + "/hear", "last", later.toString());
        assertThat(act(ada, id, "announce")).isEqualTo(302);
        assertThat(agenda(noor, last)).contains("Farewell");
        assertThat(agenda(noor, later)).doesNotContain("Farewell");
    }

    private MeetingId meetingIn(int days) {
        var start = LocalDateTime.now(LISBON).plusDays(days).withNano(0);
        var date = as(here.chair(), () -> PEERAGE.bean(Dates.class).set(here.group, start, LISBON, 240, "", ""));
        return as(here.chair(), () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    private void tell(PersonId person, UUID id, String last) {
        assertThat(Pages.seenBy(person)
                        .post(page, "sealed", sealedFor(person, List.of(here.chair()), id), "last", last)
                        .at())
                .isEqualTo(page);
    }

    private int act(PersonId person, UUID id, String act) {
        return Pages.seenBy(person).post(page + "/" + id + "/" + act).status();
    }

    private int move(PersonId person, UUID id, MeetingId last) {
        return Pages.seenBy(person)
                .post(page + "/" + id + "/move", "last", last.toString())
                .status();
    }

    private String agenda(PersonId person, MeetingId meeting) {
        return Pages.seenBy(person)
                .get(meeting.address())
                .page()
                .select("ol.agenda")
                .text();
    }

    private String notices(PersonId person) {
        return Pages.seenBy(person).get("/notices").page().text();
    }

    private Document page(PersonId person) {
        return Pages.seenBy(person).get(page).page();
    }

    private String text(PersonId person) {
        return page(person).expectFirst("main").text();
    }

    private int next(PersonId person) {
        var circle = here.seenBy(person);
        return as(person, () -> PEERAGE.bean(FarewellGuest.class).next(circle).size());
    }

    private long rows(PersonId person) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from farewell.farewell where group_id = :group")
                        .param("group", here.group.value())
                        .query(Long.class)
                        .single());
    }

    private String sealedFor(PersonId author, List<PersonId> readers, UUID id) {
        return here.sealedFor(author, readers, new KeyholderRoom.About("farewell", id, id), Map.of("text", "x"));
    }
}
