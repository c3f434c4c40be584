package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.sponsors.SponsorFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A group met with the printed pack. Those who were there write down afterwards what is on their sheets, with
/// the forms of the live meeting, and it stands in the record like everything else.
class WrittenAfterPaperTests {

    private final IssueFixture group = new IssueFixture();
    private final Instant evening = Instant.now().plus(Duration.ofHours(6));

    @Test
    void whoeverWasThereWritesWhatIsTheirsAndTheRecordHasIt() {
        enter();
        var item = group.issueItem();
        assertThat(page(group.ada, written(item)).select("form[data-kind]").eachAttr("data-kind"))
                .contains("issue-real", "issue-note", "issue-no-action", "commitment", "learning");
        assertThat(page(group.noor, written(item)).select("form[data-kind]").eachAttr("data-kind"))
                .as("not hers to say")
                .contains("issue-note", "learning")
                .doesNotContain("issue-real", "commitment");

        accepted(() -> group.write(group.ada, item, "issue-real", group.sealed(group.ada, "issue-real", Ids.next())));
        accepted(() -> group.write(group.noor, item, "issue-note", group.sealed(group.noor, "issue-note", Ids.next())));
        accepted(() -> group.commit(group.ada, item, group.noor));
        accepted(() -> group.close(group.ada, item, "value", "8"));
        learns(group.noor, item);
        var housekeeping = item("housekeeping");
        accepted(() -> keeps(group.noor, housekeeping));
        var rating = item("rating");
        accepted(() -> rates(group.noor, rating));
        accepted(() -> updates(group.noor));

        var record = page(group.chair, "/meetings/" + group.meeting);
        assertThat(record.select("sealed-text").eachAttr("data-place-kind"))
                .contains("issue", "issue-real", "commitment", "decision", "reflection", "update", "learning")
                .doesNotContain("issue-note");
    }

    @Test
    void whoeverWasNotThereWritesNothing() {
        enter(group.noor);
        var item = group.issueItem();
        assertThat(page(group.noor, written(item)).select("form[data-kind]")).isEmpty();
        assertThat(page(group.noor, "/meetings/" + group.meeting).text()).doesNotContain("what is on your sheets");
        assertThat(later(() -> group.write(
                                group.noor, item, "issue-note", group.sealed(group.noor, "issue-note", Ids.next())))
                        .status())
                .isEqualTo(422);
        var housekeeping = item("housekeeping");
        assertThat(later(() -> keeps(group.noor, housekeeping)).status()).isEqualTo(422);
        assertThat(later(() -> updates(group.noor)).status()).isEqualTo(422);
    }

    @Test
    void whoeverKeepsTheMinutesWritesForTheGroupWhatNobodyHasWritten() {
        enter();
        var item = group.issueItem();
        assertThat(page(group.chair, written(item)).select("form[data-kind]").eachAttr("data-kind"))
                .contains("issue-real", "issue-no-action")
                .doesNotContain("commitment");
        accepted(() -> group.write(
                group.chair, item, "issue-no-action", group.sealed(group.chair, "issue-no-action", Ids.next())));
        assertThat(page(group.ada, written(item)).select("form[data-kind=issue-no-action]"))
                .as("written by another, who alone can write it again")
                .isEmpty();
        accepted(() -> group.close(group.chair, item));
        assertThat(state()).isEqualTo("closed");
    }

    @Test
    void wordsAreTakenForTwoWeeks() throws SQLException {
        enter();
        var housekeeping = item("housekeeping");
        group.changes("update meetings.meeting set entered_at = entered_at - interval '15 days', "
                + "live_since = live_since - interval '15 days', closed_at = closed_at - interval '15 days' "
                + "where id = ?");
        assertThat(page(group.noor, written(housekeeping)).text()).contains("for two weeks");
        assertThat(later(() -> keeps(group.noor, housekeeping)).status()).isEqualTo(422);
        assertThat(later(() -> rates(group.noor, item("rating"))).page().text())
                .contains("Ratings are taken while the meeting lasts");
    }

    @Test
    void whateverReadsHeldMeetingsReadsThisOneToo() {
        var circle = group.here.group;
        enter(group.noor);
        assertThat(page(group.noor, circle.address() + "/attendance").text())
                .contains("You have missed 1 of 1 meeting");
        later(() -> group.enteredFromPaper());
        assertThat(page(group.noor, circle.address() + "/attendance").text())
                .as("put right")
                .contains("You have missed 0 of 1 meeting");

        var item = group.issueItem();
        accepted(() -> group.commit(group.ada, item, group.noor));
        accepted(() -> group.close(group.ada, item, "value", "8"));
        accepted(() -> updates(group.ada));
        var issue = group.issue().orElseThrow();
        assertThat(page(group.noor, circle.member(group.ada))
                        .select("sealed-text")
                        .eachAttr("data-place-kind"))
                .contains("issue", "commitment", "update");
        assertThat(page(group.noor, circle.address() + "/issues/" + issue)
                        .select("a[href=/meetings/" + group.meeting + "]"))
                .isNotEmpty();
        var turns = page(group.chair, circle.address() + "/leading");
        assertThat(turns.select("tr:has(th:contains(Member 1)) td").eachText().get(1))
                .as("issues in a year")
                .isEqualTo("1");
        assertThat(turns.select("tr:has(th:contains(Member 2)) td").eachText().get(1))
                .isEqualTo("0");
        var month = PretendedTime.at(
                evening.plus(Duration.ofDays(31)),
                () -> Pages.seenBy(group.ada).get(circle.address() + "/issues/" + issue));
        assertThat(month.page().select("form[hx-post$=/look-back]"))
                .as("did it help?")
                .hasSize(1);
    }

