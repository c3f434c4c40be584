package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// What a room remembers of an issue, months later.
class IssuePagesTests {

    private final IssueFixture at = new IssueFixture();

    @Test
    void anIssueIsFoundWithAllThatCameOfIt() {
        var item = at.atWork();
        at.goTo(item, 4);
        at.commit(at.ada, item, at.noor);
        at.close(at.ada, item, "value", "8");
        var page = Pages.seenBy(at.noor).get(page()).page();
        assertThat(page.select("sealed-text").eachAttr("data-kind")).contains("issue", "issue-real", "commitment");
        assertThat(page.select("a[href='/meetings/" + at.meeting + "']")).hasSize(1);
        assertThat(page.select("a[href='" + at.here.group.member(at.ada) + "'][data-said-by]"))
                .isNotEmpty();
        assertThat(page.text())
                .contains("Closed")
                .contains("the group is at it")
                .contains("Five steps");
        assertThat(page.select("form[data-kind=issue-helped]")).isEmpty();
        at.lead("close");
        assertThat(Pages.seenBy(at.noor).get(page()).page().text()).contains("worked on");
        for (var from : new String[] {"/meetings/" + at.meeting, at.here.group.member(at.ada)}) {
            assertThat(Pages.seenBy(at.noor).get(from).page().select("a[href='" + page() + "']"))
                    .as(from)
                    .hasSize(1);
        }
    }

    @Test
    void aMonthLaterItsPresenterIsAskedAndNobodyElse() {
        closedDaysAgo(31);
        assertThat(Pages.seenBy(at.ada).get("/").page().select(".next a").eachAttr("href"))
                .containsExactly(page());
        assertThat(Pages.seenBy(at.noor).get("/").page().select("a[href='" + page() + "']"))
                .isEmpty();
        assertThat(asked(at.ada)).hasSize(1);
        assertThat(asked(at.noor)).isEmpty();

        var sealed = helped(at.ada, issue());
        for (var time = 0; time < 2; time++) {
            assertThat(say(at.ada, sealed).status()).isEqualTo(204);
        }
        assertThat(asked(at.ada)).isEmpty();
        assertThat(Pages.seenBy(at.ada).get("/").page().select("a[href='" + page() + "']"))
                .isEmpty();
        var shown = Pages.seenBy(at.chair).get(page()).page();
        assertThat(shown.text()).contains("After 30 days");
        assertThat(shown.select("sealed-text[data-kind=issue-helped]")).hasSize(1);
        assertThat(say(at.ada).status()).as("a second answer").isEqualTo(422);
    }

    @Test
    void nobodySaysThatItHelpedBeforeTime() {
        closedDaysAgo(29);
        assertThat(say(at.ada).status()).isEqualTo(422);
        assertThat(at.rows(at.ada, "issues.look_back")).isZero();
    }

    @Test
    void anAnswerAboutAnotherIssueIsNotTaken() {
        closedDaysAgo(31);
        assertThat(say(at.ada, helped(at.ada, at.here.group.value())).status()).isEqualTo(422);
    }

    @Test
    void onlyThePresenterSaysWhetherItHelped() {
        closedDaysAgo(31);
        assertThat(say(at.noor).status()).isEqualTo(404);
    }

    @Test
    void nobodyFromOutsideHasAnIssueBeforeThem() {
        at.prepare(at.ada, at.sealed(at.ada, "issue", Ids.next(), "title"));
        var page = page();
        var stranger = GroupFixture.aGroup().with(2).inAnOpenRoom();
        assertThat(Pages.seenBy(stranger.members.getFirst()).get(page).status()).isEqualTo(404);
        assertThat(Pages.seenBy(at.here.convener).get(page).status()).isEqualTo(404);
        assertThat(Pages.seenBy(stranger.members.getFirst())
                        .get(page.replace(at.here.group.address(), stranger.group.address()))
                        .status())
                .isEqualTo(404);
    }

    private Elements asked(PersonId person) {
        return Pages.seenBy(person).get(page()).page().select("form[data-kind=issue-helped]");
    }

    private void closedDaysAgo(int days) {
        var item = at.atWork();
        at.goTo(item, 4);
        at.write(at.ada, item, "issue-no-action", at.sealed(at.ada, "issue-no-action", Ids.next()));
        at.close(at.ada, item);
        at.lead("close");
        assertThat(IssueFixture.PEERAGE.asSuperuser(
                        "update issues.issue set closed_at = now() - make_interval(days => ?) where id = ?",
                        days,
                        issue()))
                .isOne();
    }

    /// A text is the next entry of the ledger: whatever follows one that was refused is refused as well.
    private Pages.Answer say(PersonId person) {
        return say(person, helped(person, issue()));
    }

    private Pages.Answer say(PersonId person, String sealed) {
        return Pages.seenBy(person).post(page() + "/look-back", "sealed", sealed);
    }

    private String helped(PersonId author, UUID about) {
        return at.here.sealed(
                author, new KeyholderRoom.About("issue-helped", Ids.next(), about), Map.of("text", "It did."));
    }

    private UUID issue() {
        return at.issue().orElseThrow();
    }

    private String page() {
        return new IssueId(issue()).address(at.here.group);
    }
}
