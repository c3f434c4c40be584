package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerage.Pages;
import org.peerage.Transactions;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;

/// Issues at the real database, sealed in Java as the browser would: what is sent twice, or from two windows, counts
/// once, and nobody's words disappear behind another's.
class IssuesTests {

    private final IssueFixture at = new IssueFixture();

    @Test
    void theSameIssueSentTwiceIsOneIssue() {
        var sealed = at.sealed(at.ada, "issue", Ids.next(), "title");
        for (var time = 0; time < 2; time++) {
            var answer = at.prepare(at.ada, sealed);
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.raw().getHeader("HX-Redirect")).endsWith("/issue");
        }
        assertThat(at.rows(at.noor, "issues.shared_issue")).isEqualTo(1);
    }

    @Test
    void aSharedIssueIsChangedInPlaceAndNeverStatedTwice() {
        var record = Ids.next();
        at.prepare(at.ada, at.sealed(at.ada, "issue", record, "title"));
        var second = at.sealed(at.ada, "issue", record, "title");
        assertThat(at.prepare(at.ada, second).status())
                .as("a second text without the issue it belongs to")
                .isEqualTo(422);
        var issue = at.preparedByAda();
        for (var time = 0; time < 2; time++) {
            assertThat(at.change(at.ada, issue, second).status()).isEqualTo(204);
        }
        assertThat(at.rows(at.ada, "issues.shared_issue")).isEqualTo(1);
    }

    @Test
    void anIssueOfSomebodyElseIsNotFound() {
        at.prepare(at.ada, at.sealed(at.ada, "issue", Ids.next(), "title"));
        var issue = at.preparedByAda();
        assertThat(at.change(at.noor, issue, at.sealed(at.noor, "issue", Ids.next(), "title"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNoteSentTwiceIsOneNoteForThePresenter() {
        var item = at.atWork();
        at.goTo(item, 1);
        var sealed = at.sealed(at.noor, "issue-note", Ids.next());
        for (var time = 0; time < 2; time++) {
            assertThat(at.write(at.noor, item, "issue-note", sealed).page().text())
                    .contains("One note of yours has gone");
        }
        assertThat(at.rows(at.ada, "processing.capture")).isEqualTo(1);
        assertThat(at.stage(at.ada, item).page().select(".notes li")).hasSize(1);
        assertThat(at.stage(at.chair, item).page().select(".notes li")).isEmpty();
        assertThat(at.rows(at.ada, "(select about as group_id from rooms.record where kind = 'text') named"))
                .isEqualTo(1);
        for (var other : List.of(at.noor, at.chair)) {
            assertThat(at.rows(other, "(select about as group_id from rooms.record where kind = 'text') named"))
                    .as("no row for whoever is not the presenter, the writer neither")
                    .isZero();
        }
    }

    @Test
    void aNoteThatTheWholeRoomCouldReadIsNotTaken() {
        var item = at.atWork();
        at.goTo(item, 1);
        var open = at.here.sealed(at.noor, "issue-note", Ids.next(), Map.of("text", "For everybody"));
        var answer = at.write(at.noor, item, "issue-note", open);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("unexpected-kind");
    }

    @Test
    void aNoteForAnybodyBesideThePresenterIsNotTaken() {
        var item = at.atWork();
        at.goTo(item, 1);
        for (var readers : List.of(List.of(at.chair), List.of(at.ada, at.chair))) {
            var note =
                    new KeyholderRoom.About("issue-note", Ids.next(), at.issue().orElseThrow());
            var words = at.here.sealedFor(at.noor, readers, note, Map.of("text", "For others"));
            var answer = at.write(at.noor, item, "issue-note", words);
            assertThat(answer.status()).as("for %s", readers).isEqualTo(422);
        }
        assertThat(at.rows(at.ada, "processing.capture")).isZero();
    }

    @Test
    void aNoteIsNotWrittenOver() {
        var item = at.atWork();
        at.goTo(item, 1);
        var record = Ids.next();
        at.write(at.noor, item, "issue-note", at.sealed(at.noor, "issue-note", record));
        var answer = at.write(at.noor, item, "issue-note", at.sealed(at.noor, "issue-note", record));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("wrong-revision");
        assertThat(at.rows(at.ada, "processing.capture")).isEqualTo(1);
    }

    @Test
    void theRealIssueIsNamedOnceAndFromThenOnChanged() {
        var item = at.atWork();
        at.goTo(item, 1);
        var record = Ids.next();
        var first = at.sealed(at.ada, "issue-real", record);
        for (var time = 0; time < 2; time++) {
            assertThat(at.write(at.ada, item, "issue-real", first).status()).isEqualTo(200);
        }
        assertThat(at.write(at.ada, item, "issue-real", at.sealed(at.ada, "issue-real", record))
                        .page()
                        .select(".kept sealed-text")
                        .attr("data-rev"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"issue-real", "issue-no-action"})
    void anotherWindowDoesNotPutItsWordsInThePlaceOfTheFirst(String kind) {
        var item = at.atWork();
        at.goTo(item, kind.equals("issue-real") ? 1 : 4);
        var first = Ids.next();
        assertThat(at.write(at.ada, item, kind, at.sealed(at.ada, kind, first)).status())
                .isEqualTo(200);
        var other = at.write(at.ada, item, kind, at.sealed(at.ada, kind, Ids.next()));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("wrong-revision");
        assertThat(at.named(at.noor, kind)).isEqualTo(first);
    }

    @Test
    void aStepPressedTwiceIsOneStepAndAStepFromElsewhereIsRefused() {
        var item = at.atWork();
        var request = UUID.randomUUID();
        for (var time = 0; time < 2; time++) {
            assertThat(at.step(at.chair, item, 0, 1, request).status()).isEqualTo(200);
        }
        var other = at.step(at.chair, item, 0, 1);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("Somebody has moved the group on already");
        var far = at.step(at.chair, item, 1, 3);
        assertThat(far.status()).isEqualTo(409);
        assertThat(far.page().select(".steps [aria-current]").text()).contains("Clarify");
    }

    @Test
    void whatIsNotSealedOrOfAnotherKindChangesNothing() {
        var item = at.atWork();
        at.goTo(item, 1);
        for (var wrong : List.of("", "[]", "{}", "[{\"header\":1}]", "x".repeat(200_000))) {
            assertThat(at.write(at.noor, item, "issue-note", wrong).status()).isBetween(400, 422);
        }
        for (var kind : List.of("update", "issue-note")) {
            assertThat(at.write(at.noor, item, kind, at.sealed(at.noor, "update", Ids.next()))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(at.rows(at.ada, "processing.capture")).isZero();
    }

    @Test
    void onlyWhoeverLeadsMovesTheGroupAndOnlyThePresenterNamesTheRealIssue() {
        var item = at.atWork();
        for (var person : List.of(at.ada, at.noor)) {
            var answer = at.step(person, item, 0, 1);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("Only whoever leads the meeting");
        }
        at.goTo(item, 1);
        assertThat(at.write(at.noor, item, "issue-real", at.sealed(at.noor, "issue-real", Ids.next()))
                        .status())
                .isEqualTo(404);
        assertThat(at.rows(at.noor, "processing.capture")).isZero();
    }

    @Test
    void theGroupSharesNoExperienceBeforeTheRealIssueIsNamed() {
        var item = at.atWork();
        at.step(at.chair, item, 0, 1);
        at.step(at.chair, item, 1, 2);
        var held = at.step(at.chair, item, 2, 3);
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.body()).contains("First the presenter puts the real issue");
        at.write(at.ada, item, "issue-real", at.sealed(at.ada, "issue-real", Ids.next()));
        assertThat(at.step(at.chair, item, 2, 3).status()).isEqualTo(200);
    }

    @Test
    void anIssueClosesWithAnOutcomeOnly() {
        var item = at.atWork();
        at.goTo(item, 4);
        var open = at.close(at.ada, item);
        assertThat(open.status()).isEqualTo(409);
        assertThat(open.body()).contains("Neither is here yet");
        at.write(at.ada, item, "issue-no-action", at.sealed(at.ada, "issue-no-action", Ids.next()));
        assertThat(at.close(at.noor, item).status())
                .as("neither leads nor presents")
                .isEqualTo(404);
        assertThat(at.close(at.ada, item, "value", "8").status()).isEqualTo(200);
        assertThat(at.value(at.ada)).isEqualTo(8);
    }

    @Test
    void whatAnIssueWasWorthIsKeptThoughTheChairHasClosedIt() {
        var item = at.atWork();
        at.goTo(item, 4);
        at.write(at.ada, item, "issue-no-action", at.sealed(at.ada, "issue-no-action", Ids.next()));
        assertThat(at.close(at.chair, item).status()).isEqualTo(200);
        assertThat(at.stage(at.ada, item).page().select("form[hx-post$=/close] input[name=value]"))
                .hasSize(1);
        for (var time = 0; time < 2; time++) {
            assertThat(at.close(at.ada, item, "value", "9").status()).isEqualTo(200);
        }
        assertThat(at.close(at.ada, item, "value", "3").body()).contains("You have said 9 before");
        assertThat(at.close(at.chair, item, "value", "3").body()).contains("for its presenter to say");
        assertThat(at.value(at.ada)).isEqualTo(9);
    }

    @Test
    void anUnknownWayOfWorkingIsRefusedAndNothingIsPutInItsPlace() {
        var answer = at.prepare(
                at.ada,
                at.sealed(at.ada, "issue", Ids.next(), "title"),
                "kind",
                "decision",
                "minutes",
                "36",
                "protocol",
                "shouting");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("unknown-protocol");
        assertThat(at.rows(at.ada, "issues.shared_issue")).isZero();
    }

    @Test
    void aSetbackIsListenedToAndNeverWorkedOnWithAdvice() {
        var item = at.atWork("setback");
        var stage = at.stage(at.noor, item).page();
        assertThat(stage.select(".tag").eachText()).contains("Listening round", "No advice");
        assertThat(Pages.seenBy(at.ada)
                        .get("/meetings/" + at.meeting + "/issue/ways?kind=setback")
                        .page()
                        .select("option")
                        .eachAttr("value"))
                .containsExactly("listening", "mindset");
        var sealed = at.sealed(at.ada, "issue", Ids.next(), "title");
        assertThat(at.prepare(at.ada, sealed, "kind", "setback", "minutes", "20", "protocol", "five-steps")
                        .body())
                .contains("unknown-protocol");
    }

    @Test
    void oneRequestIsOneTransaction() throws Exception {
        var preparing = at.sealed(at.ada, "issue", Ids.next(), "title");
        assertThat(Transactions.of(() -> at.prepare(at.ada, preparing))).isEqualTo(1);
        assertThat(Transactions.of(() -> Pages.seenBy(at.ada).get("/meetings/" + at.meeting + "/issue")))
                .isEqualTo(1);
        var item = at.begun();
        assertThat(Transactions.of(() -> at.begin(at.chair, item))).isEqualTo(1);
        assertThat(Transactions.of(() -> at.step(at.chair, item, 0, 1))).isEqualTo(1);
        assertThat(Transactions.of(() -> at.step(at.chair, item, 0, 1)))
                .as("refused")
                .isEqualTo(1);
        var note = at.sealed(at.noor, "issue-note", Ids.next());
        assertThat(Transactions.of(() -> at.write(at.noor, item, "issue-note", note)))
                .isEqualTo(1);
        assertThat(Transactions.of(() -> at.stage(at.noor, item))).isEqualTo(1);
        var real = at.sealed(at.ada, "issue-real", Ids.next());
        at.write(at.ada, item, "issue-real", real);
        for (var from = 1; from < 4; from++) {
            at.step(at.chair, item, from, from + 1);
        }
        var reason = at.sealed(at.ada, "issue-no-action", Ids.next());
        assertThat(Transactions.of(() -> at.write(at.ada, item, "issue-no-action", reason)))
                .isEqualTo(1);
        assertThat(Transactions.of(() -> at.close(at.ada, item, "value", "7"))).isEqualTo(1);
        assertThat(at.value(at.ada)).isEqualTo(7);
    }

    /// In a step in which all are heard, everybody but the presenter is, and whoever passes is not asked again.
    @Test
    void aStepInWhichAllAreHeardIsARound() {
        var item = at.atWork();
        at.arrive(at.ada);
        at.arrive(at.noor);
        assertThat(at.floor(at.noor).select(".unheard"))
                .as("a step without a round")
                .isEmpty();
        at.goTo(item, 3);
        assertThat(at.floor(at.noor).select(".unheard .chip").eachText())
                .hasSize(2)
                .doesNotContain(at.nameOf(at.ada));
        assertThat(at.marks(at.noor, "hand").select(".unheard .chip").eachText())
                .hasSize(3)
                .first()
                .isEqualTo(at.nameOf(at.noor));
        assertThat(at.floor(at.chair).select(".lead").text())
                .contains("The word to " + at.nameOf(at.noor) + ", whose hand is up");
        assertThat(at.marks(at.noor, "pass").select(".unheard li").eachText()).containsExactly(at.nameOf(at.chair));
        assertThat(at.lead("next-turn")).isTrue();
        assertThat(at.floor(at.noor).text()).contains("Everybody has been heard.");
        assertThat(at.lead("next-turn")).isFalse();
    }

    /// What the group went past is not done: it stands on the next agenda again.
    @Test
    void anIssueThatHasNotBegunIsLeftOnlyWhenThatIsMeant() {
        at.prepare(at.ada, at.sealed(at.ada, "issue", Ids.next(), "title"));
        var item = at.begun();
        assertThat(at.lead("next")).as("unasked").isFalse();
        assertThat(at.state(item)).isEqualTo("current");
        assertThat(at.lead("next-all-the-same")).isTrue();
        assertThat(at.state(item)).isEqualTo("uncovered");
    }

    @Test
    void theGroupLeavesAnIssueOnlyWhenItIsClosed() {
        var item = at.atWork();
        at.arrive(at.ada);
        at.follows(at.ada, 120);
        at.goTo(item, 4);
        assertThat(at.lead("next")).as("without an outcome").isFalse();
        assertThat(at.lead("next-all-the-same"))
                .as("without an outcome, however often it is asked")
                .isFalse();
        at.write(at.ada, item, "issue-no-action", at.sealed(at.ada, "issue-no-action", Ids.next()));
        assertThat(at.lead("next")).as("with an outcome, and open").isFalse();
        at.close(at.ada, item);
        assertThat(at.lead("next")).isTrue();
    }

    @Test
    void aDatedCommitmentEndsAnIssueAsWell() {
        var item = at.atWork();
        at.goTo(item, 4);
        assertThat(at.commit(at.ada, item, at.noor).status()).isBetween(200, 303);
        var stage = at.stage(at.chair, item).page();
        assertThat(stage.select(".outcome .said")).hasSize(1);
        assertThat(stage.select("form[hx-post$=/close]")).hasSize(1);
        assertThat(at.close(at.chair, item).status()).isEqualTo(200);
    }

    @Test
    void theRecordKeepsWhatItWasReallyAboutAndTheNotesForThePresenterAlone() {
        var item = at.atWork();
        at.goTo(item, 3);
        at.write(at.noor, item, "issue-note", at.sealed(at.noor, "issue-note", Ids.next()));
        at.step(at.chair, item, 3, 4);
        at.write(at.ada, item, "issue-no-action", at.sealed(at.ada, "issue-no-action", Ids.next()));
        at.close(at.ada, item, "value", "7");
        assertThat(at.lead("close")).isTrue();
        for (var who : List.of(at.ada, at.noor, at.chair)) {
            var record = Pages.seenBy(who).get("/meetings/" + at.meeting).page();
            assertThat(record.select("sealed-text[data-place-kind=issue-real]")).hasSize(1);
            assertThat(record.select("sealed-text[data-place-kind=issue-no-action]"))
                    .hasSize(1);
            assertThat(record.select("sealed-text[data-place-kind=issue-note]")).hasSize(who.equals(at.ada) ? 1 : 0);
        }
    }

    @Test
    void whatIsWrittenWhenTheGroupIsElsewhereIsNotTakenAndNothingIsKeptOfIt() {
        var item = at.atWork();
        var answer = at.write(at.noor, item, "issue-note", at.sealed(at.noor, "issue-note", Ids.next()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("not-now");
        assertThat(at.rows(at.noor, "processing.capture")).isZero();
    }
}
