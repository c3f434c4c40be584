package org.peerage.learnings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What somebody tells stands in the record; what they keep is there for nobody else; who has not agreed is not asked.
class LearningsTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String page = "/groups/" + here.group + "/learnings";

    @Test
    void aLineOfAnItemStandsOnceAndInTheRecord() {
        var meeting = aMeeting();
        var item = at(meeting, "updates");
        var words = told(ada, Ids.next(), meeting.value());
        assertThat(write(ada, item, words, "from", noor.toString()).status()).isEqualTo(200);
        var again = write(ada, item, words, "from", noor.toString());
        assertThat(again.page().select("sealed-text[data-place-kind=learning]"))
                .as("sent twice")
                .hasSize(1);
        assertThat(again.page().text()).contains("from Member 2");
        assertThat(Pages.seenBy(noor)
                        .get("/meetings/" + meeting + "/items/" + item)
                        .page()
                        .select("sealed-text[data-place-kind=learning]"))
                .as("on the stage one finds one's own")
                .isEmpty();
        end(meeting);
        assertThat(write(ada, item, told(ada, Ids.next(), meeting.value())).status())
                .as("the meeting is over")
                .isEqualTo(422);
        var record = Pages.seenBy(noor).get(meeting.address()).page();
        assertThat(record.select("sealed-text[data-place-kind=learning]")).hasSize(1);
        assertThat(record.text()).contains("What we have learned");
        assertThat(Pages.seenBy(noor)
                        .get("/groups/" + here.group + "/members/" + ada)
                        .page()
                        .select("sealed-text[data-place-kind=learning]"))
                .hasSize(1);
    }

    @Test
    void whatSomebodyKeepsIsThereForNobodyElse() {
        var meeting = aMeeting();
        var item = at(meeting, "updates");
        assertThat(write(ada, item, kept(ada, List.of(ada), meeting.value())).status())
                .isEqualTo(200);
        assertThat(write(ada, item, kept(ada, List.of(ada, noor), meeting.value()))
                        .status())
                .as("for oneself alone")
                .isEqualTo(422);
        end(meeting);
        assertThat(Pages.seenBy(ada).get(page).page().text()).contains("only for me");
        for (var other : List.of(noor, here.chair())) {
            assertThat(Pages.seenBy(other).get(page).page().select("sealed-text"))
                    .isEmpty();
            assertThat(Pages.seenBy(other).get(meeting.address()).page().text()).doesNotContain("What we have learned");
            assertThat(rows(other, "learning")).isZero();
        }
        assertThat(rows(ada, "learning")).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenForAnotherMeetingOrFromSomebodyElsewhere() {
        var meeting = aMeeting();
        var item = at(meeting, "updates");
        assertThat(write(ada, item, told(ada, Ids.next(), Ids.next())).status()).isEqualTo(422);
        assertThat(write(
                                ada,
                                item,
                                told(ada, Ids.next(), meeting.value()),
                                "from",
                                Ids.next().toString())
                        .status())
                .isEqualTo(404);
        assertThat(write(
                                ada,
                                item,
                                told(ada, Ids.next(), meeting.value()),
                                "goal",
                                Ids.next().toString())
                        .status())
                .isEqualTo(422);
        assertThat(rows(ada, "learning")).isZero();
    }

    @Test
    void itBecomesACommitmentOfItsWriterOnly() {
        var learning = between(ada);
        var list = "/groups/" + here.group + "/commitments";
        assertThat(Pages.seenBy(ada)
                        .get(list + "?seed=" + learning)
                        .page()
                        .select("form[data-kind=commitment] sealed-field[data-from-kind=learning]"))
                .hasSize(1);
        assertThat(Pages.seenBy(noor).get(list + "?seed=" + learning).page().select("[data-from-kind]"))
                .isEmpty();
        assertThat(commit(ada, learning).status()).isEqualTo(302);
        assertThat(Pages.seenBy(ada).get(page).page().text()).contains("became a commitment");
        assertThat(commit(noor, learning).status()).isEqualTo(404);
    }

    @Test
    void whoeverHasNotAgreedIsSuggestedToNobodyAndCannotBeAsked() {
        var learning = between(ada);
        var lot = "/groups/" + here.group + "/parking-lot";
        assertThat(Pages.seenBy(noor).get(lot).page().select("learned-before")).isEmpty();
        assertThat(ask(noor, learning, ada).status()).isEqualTo(404);
        Pages.seenBy(ada).post(page + "/agreed");
        assertThat(Pages.seenBy(ada).get(lot).page().select("learned-before"))
                .as("not to herself")
                .isEmpty();
        assertThat(Pages.seenBy(noor).get(lot).page().select("learned-before [data-id=" + learning + "]"))
                .hasSize(1);
        assertThat(ask(noor, learning, ada).page().text()).contains("Member 1 has been asked.");
        assertThat(ask(noor, learning, ada).status()).as("pressed twice").isEqualTo(200);
        assertThat(rows(ada, "asking")).isEqualTo(1);
        assertThat(rows(here.chair(), "asking"))
                .as("to the others nobody has asked")
                .isZero();
        Pages.seenBy(ada).post(page + "/not-agreed");
        assertThat(Pages.seenBy(noor).get(lot).page().select("learned-before")).isEmpty();
    }

    @Test
    void theAskedAnswersOnceAndTheAskerIsTold() {
        var learning = between(ada);
        Pages.seenBy(ada).post(page + "/agreed");
        ask(noor, learning, ada);
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).contains("asks you to tell of something");
        var answer = Pages.seenBy(ada)
                .get(page)
                .page()
                .expectFirst("form[action$=/yes]")
                .attr("action");
        assertThat(Pages.seenBy(noor).post(answer).status()).isEqualTo(404);
        assertThat(Pages.seenBy(ada).post(answer).at()).isEqualTo(page);
        Pages.seenBy(ada).post(answer.replace("/yes", "/not-now"));
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).doesNotContain("asks you to tell of something");
        assertThat(Pages.seenBy(noor).get("/notices").page().text()).contains("Member 1", "will tell you more");
        assertThat(Pages.seenBy(ada).get(page).page().text()).contains("You have said yes once.");
    }

    @Test
    void whoeverIsNotInTheRoomSeesNone() {
        between(ada);
        var outside = here.aMember("Not Yet Inside");
        var elsewhere = GroupFixture.aGroup().with(1).inAnOpenRoom();
        assertThat(Pages.seenBy(elsewhere.chair()).get(page).status()).isEqualTo(404);
        for (var stranger : List.of(outside, elsewhere.chair())) {
            assertThat(rows(stranger, "learning")).isZero();
        }
    }

    private UUID between(PersonId author) {
        var id = Ids.next();
        assertThat(Pages.seenBy(author)
                        .post(page, "sealed", told(author, id, id))
                        .at())
                .isEqualTo(page);
        return id;
    }

    private String told(PersonId author, UUID record, UUID about) {
        return here.sealed(author, new KeyholderRoom.About("learning", record, about), Map.of("text", "Ask sooner."));
    }

    private String kept(PersonId author, List<PersonId> readers, UUID about) {
        return here.sealedFor(
                author,
                readers,
                new KeyholderRoom.About("learning-kept", Ids.next(), about),
                Map.of("text", "I was afraid."));
    }

    private static Pages.Answer write(PersonId person, UUID item, String sealed, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("sealed", sealed));
        return Pages.seenBy(person).post("/learnings/items/" + item, all.toArray(String[]::new));
    }

    private Pages.Answer ask(PersonId person, UUID about, PersonId whom) {
        return Pages.seenBy(person).post(page + "/asked/" + about + "/" + whom);
    }

    private Pages.Answer commit(PersonId person, UUID seed) {
        return Pages.seenBy(person)
                .post(
                        "/groups/" + here.group + "/commitments",
                        "due",
                        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                        "witness",
                        here.chair().toString(),
                        "seed",
                        seed.toString(),
                        "sealed",
                        here.sealed(person, "commitment", Ids.next(), Map.of("text", "Ask by Friday.")));
    }

    private static int rows(PersonId person, String table) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from learnings." + table)
                        .query(Integer.class)
                        .single());
    }

    private MeetingId aMeeting() {
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusMinutes(5);
        var date = as(here.chair(), () -> PEERAGE.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        var meeting = as(here.chair(), () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        assertThat(lead(meeting, "start")).isTrue();
        return meeting;
    }

    private UUID at(MeetingId meeting, String kind) {
        return as(
                here.chair(),
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select id from meetings.shared_item where meeting_id = :meeting and kind = :kind")
                        .param("meeting", meeting.value())
                        .param("kind", kind)
                        .query(UUID.class)
                        .single());
    }

    private void end(MeetingId meeting) {
        while (lead(meeting, "next-all-the-same")) {
            assertThat(meeting).isNotNull();
        }
        assertThat(lead(meeting, "close")).isTrue();
    }

    private boolean lead(MeetingId meeting, String act) {
        return as(here.chair(), () -> PEERAGE.bean(Meetings.class).act(meeting, act, null));
    }
}
