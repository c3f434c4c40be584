package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerage.Pages;
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
    void aNoteSentTwiceIsOneNote() {
        var item = at.atWork();
        at.goTo(item, 1);
        var sealed = at.sealed(at.noor, "issue-note", Ids.next());
        for (var time = 0; time < 2; time++) {
            assertThat(Pages.seenBy(at.noor)
                            .post(IssueFixture.stage(item) + "/note", "sealed", sealed)
                            .page()
                            .select(".notes li"))
                    .hasSize(1);
        }
        assertThat(at.rows(at.ada, "issues.note")).isEqualTo(1);
    }

    @Test
    void aNoteIsNotWrittenOver() {
        var item = at.atWork();
        at.goTo(item, 1);
        var record = Ids.next();
        var note = IssueFixture.stage(item) + "/note";
        Pages.seenBy(at.noor).post(note, "sealed", at.sealed(at.noor, "issue-note", record));
        var answer = Pages.seenBy(at.noor).post(note, "sealed", at.sealed(at.noor, "issue-note", record));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("wrong-revision");
        assertThat(at.rows(at.ada, "issues.note")).isEqualTo(1);
    }

    @Test
    void theRealIssueIsNamedOnceAndFromThenOnChanged() {
        var item = at.atWork();
        var real = IssueFixture.stage(item) + "/real";
        var record = Ids.next();
        var first = at.sealed(at.ada, "issue-real", record);
        for (var time = 0; time < 2; time++) {
            assertThat(Pages.seenBy(at.ada).post(real, "sealed", first).status())
                    .isEqualTo(200);
        }
        assertThat(Pages.seenBy(at.ada)
                        .post(real, "sealed", at.sealed(at.ada, "issue-real", record))
                        .page()
                        .select(".real sealed-text")
                        .attr("data-rev"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"real", "no-action"})
    void anotherWindowDoesNotPutItsWordsInThePlaceOfTheFirst(String what) {
        var item = at.atWork();
        at.goTo(item, 4);
        var path = IssueFixture.stage(item) + "/" + what;
        var first = Ids.next();
        assertThat(Pages.seenBy(at.ada)
                        .post(path, "sealed", at.sealed(at.ada, "issue-" + what, first))
                        .status())
                .isEqualTo(200);
        var other = Pages.seenBy(at.ada).post(path, "sealed", at.sealed(at.ada, "issue-" + what, Ids.next()));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("wrong-revision");
        assertThat(at.named(at.noor, what)).isEqualTo(first);
    }

    @Test
    void aStepPressedTwiceIsOneStepAndAStepFromElsewhereIsRefused() {
        var item = at.atWork();
        var step = IssueFixture.stage(item) + "/step";
        for (var time = 0; time < 2; time++) {
            assertThat(Pages.seenBy(at.chair).post(step, "from", "0", "to", "1").status())
                    .isEqualTo(200);
        }
        var back = Pages.seenBy(at.chair).post(step, "from", "3", "to", "2");
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.body()).contains("Somebody has moved the group on already");
        var far = Pages.seenBy(at.chair).post(step, "from", "1", "to", "3");
        assertThat(far.status()).isEqualTo(409);
        assertThat(far.page().select(".steps [aria-current]").text()).contains("Clarify");
    }

    @Test
    void whatIsNotSealedOrOfAnotherKindChangesNothing() {
        var item = at.atWork();
        at.goTo(item, 1);
        var note = IssueFixture.stage(item) + "/note";
        for (var wrong : List.of("", "[]", "{}", "[{\"header\":1}]", "x".repeat(200_000))) {
            assertThat(Pages.seenBy(at.noor).post(note, "sealed", wrong).status())
                    .isBetween(400, 422);
        }
        assertThat(Pages.seenBy(at.noor)
                        .post(note, "sealed", at.sealed(at.noor, "update", Ids.next()))
                        .status())
                .isEqualTo(422);
        assertThat(at.rows(at.ada, "issues.note")).isZero();
    }
}
