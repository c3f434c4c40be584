package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedPut;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.Keyholder;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Promises at the real database: sealed in Java as the browser would, told on the pages, walled by row security.
class CommitmentsTests {

    private static final String CANARY = "marmalade-observatory";
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(3);
    private final Map<PersonId, Keyholder> keys = new HashMap<>();
    private final LocalDate today = LocalDate.ofInstant(Instant.now(), ZONE);
    private PersonId ada = here.chair();
    private PersonId noor = here.chair();

    @BeforeEach
    void threePeopleSitInAnOpenRoom() {
        here.open();
        keys.put(here.chair(), here.chairKeys());
        for (var member : here.members) {
            keys.put(member, here.letIn(member));
        }
        ada = here.members.get(0);
        noor = here.members.get(1);
    }

    @Test
    void aPromiseIsMadeBeforeAWitnessAndComesUpForEverybody() {
        var id = promise(ada, noor, today.plusDays(10));

        var mine = Pages.seenBy(ada).get(list()).page();
        assertThat(mine.select("section[aria-labelledby=mine] .card sealed-text[data-id=" + id + "]"))
                .hasSize(1);
        assertThat(Pages.seenBy(noor).get(list()).page().select("section[aria-labelledby=witnessed] .card sealed-text"))
                .hasSize(1);
        assertThat(Pages.seenBy(here.chair())
                        .get(list())
                        .page()
                        .select("section[aria-labelledby=others] .card sealed-text"))
                .hasSize(1);
        assertThat(mine.body().html()).doesNotContain(CANARY);
    }

    @Test
    void theSamePressTwiceMakesOnePromise() {
        var record = Ids.next();
        var sealed = seal(ada, "commitment", record, Map.of("text", CANARY));
        for (var time = 0; time < 2; time++) {
            assertThat(post(ada, record, sealed, noor, today.plusDays(10)).at()).isEqualTo(list());
        }
        assertThat(seenBy(here.chair())).hasSize(1);
    }

    @Test
    void aSecondWindowDoesNotLoseItsWordsInThePlaceOfTheFirst() {
        var record = Ids.next();
        post(ada, record, seal(ada, "commitment", record, Map.of("text", CANARY)), noor, today.plusDays(10));
        var other =
                post(ada, record, seal(ada, "commitment", record, Map.of("text", "other")), noor, today.plusDays(10));
        assertRefused(other, "sealed");
        assertThat(seenBy(here.chair())).hasSize(1);
    }

    @Test
    void aMoveSentTwiceIsOneMove() {
        var id = promise(ada, noor, today.plusDays(10));
        var words = seal(ada, "commitment-moved", Ids.next(), Map.of("text", CANARY));
        var to = today.plusDays(20).toString();
        for (var time = 0; time < 2; time++) {
            assertThat(Pages.seenBy(ada)
                            .post("/commitments/" + id + "/move", "version", "1", "due", to, "sealed", words)
                            .at())
                    .isEqualTo(list());
        }
        assertThat(seenBy(ada).getFirst().promise().history()).hasSize(1);
    }