    /// Long afterwards: the figures of a quarter are there when it is over.
    @Test
    void aGoalIsServedByWhatWasPromisedThereAndTheSponsorCountsTheMeeting() {
        var here = group.here;
        var goal = Ids.next();
        Pages.seenBy(group.ada)
                .post(
                        here.group.address() + "/goals",
                        "sealed",
                        here.sealed(
                                group.ada,
                                new KeyholderRoom.About("goal", goal, goal),
                                Map.of("text", "Sell the mill.")),
                        "by",
                        "" + LocalDate.now(ZoneOffset.UTC).plusDays(200));
        enter();
        var item = group.issueItem();
        assertThat(page(group.ada, written(item))
                        .select("form[data-kind=commitment] input[name=goal]")
                        .eachAttr("value"))
                .contains(goal.toString());
        accepted(() -> group.commit(group.ada, item, group.noor, "goal", goal.toString()));
        for (var reader : List.of(group.ada, group.noor)) {
            assertThat(page(reader, here.group.address() + "/commitments").select("sealed-text[data-id=" + goal + "]"))
                    .as("what the promise serves")
                    .isNotEmpty();
        }
        assertThat(page(group.ada, here.group.address() + "/attendance").text())
                .contains("You have missed 0 of 1 meeting");

        var sponsor = SponsorFixture.ofBoth(here);
        for (var reader : List.of(sponsor, group.noor)) {
            var shown = PretendedTime.at(
                    evening.plus(Duration.ofDays(110)),
                    () -> Pages.seenBy(reader).get(here.group.address() + "/sponsor"));
            assertThat(shown.page()
                            .select("#figures ~ dl dt:contains(Meetings held) + dd")
                            .eachText())
                    .containsOnlyOnce("1");
        }
    }

    private void enter(PersonId... away) {
        group.prepare(group.ada, group.sealed(group.ada, "issue", Ids.next(), "title"));
        later(() -> group.enteredFromPaper(away));
    }

    private void learns(PersonId person, UUID item) {
        var form = page(person, written(item)).expectFirst("form[action^=/learnings]");
        accepted(() -> Pages.seenBy(person)
                .post(
                        form.attr("action"),
                        "sealed",
                        group.here.sealed(
                                person,
                                new KeyholderRoom.About(
                                        "learning", UUID.fromString(form.attr("data-record")), group.meeting.value()),
                                Map.of("text", "Ask sooner."))));
    }

    private Pages.Answer keeps(PersonId person, UUID item) {
        return Pages.seenBy(person)
                .post(
                        "/housekeeping/" + item + "/decision",
                        "sealed",
                        about(person, "decision", Map.of("text", "Monthly.")));
    }

    private Pages.Answer rates(PersonId person, UUID item) {
        return Pages.seenBy(person)
                .post(
                        "/meetings/" + group.meeting + "/rating",
                        "item",
                        "" + item,
                        "request",
                        "" + Ids.next(),
                        "score",
                        "9",
                        "sealed",
                        about(person, "reflection", Map.of("plus", "Paper.", "delta", "Light.")));
    }

    private Pages.Answer updates(PersonId person) {
        return Pages.seenBy(person)
                .post(
                        "/meetings/" + group.meeting + "/prepare",
                        "format",
                        "one-word",
                        "sealed",
                        about(person, "update", Map.of("word", "Glad")));
    }

    private String about(PersonId person, String kind, Map<String, String> words) {
        return group.here.sealed(person, new KeyholderRoom.About(kind, Ids.next(), group.meeting.value()), words);
    }

    private UUID item(String kind) {
        return as(
                group.chair,
                () -> IssueFixture.PEERAGE
                        .bean(JdbcClient.class)
                        .sql("select id from meetings.shared_item where meeting_id = :meeting and kind = :kind")
                        .param("meeting", group.meeting.value())
                        .param("kind", kind)
                        .query(UUID.class)
                        .single());
    }

    private String state() {
        return as(
                group.chair,
                () -> IssueFixture.PEERAGE
                        .bean(JdbcClient.class)
                        .sql("select state from issues.shared_issue where group_id = :group")
                        .param("group", group.here.group.value())
                        .query(String.class)
                        .single());
    }

    private void accepted(Supplier<Pages.Answer> act) {
        var answer = later(act);
        assertThat(answer.status()).as(answer.page().text()).isBetween(200, 303);
        assertThat(answer.page().select("[role=alert]").eachText()).isEmpty();
    }

    private Document page(PersonId person, String address) {
        return later(() -> Pages.seenBy(person).get(address)).page();
    }

    private String written(UUID item) {
        return "/meetings/" + group.meeting + "/written?item=" + item;
    }

    private <T> T later(Supplier<T> act) {
        return PretendedTime.at(evening, act::get);
    }
}
