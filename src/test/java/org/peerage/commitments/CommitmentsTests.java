package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Commitments at the real database: made before a witness, told on the pages, walled by row security.
class CommitmentsTests extends CommitmentsOfThree {

    @Test
    void aCommitmentIsMadeBeforeAWitnessAndComesUpForEverybody() {
        var id = commit(ada, noor, today.plusDays(10));

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
    void onlyTheOwnerActsAndAnotherGroupSeesNothing() {
        var id = commit(ada, noor, today.plusDays(10));
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
                .as("a convener sees no commitment")
                .isEqualTo(404);
        assertThat(seenBy(here.convener)).isEmpty();
    }

    @Test
    void aMoveBeforeTheDayIsKeptAsHistoryAndSeenByTheWitness() {
        var id = commit(ada, noor, today.plusDays(10));
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
        assertThat(seenBy(noor).getFirst().terms().history()).hasSize(1);
        assertThat(seenBy(here.chair()).getFirst().terms().history())
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
    void whatDidNotHappenIsTakenForNobodyElse() {
        var id = fallenDue();
        var another = sealFor(ada, here.chair(), "commitment-missed", Map.of("hindrance", CANARY, "help", ""));
        assertThat(Pages.seenBy(ada)
                        .post("/commitments/" + id + "/missed", "version", "1", "sealed", another)
                        .body())
                .contains("no-reader");
        assertThat(sealedSeenBy(here.chair())).isZero();
    }

    @Test
    void whatDidNotHappenIsSeenByTheOwnerAndTheWitnessAlone() {
        var id = fallenDue();
        var words =
                sealFor(ada, noor, "commitment-missed", Map.of("hindrance", CANARY, "help", "an hour of your time"));
        assertThat(Pages.seenBy(ada)
                        .post("/commitments/" + id + "/missed", "version", "1", "sealed", words)
                        .at())
                .isEqualTo(list());

        assertThat(onTheirPage(ada, noor)).hasSize(1);
        assertThat(onTheirPage(ada, here.chair())).isEmpty();
        assertThat(seenBy(ada)).hasSize(1);
        assertThat(seenBy(noor)).hasSize(1);
        assertThat(seenBy(here.chair())).as("no red list in the room").isEmpty();
        assertThat(sealedSeenBy(noor)).isEqualTo(1);
        assertThat(sealedSeenBy(here.chair()))
                .as("whoever has the room's key has no row to open with it")
                .isZero();
        assertThat(here.heldRoom().entries().getLast().json())
                .as("the ledger tells nobody")
                .contains("\"kind\":\"text\"")
                .doesNotContain("missed");
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
        var open = commit(ada, noor, today.plusDays(10));
        assertRefused(
                Pages.seenBy(ada).post("/commitments/" + open + "/missed", "version", "1"), "has not fallen due yet");
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
        var id = commit(ada, noor, today.plusDays(10));
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
    void nobodyWritesACommitmentForSomebodyElseEvenAtTheDatabase() {
        assertThatThrownBy(() -> as(
                        noor,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("""
                        insert into commitments.commitment (id, group_id, room_id, person_id, witness_id, due_on,
                            made_on, made_at, state, version)
                        values (:id, :group, 'x', :ada, :noor, current_date + 9, current_date, now(), 'open', 1)
                        """)
                                .param("id", Ids.next())
                                .param("group", here.group.value())
                                .param("ada", ada.value())
                                .param("noor", noor.value())
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(
                        here.convener, () -> peerage.bean(CommitmentBook.class).page(here.group, null)))
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

    private long sealedSeenBy(PersonId person) {
        return as(
                person,
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("select count(*) from rooms.shared_record where kind = 'text' and room_id = :room")
                        .param("room", here.heldRoom().id())
                        .query(Long.class)
                        .single()));
    }

    private List<String> onTheirPage(PersonId owner, PersonId reader) {
        return Pages.seenBy(reader)
                .get("/groups/" + here.group + "/members/" + owner)
                .page()
                .select("sealed-text[data-kind=commitment]")
                .eachAttr("data-id");
    }
}
