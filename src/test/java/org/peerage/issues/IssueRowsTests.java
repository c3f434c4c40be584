package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database itself lets whom do with an issue that is worked on, whatever a page would have asked; and what
/// becomes of two acts at once.
class IssueRowsTests {

    private static final List<String> TABLES =
            List.of("issues.issue", "processing.processing", "processing.act", "processing.capture");

    private final IssueFixture at = new IssueFixture();

    @Test
    void theNeighbourSeesNothingOfAnIssueAndItsGroupAllOfIt() {
        var item = at.atWork();
        at.goTo(item, 2);
        at.write(at.ada, item, "issue-real", at.sealed(at.ada, "issue-real", Ids.next()));
        var elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();
        for (var table : TABLES) {
            assertThat(at.rows(at.noor, table)).as(table).isPositive();
            for (var person : List.of(elsewhere.chair(), elsewhere.members.getFirst(), at.here.convener)) {
                assertThat(at.rows(person, table)).as(table).isZero();
            }
        }
        assertThat(Pages.seenBy(elsewhere.chair()).get("/processing/" + item).status())
                .isEqualTo(404);
    }

    @Test
    void onlyWhoeverLeadsMovesTheRowAndItsPresenterMayOnlyEndIt() {
        var item = at.atWork();
        assertThat(update(at.chair, "update processing.processing set step = 1 where id = :item", item))
                .isEqualTo(1);
        assertThat(update(at.noor, "update processing.processing set step = 2 where id = :item", item))
                .isZero();
        assertThatThrownBy(() -> update(at.ada, "update processing.processing set step = 2 where id = :item", item))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(update(
                        at.noor,
                        "update issues.issue set value = 1 where group_id = (select group_id from"
                                + " processing.processing where id = :item)",
                        item))
                .isZero();
        assertThat(update(at.ada, "update processing.processing set ended_at = now() where id = :item", item))
                .isEqualTo(1);
    }

    @Test
    void nobodyWritesInTheNameOfAnother() {
        var item = at.atWork();
        for (var insert : List.of(
                "insert into processing.act (processing_id, request, thing_id, group_id, actor_id, act, step, at) select id,"
                        + " gen_random_uuid(), thing_id, group_id, :other, 'step', 1, now() from processing.processing"
                        + " where id = :item",
                "insert into processing.capture (record_id, processing_id, thing_id, group_id, kind, single, author_id,"
                        + " step, at) select gen_random_uuid(), id, thing_id, group_id, 'issue-note', false, :other, 0,"
                        + " now() from processing.processing where id = :item")) {
            assertThatThrownBy(() -> update(at.noor, insert, item))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void ofTwoWhoMoveTheGroupAtOnceOneIsTold() throws Exception {
        var item = at.atWork();
        var both = atOnce(
                () -> at.step(at.chair, item, 0, 1).status(),
                () -> at.step(at.chair, item, 0, 1).status());
        assertThat(both).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void theSameRequestTwiceAtOnceIsOneStep() throws Exception {
        var item = at.atWork();
        var request = UUID.randomUUID();
        var both = atOnce(
                () -> at.step(at.chair, item, 0, 1, request).status(),
                () -> at.step(at.chair, item, 0, 1, request).status());
        assertThat(both).containsOnly(200);
        assertThat(at.rows(at.noor, "processing.act")).as("begun, and one step").isEqualTo(2);
    }

    @Test
    void whatItWasWorthIsKeptThoughTwoCloseItAtOnce() throws Exception {
        var item = at.atWork();
        at.goTo(item, 4);
        at.write(at.ada, item, "issue-no-action", at.sealed(at.ada, "issue-no-action", Ids.next()));
        var both = atOnce(
                () -> at.close(at.chair, item).status(),
                () -> at.close(at.ada, item, "value", "8").status());
        assertThat(both).containsOnly(200);
        assertThat(at.value(at.noor)).isEqualTo(8);
    }

    private int update(PersonId person, String statement, UUID item) {
        return as(
                person,
                () -> IssueFixture.PEERAGE
                        .bean(JdbcClient.class)
                        .sql(statement)
                        .param("item", item)
                        .param("other", at.chair.value())
                        .update());
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            var results = two.invokeAll(List.of(one, other));
            return List.of(results.getFirst().get(), results.getLast().get());
        }
    }
}