    @Test
    void otherWordsAboutAPromiseThatWasToldAreRefusedAndNotDropped() {
        var id = promise(ada, noor, today.plusDays(10));
        Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1");
        var words = seal(ada, "commitment-outcome", Ids.next(), Map.of("text", CANARY));
        assertRefused(
                Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1", "sealed", words), "has changed");
    }

    @Test
    void whatIsNotAPromiseIsRefusedWithASentence() {
        var good = today.plusDays(10);
        assertRefused(post(ada, Ids.next(), "", noor, good), "sealed");
        assertRefused(post(ada, Ids.next(), "[{\"header\":1}]", noor, good), "sealed");
        assertRefused(
                post(ada, Ids.next(), seal(ada, "update", Ids.next(), Map.of("text", "x")), noor, good), "sealed");
        assertThat(seenBy(ada)).isEmpty();
    }

    @Test
    void aDayHasToBeAheadAndTheWitnessAnotherMember() {
        var record = Ids.next();
        var sealed = seal(ada, "commitment", record, Map.of("text", CANARY));
        assertRefused(post(ada, record, sealed, noor, today), "day after today");
        assertRefused(post(ada, record, sealed, ada, today.plusDays(1)), "another member");
        assertRefused(post(ada, record, sealed, here.convener, today.plusDays(1)), "another member");
        assertThat(post(ada, record, sealed, noor, today.plusDays(1)).at()).isEqualTo(list());
    }

    @Test
    void onlyTheOwnerActsAndAnotherGroupSeesNothing() {
        var id = promise(ada, noor, today.plusDays(10));
        for (var other : List.of(noor, here.chair(), here.convener)) {
            assertThat(Pages.seenBy(other)
                            .post("/commitments/" + id + "/done", "version", "1")
                            .status())
                    .isEqualTo(404);
        }
        var stranger = GroupFixture.aGroup().with(2).chair();
        assertThat(seenBy(stranger)).isEmpty();
        assertThat(Pages.seenBy(stranger).get(list()).status()).isEqualTo(404);
        assertThat(Pages.seenBy(here.convener).get(list()).status())
                .as("a convener sees no promise")
                .isEqualTo(404);
        assertThat(seenBy(here.convener)).isEmpty();
    }

    @Test
    void aMoveBeforeTheDayIsKeptAsHistoryAndSeenByTheWitness() {
        var id = promise(ada, noor, today.plusDays(10));
        var words = seal(ada, "commitment-moved", Ids.next(), Map.of("text", CANARY));
        var answer = Pages.seenBy(ada)
                .post(
                        "/commitments/" + id + "/move",
                        "version",
                        "1",
                        "due",
                        today.plusDays(20).toString(),
                        "sealed",
                        words);
        assertThat(answer.at()).isEqualTo(list());
        assertThat(seenBy(noor).getFirst().promise().history()).hasSize(1);
        assertThat(seenBy(here.chair()).getFirst().promise().history())
                .as("why it moved is for the witness")
                .isEmpty();
        var old = Pages.seenBy(ada)
                .post(
                        "/commitments/" + id + "/move",
                        "version",
                        "1",
                        "due",
                        today.plusDays(30).toString());
        assertRefused(old, "has changed");
    }

    @Test
    void whatDidNotHappenIsSeenByTheOwnerAndTheWitnessAlone() {
        var id = fallenDue();
        var words =
                seal(ada, "commitment-missed", Ids.next(), Map.of("hindrance", CANARY, "help", "an hour of your time"));
        assertThat(Pages.seenBy(ada)
                        .post("/commitments/" + id + "/not-kept", "version", "1", "sealed", words)
                        .at())
                .isEqualTo(list());

        assertThat(seenBy(ada)).hasSize(1);
        assertThat(seenBy(noor)).hasSize(1);
        assertThat(seenBy(here.chair())).as("no red list in the room").isEmpty();
        var witness = Pages.seenBy(noor).get(list()).page();
        assertThat(witness.select("section[aria-labelledby=witnessed] sealed-text[data-part=help]"))
                .hasSize(1);
        assertThat(witness.text()).contains("what got in the way, and what would help?");
        assertThat(Pages.seenBy(here.chair())
                        .post("/commitments/" + id + "/heard")
                        .status())
                .isEqualTo(404);
        assertThat(Pages.seenBy(noor).post("/commitments/" + id + "/heard").at())
                .isEqualTo(list());
        assertThat(Pages.seenBy(ada).get(list()).page().text()).contains("Member 2 has heard");
    }

    @Test
    void beforeTheDayThereIsStillTimeAndAfterItNothingMoves() {
        var open = promise(ada, noor, today.plusDays(10));
        assertRefused(
                Pages.seenBy(ada).post("/commitments/" + open + "/not-kept", "version", "1"), "has not fallen due yet");
        var due = fallenDue();
        assertRefused(
                Pages.seenBy(ada)
                        .post(
                                "/commitments/" + due + "/move",
                                "version",
                                "1",
                                "due",
                                today.plusDays(20).toString()),
                "can no longer be moved");
    }

    @Test
    void whatWasDoneIsSeenByAllWithWhatChanged() {
        var id = promise(ada, noor, today.plusDays(10));
        var words = seal(ada, "commitment-outcome", Ids.next(), Map.of("text", CANARY));
        for (var time = 0; time < 2; time++) {
            assertThat(Pages.seenBy(ada)
                            .post("/commitments/" + id + "/done", "version", "1", "sealed", words)
                            .at())
                    .isEqualTo(list());
        }
        var page = Pages.seenBy(here.chair()).get(list()).page();
        assertThat(page.select("section[aria-labelledby=others] .tag").text()).isEqualTo("Done");
        assertThat(page.select("section[aria-labelledby=others] sealed-text")).hasSize(2);
        assertRefused(
                Pages.seenBy(ada)
                        .post(
                                "/commitments/" + id + "/move",
                                "version",
                                "2",
                                "due",
                                today.plusDays(20).toString()),
                "has changed");
    }

    @Test
    void onesKeptRateIsOnesOwn() {
        var kept = promise(ada, noor, today.plusDays(10));
        var missed = fallenDue();
        Pages.seenBy(ada).post("/commitments/" + kept + "/done", "version", "1");
        Pages.seenBy(ada).post("/commitments/" + missed + "/not-kept", "version", "1");

        assertThat(Pages.seenBy(ada).get(list()).page().text()).contains("Kept: 1 of 2 that fell due, 50 %");
        var chair = Pages.seenBy(here.chair()).get(list()).page().text();
        assertThat(chair).contains("Nothing has fallen due yet.").doesNotContain("50 %");
        assertThat(as(
                        here.chair(),
                        () -> peerage.bean(JdbcClient.class)
                                .sql(
                                        "select count(*) filter (where state = 'missed') + count(*) filter (where due_on < :today) "
                                                + "from commitments.shared_commitment where person_id = :ada")
                                .param("today", java.sql.Date.valueOf(today))
                                .param("ada", ada.value())
                                .query(Long.class)
                                .single()))
                .as("no count of misses can be made by somebody else")
                .isZero();
    }

    @Test
    void aGroupLearnsItsRateFromFivePeopleOn() {
        for (var number = 3; number <= 5; number++) {
            var member = here.aMember("Member " + number);
            keys.put(member, here.letIn(member));
        }
        var people = keys.keySet().stream().limit(5).toList();
        for (var i = 0; i < 4; i++) {
            done(people.get(i), people.get(4));
        }
        assertThat(as(people.get(0), () -> store().kept(here.group, today))).isEmpty();
        done(people.get(4), people.get(0));
        assertThat(as(people.get(0), () -> store().kept(here.group, today)))
                .contains(new CommitmentStore.GroupKept(5, 5, 5));
        assertThat(Pages.seenBy(people.get(0)).get(list()).page().text()).contains("kept 100 %", "over 5 people");
        var stranger = GroupFixture.aGroup().with(1).chair();
        assertThat(as(stranger, () -> store().kept(here.group, today))).isEmpty();
    }

    @Test
    void theReviewIsOnTheAgendaWhileAPromiseIsOpen() {
        var review = peerage.bean(DueReview.class);
        var meeting = new MeetingId(Ids.next());
        assertThat(as(ada, () -> review.proposals(here.group, meeting, Instant.now())))
                .isEmpty();
        var id = promise(ada, noor, today.plusDays(10));
        assertThat(as(noor, () -> review.proposals(here.group, meeting, Instant.now())))
                .containsExactly(new AgendaProposal.PromisesDue(1));
        Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1");
        assertThat(as(noor, () -> review.proposals(here.group, meeting, Instant.now())))
                .isEmpty();
    }

    @Test
    void theMeetingOpensWithWhatIsDueAndEndsWithNewPromises() {
        fallenDue();
        promise(ada, noor, today.plusDays(30));
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusMinutes(5);
        var date = as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        var meeting = as(here.chair(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        as(here.chair(), () -> peerage.bean(Meetings.class).act(meeting, "start", null));

        var review = item(meeting, "commitments-review");
        var page = Pages.seenBy(ada).get("/commitments/stage/" + review).page();
        assertThat(page.select("h3").eachText()).containsExactly("Member 1 (you)");
        assertThat(page.select("form[action$=/not-kept]")).hasSize(1);
        assertThat(page.select("details summary").eachText()).contains("Still running (1)");
        assertThat(page.select("form[data-kind=commitment]")).isEmpty();
        assertThat(Pages.seenBy(noor).get("/commitments/stage/" + review).page().select("form[data-room]"))
                .as("only the owner tells")
                .isEmpty();

        var fresh = item(meeting, "commitments-new");
        var form = Pages.seenBy(noor).get("/commitments/stage/" + fresh).page();
        var record = form.select("form[data-kind=commitment]").attr("data-record");
        assertThat(Pages.seenBy(noor)
                        .get("/commitments/stage/" + fresh)
                        .page()
                        .select("form[data-kind=commitment]")
                        .attr("data-record"))
                .as("a reload keeps a promise half written")
                .isEqualTo(record);
        var sealed = seal(noor, "commitment", UUID.fromString(record), Map.of("text", CANARY));
        assertThat(Pages.seenBy(noor)
                        .post(
                                list(),
                                "sealed",
                                sealed,
                                "due",
                                today.plusDays(9).toString(),
                                "witness",
                                ada.toString(),
                                "item",
                                fresh.toString())
                        .at())
                .isEqualTo("/commitments/stage/" + fresh);
        assertThat(Pages.seenBy(ada)
                        .get("/commitments/stage/" + fresh)
                        .page()
                        .select("h3")
                        .eachText())
                .containsExactly("Member 2", "Your promise");
        assertThat(as(ada, () -> store().find(new CommitmentId(UUID.fromString(record))))
                        .orElseThrow()
                        .promise()
                        .meeting())
                .isEqualTo(meeting.value());
        var stranger = GroupFixture.aGroup().with(1).chair();
        assertThat(Pages.seenBy(stranger).get("/commitments/stage/" + fresh).status())
                .isEqualTo(404);
    }

    private UUID item(MeetingId meeting, String kind) {
        return as(
                here.chair(),
                () -> peerage.bean(JdbcClient.class)
                        .sql("select id from meetings.shared_item where meeting_id = :meeting and kind = :kind")
                        .param("meeting", meeting.value())
                        .param("kind", kind)
                        .query(UUID.class)
                        .single());
    }

    @Test
    void nobodyWritesAPromiseForSomebodyElseEvenAtTheDatabase() {
        assertThatThrownBy(() -> as(
                        noor,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("""
                        insert into commitments.commitment (id, group_id, room_id, person_id, witness_id, due_on,
                            promised_on, promised_at, state, version)
                        values (:id, :group, 'x', :ada, :noor, current_date + 9, current_date, now(), 'promised', 1)
                        """)
                                .param("id", Ids.next())
                                .param("group", here.group.value())
                                .param("ada", ada.value())
                                .param("noor", noor.value())
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(
                        here.convener, () -> peerage.bean(CommitmentBook.class).page(here.group)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theFragmentIsTheListAlone() {
        assertThat(Pages.seenBy(ada).fragment(list()).body())
                .doesNotContain("<html")
                .contains("id=\"mine\"");
        var page = Pages.seenBy(ada).get(list()).page();
        assertThat(page.select("[hx-post]:not([hx-nonce])")).isEmpty();
        assertThat(page.select("sealed-field[name], [style]")).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
    }

    private void done(PersonId person, PersonId witness) {
        var id = promise(person, witness, today.plusDays(10));
        assertThat(Pages.seenBy(person)
                        .post("/commitments/" + id + "/done", "version", "1")
                        .at())
                .isEqualTo(list());
    }

    private static void assertRefused(Pages.Answer answer, String words) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[role=alert]").text()).contains(words);
    }

    private CommitmentId promise(PersonId owner, PersonId witness, LocalDate due) {
        var record = Ids.next();
        var answer = post(owner, record, seal(owner, "commitment", record, Map.of("text", CANARY)), witness, due);
        assertThat(answer.at()).isEqualTo(list());
        return new CommitmentId(record);
    }

    private Pages.Answer post(PersonId owner, UUID record, String sealed, PersonId witness, LocalDate due) {
        assertThat(record).isNotNull();
        return Pages.seenBy(owner).post(list(), "sealed", sealed, "due", due.toString(), "witness", witness.toString());
    }

    /// As the page does it. Each sealed text is the next entry of the ledger, so it has to be sent before the next.
    private String seal(PersonId author, String kind, UUID id, Map<String, String> body) {
        return "["
                + here.heldRoom()
                        .seal(Objects.requireNonNull(keys.get(author)), kind, id, body, Instant.now())
                        .json()
                + "]";
    }

    /// A promise of twenty days ago that fell due ten days ago, made with the clock turned back.
    private CommitmentId fallenDue() {
        var then = new Commitments(
                store(),
                peerage.bean(Rooms.class),
                peerage.bean(org.peerage.meetings.Meetings.class),
                () -> Instant.now().minus(Duration.ofDays(20)));
        var record = Ids.next();
        var words = SealedPut.parse(seal(ada, "commitment", record, Map.of("text", CANARY)))
                .orElseThrow()
                .getFirst();
        assertThat(as(ada, () -> then.promise(here.group, noor, today.minusDays(10), Commitments.Origin.NONE, words)))
                .isTrue();
        return new CommitmentId(record);
    }

    private List<Commitment> seenBy(PersonId person) {
        return as(person, () -> store().of(here.group));
    }

    private CommitmentStore store() {
        return peerage.bean(CommitmentStore.class);
    }

    private String list() {
        return "/groups/" + here.group + "/commitments";
    }
}
