package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.tenancy.Ids;

/// What is sent twice, from two windows, or is no commitment at all.
class CommitmentRepeatsTests extends CommitmentsOfThree {

    @Test
    void theSamePressTwiceMakesOneCommitment() {
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
        var id = commit(ada, noor, today.plusDays(10));
        var words = seal(ada, "commitment-moved", Ids.next(), Map.of("text", CANARY));
        var to = today.plusDays(20).toString();
        for (var time = 0; time < 2; time++) {
            assertThat(Pages.seenBy(ada)
                            .post("/commitments/" + id + "/move", "version", "1", "due", to, "sealed", words)
                            .at())
                    .isEqualTo(list());
        }
        assertThat(seenBy(ada).getFirst().terms().history()).hasSize(1);
    }

    @Test
    void otherWordsAboutACommitmentThatWasToldAreRefusedAndNotDropped() {
        var id = commit(ada, noor, today.plusDays(10));
        Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1");
        var words = seal(ada, "commitment-outcome", Ids.next(), Map.of("text", CANARY));
        assertRefused(
                Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1", "sealed", words), "has changed");
    }

    @Test
    void whatIsNotACommitmentIsRefusedWithASentence() {
        var good = today.plusDays(10);
        assertRefused(post(ada, Ids.next(), "", noor, good), "sealed");
        assertThat(post(ada, Ids.next(), "[{\"header\":1}]", noor, good).body()).contains("malformed");
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
}
