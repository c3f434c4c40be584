package org.peerage.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.Guests;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Turns to lead: handed out, passed on, asked for and agreed; whoever leads may prepare and run that meeting and
/// nothing else of the chair's.
class RotaTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final PersonId chair = here.chair();
    private final PersonId one = here.members.get(0);
    private final PersonId two = here.members.get(1);
    private final PersonId three = here.members.get(2);
    private final String page = "/groups/" + here.group + "/rota";
    private final DateId firstDate = date("2031-01-07");
    private final MeetingId first = meeting(firstDate);
    private final MeetingId second = meeting(date("2031-02-04"));

    @Test
    void aGroupWhoseChairLeadsHasNoTurnsUntilTheChairSaysSo() {
        assertThat(text(one))
                .contains("The chair leads every meeting of this group.")
                .doesNotContain("Hand out");
        assertThat(post(chair, "")).isEqualTo(409);
        assertThat(post(chair, "/" + first + "/set", "person", one.toString())).isEqualTo(409);
        for (var act : List.of("", "/way", "/" + first + "/set", "/" + first + "/skip")) {
            assertThat(post(one, act, "person", one.toString(), "rotates", "true"))
                    .as(act)
                    .isEqualTo(404);
        }
        takeTurns();
        assertThat(text(one)).contains("The members take turns in leading.", "Nobody leads it yet.");
        assertThat(see(chair, "/groups/" + here.group + "/leading").text()).contains("Hand out who leads");
        assertThat(post(chair, "")).isEqualTo(302);
        assertThat(leaders()).doesNotContain(NOBODY).doesNotHaveDuplicates();
        assertThat(see(chair, "/groups/" + here.group + "/leading").text()).doesNotContain("Hand out who leads");
        assertThat(text(one)).doesNotContain("Nobody leads it yet.");
    }

    @Test
    void whoeverLeadsIsToldAndShownAndPreparesAndRunsThatMeeting() {
        takeTurns();
        give(first, one);
        assertThat(notices(one)).contains("It is your turn to lead Tuesday Circle on Tue 7 January 2031");
        assertThat(notices(two)).doesNotContain("your turn to lead");
        var guests = PEERAGE.bean(Guests.class);
        assertThat(as(one, () -> guests.inHand(here.seenBy(one))))
                .as("what they hand on before they leave")
                .hasSize(1);
        assertThat(as(two, () -> guests.inHand(here.seenBy(two)))).isEmpty();
        assertThat(see(two, "/groups/" + here.group + "/dates")
                        .select("#date-" + firstDate)
                        .text())
                .contains("Leads: Member 1");
        assertThat(see(chair, "/groups/" + here.group + "/leading").text()).contains("Who leads next", "Member 1");
        assertThat(see(two, first.address()).text()).contains("May prepare and lead this meeting", "Member 1");
        assertThat(see(one, first.address()).select("form[action$=/agenda/approve]"))
                .hasSize(1);
        assertThat(see(two, first.address()).select("form[action$=/agenda/approve]"))
                .isEmpty();
        assertThat(see(one, second.address()).select("form[action$=/agenda/approve]"))
                .as("another meeting")
                .isEmpty();
        assertThat(see(one, "/groups/" + here.group).select("form[action$=/rota/way]"))
                .isEmpty();
        assertThat(Pages.seenBy(one).get("/groups/" + here.group + "/leading").status())
                .as("nobody is chair by leading")
                .isEqualTo(404);

        var tonight = meeting(date(LocalDateTime.now(LISBON).plusMinutes(30)));
        give(tonight, one);
        assertThat(act(two, tonight, "start")).isFalse();
        assertThat(act(one, tonight, "start")).isTrue();
        assertThat(act(two, tonight, "next")).as("somebody else leads").isFalse();
        assertThat(see(one, tonight.address() + "/live").select(".lead")).isNotEmpty();
        while (act(one, tonight, "next-all-the-same")) {
            assertThat(tonight).isNotNull();
        }
        assertThat(act(one, tonight, "close")).isTrue();
        assertThat(see(two, page).select(".plain-list").text()).contains("Member 1");
    }

    @Test
    void twoChangeWhereTheOneAsksAndTheOtherAgrees() {
        takeTurns();
        give(first, one);
        give(second, two);
        assertThat(post(two, "/" + first + "/ask", "person", three.toString()))
                .as("not theirs")
                .isEqualTo(409);
        assertThat(post(one, "/" + first + "/ask", "person", one.toString())).isEqualTo(404);
        assertThat(post(one, "/" + first + "/ask", "person", here.convener.toString()))
                .isEqualTo(404);
        assertThat(post(one, "/" + first + "/ask", "person", two.toString())).isEqualTo(302);
        assertThat(notices(two)).contains("Member 1 asks you to lead Tuesday Circle on Tue 7 January 2031");
        assertThat(text(two)).contains("Member 1 asks you to lead this meeting instead", "Tue 4 February 2031");
        assertThat(step(two)).contains("Somebody asks you to lead a meeting");
        assertThat(text(three)).doesNotContain("asks you", "You have asked");
        for (var other : List.of(one, three, chair)) {
            assertThat(post(other, "/" + first + "/agree")).isEqualTo(409);
        }
        assertThat(leaders()).containsExactly(one, two);
        assertThat(post(two, "/" + first + "/decline")).isEqualTo(302);
        assertThat(notices(one)).contains("Member 2 cannot lead Tuesday Circle");
        assertThat(post(two, "/" + first + "/agree")).as("settled").isEqualTo(409);

        assertThat(post(one, "/" + first + "/ask", "person", two.toString())).isEqualTo(302);
        assertThat(post(one, "/" + first + "/withdraw")).isEqualTo(302);
        assertThat(notices(two)).doesNotContain("asks you to lead");
        assertThat(post(two, "/" + first + "/agree")).isEqualTo(409);

        assertThat(post(one, "/" + first + "/ask", "person", two.toString())).isEqualTo(302);
        assertThat(post(two, "/" + first + "/agree")).isEqualTo(302);
        assertThat(leaders()).containsExactly(two, one);
        assertThat(notices(one))
                .contains("Member 2 leads Tuesday Circle", "It is your turn to lead Tuesday Circle on Tue 4 February");
    }

    @Test
    void theChairPassesATurnOnAndWhoeverIsOnLeaveIsLeftOut() {
        takeTurns();
        give(first, one);
        give(second, two);
        assertThat(post(chair, "/" + first + "/skip")).isEqualTo(302);
        assertThat(leaders()).containsExactly(two, one);
        leave(two, "2031-01-01", "2031-01-31");
        assertThat(text(chair)).contains("on leave that day");
        assertThat(see(chair, "/groups/" + here.group + "/leading").text()).contains("Hand out who leads");
        assertThat(post(chair, "/" + first + "/set", "person", two.toString())).isEqualTo(409);
        assertThat(post(chair, "")).isEqualTo(302);
        assertThat(leaders().getFirst()).isNotEqualTo(two);
        assertThat(leaders().getLast()).as("what stands stays").isEqualTo(one);
        assertThat(notices(two)).doesNotContain("your turn to lead");

        assertThat(post(chair, "/way", "rotates", "false")).isEqualTo(302);
        assertThat(leaders()).containsOnly(NOBODY);
        assertThat(notices(one)).doesNotContain("your turn to lead");
    }

    @Test
    void whoeverLeadsHearsOfAnotherHourAndNothingMoreOfADateThatIsCalledOff() {
        takeTurns();
        give(first, one);
        as(here.convener, () -> {
            PEERAGE.bean(Dates.class).move(firstDate, LocalDateTime.parse("2031-01-14T18:00"), LISBON);
            return true;
        });
        assertThat(notices(one)).contains("your turn to lead Tuesday Circle on Tue 14 January 2031");
        as(here.convener, () -> {
            PEERAGE.bean(Dates.class).cancel(firstDate);
            return true;
        });
        assertThat(notices(one)).doesNotContain("your turn to lead");
    }

    @Test
    void strangersAndTheConvenerSeeNothingAndNobodyWritesForAnother() {
        takeTurns();
        give(first, one);
        var stranger = GroupFixture.aGroup().with(2).inAnOpenRoom().chair();
        for (var person : List.of(stranger, here.convener)) {
            assertThat(Pages.seenBy(person).get(page).status()).isEqualTo(404);
            assertThat(post(person, "/" + first + "/agree")).isEqualTo(404);
            assertThat(post(person, "/way", "rotates", "false")).isEqualTo(404);
        }
        assertThat(rows(stranger, "rota.setting")).isZero();
        assertThat(rows(one, "rota.setting")).isOne();
        assertThat(post(one, "/" + first + "/ask", "person", two.toString())).isEqualTo(302);
        assertThat(rows(two, "rota.swap")).isOne();
        assertThat(rows(three, "rota.swap")).isZero();
        assertThat(rows(stranger, "rota.swap")).isZero();
        assertThatThrownBy(() -> insert(two, second))
                .as("not theirs to ask for")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> insert(stranger, first)).isInstanceOf(DataAccessException.class);
        assertThat(update(three, "agreed")).isZero();
        assertThatThrownBy(() -> update(one, "agreed")).as("for the other").isInstanceOf(DataAccessException.class);
    }

    private void insert(PersonId person, MeetingId meeting) {
        as(
                person,
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql("""
                        insert into rota.swap (group_id, meeting_id, person_id, asked_id, state, at)
                        values (:group, :meeting, :me, :other, 'asked', now())
                        """)
                        .param("group", here.group.value())
                        .param("meeting", meeting.value())
                        .param("me", person.value())
                        .param("other", three.value())
                        .update()));
    }

    private int update(PersonId person, String state) {
        return as(
                person,
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql("update rota.swap set state = :state where group_id = :group")
                        .param("state", state)
                        .param("group", here.group.value())
                        .update()));
    }

    private int rows(PersonId person, String table) {
        return as(
                person,
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from " + table + " where group_id = :group")
                        .param("group", here.group.value())
                        .query(Integer.class)
                        .single()));
    }

    private void leave(PersonId person, String from, String until) {
        var id = UUID.randomUUID();
        as(
                person,
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql("""
                        insert into attendance.leave (id, group_id, person_id, first_day, last_day, state, asked_at)
                        values (:id, :group, :me, :first::date, :last::date, 'asked', now())
                        """)
                        .param("id", id)
                        .param("group", here.group.value())
                        .param("me", person.value())
                        .param("first", from)
                        .param("last", until)
                        .update()));
        as(
                chair,
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql("""
                        update attendance.leave set state = 'agreed', settled_by = :me, settled_at = now()
                        where id = :id
                        """)
                        .param("id", id)
                        .param("me", chair.value())
                        .update()));
    }

    private DateId date(String day) {
        return date(LocalDateTime.parse(day + "T18:00"));
    }

    private DateId date(LocalDateTime start) {
        return as(chair, () -> PEERAGE.bean(Dates.class).set(here.group, start, LISBON, 240, "", ""));
    }

    private MeetingId meeting(DateId date) {
        return as(chair, () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    private void takeTurns() {
        assertThat(post(chair, "/way", "rotates", "true")).isEqualTo(302);
    }

    private void give(MeetingId meeting, PersonId leader) {
        assertThat(post(chair, "/" + meeting + "/set", "person", leader.toString()))
                .isEqualTo(302);
    }

    private boolean act(PersonId person, MeetingId meeting, String act) {
        return as(person, () -> PEERAGE.bean(Meetings.class).act(meeting, act, null));
    }

    private int post(PersonId person, String path, String... fields) {
        return Pages.seenBy(person).post(page + path, fields).status();
    }

    /// Of the meetings to come, the first one first.
    private List<PersonId> leaders() {
        return as(
                one,
                () -> PEERAGE.inTransaction(
                        () -> PEERAGE.bean(RotaStore.class).ahead(here.group, Instant.now()).stream()
                                .map(turn -> turn.leader().orElse(NOBODY))
                                .toList()));
    }

    private static Document see(PersonId person, String address) {
        return Pages.seenBy(person).get(address).page();
    }

    private String text(PersonId person) {
        return see(person, page).select("main").text();
    }

    private String step(PersonId person) {
        return see(person, "/groups/" + here.group).text();
    }

    private static String notices(PersonId person) {
        return see(person, "/notices").select("main").text();
    }
}
