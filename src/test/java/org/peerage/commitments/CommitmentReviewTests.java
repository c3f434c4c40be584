package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.meetings.Occasion;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Commitments in a meeting, and what can be counted of them.
class CommitmentReviewTests extends CommitmentsOfThree {

    @Test
    void onesKeptRateIsOnesOwn() {
        var kept = commit(ada, noor, today.plusDays(10));
        var missed = fallenDue();
        Pages.seenBy(ada).post("/commitments/" + kept + "/done", "version", "1");
        Pages.seenBy(ada).post("/commitments/" + missed + "/missed", "version", "1");

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
    void theReviewIsOnTheAgendaWhileACommitmentIsOpen() {
        var review = peerage.bean(DueReview.class);
        var meeting = new Occasion(new MeetingId(Ids.next()), here.group, Instant.now());
        assertThat(as(ada, () -> review.proposals(meeting))).isEmpty();
        var id = commit(ada, noor, today.plusDays(10));
        assertThat(as(noor, () -> review.proposals(meeting)))
                .containsExactly(new AgendaProposal.Due(3, new ItemReason("commitments.reason.due", 1)));
        Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1");
        assertThat(as(noor, () -> review.proposals(meeting)))
                .as("what was kept is named, also where nothing else is left")
                .containsExactly(new AgendaProposal.Due(3, new ItemReason("commitments.reason.kept", 1)));
    }

    @Test
    void whatWasDoneLateIsNotNamedAndBringsNoReview() {
        Pages.seenBy(ada).post("/commitments/" + fallenDue() + "/done", "version", "1");
        var meeting = new Occasion(new MeetingId(Ids.next()), here.group, Instant.now());
        assertThat(as(noor, () -> peerage.bean(DueReview.class).proposals(meeting)))
                .isEmpty();
    }

    @Test
    void whatWasKeptInTimeIsNamedFirstAndOnlyOnce() {
        done(ada, noor);
        var late = fallenDue();
        Pages.seenBy(ada).post("/commitments/" + late + "/done", "version", "1");
        commit(noor, ada, today.plusDays(30));
        var first = meeting();
        var seen = Pages.seenBy(here.chair())
                .get("/commitments/stage/" + item(first, "commitments-review"))
                .page();
        assertThat(seen.select("h3").eachText()).containsExactly("Kept in time since we last met", "Member 2");
        assertThat(seen.expectFirst("section.turn").select("li"))
                .as("what was done after its day is done, and not named here")
                .hasSize(1);
        end(first);
        var second = meeting();
        assertThat(Pages.seenBy(here.chair())
                        .get("/commitments/stage/" + item(second, "commitments-review"))
                        .page()
                        .select("h3")
                        .eachText())
                .as("it was named at the meeting before")
                .containsExactly("Member 2");
    }

    private MeetingId meeting() {
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusMinutes(5);
        var date = as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        var meeting = as(here.chair(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        assertThat(lead(meeting, "start")).isTrue();
        return meeting;
    }

    private void end(MeetingId meeting) {
        while (lead(meeting, "next-all-the-same")) {
            assertThat(meeting).isNotNull();
        }
        assertThat(lead(meeting, "close")).isTrue();
    }

    private boolean lead(MeetingId meeting, String act) {
        return as(here.chair(), () -> peerage.bean(Meetings.class).act(meeting, act, null));
    }

    @Test
    void theMeetingOpensWithWhatIsDueAndEndsWithNewCommitments() {
        fallenDue();
        commit(ada, noor, today.plusDays(30));
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusMinutes(5);
        var date = as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        var meeting = as(here.chair(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        as(here.chair(), () -> peerage.bean(Meetings.class).act(meeting, "start", null));

        var review = item(meeting, "commitments-review");
        var page = Pages.seenBy(ada).get("/commitments/stage/" + review).page();
        assertThat(page.select("h3").eachText()).containsExactly("Member 1 (you)");
        assertThat(page.select("form[action$=/missed]")).hasSize(1);
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
                .as("a reload keeps a commitment half written")
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
                .containsExactly("Member 2", "Your commitment");
        assertThat(as(ada, () -> store().find(new CommitmentId(UUID.fromString(record))))
                        .orElseThrow()
                        .terms()
                        .meeting())
                .isEqualTo(meeting.value());
        var stranger = GroupFixture.aGroup().with(1).chair();
        assertThat(Pages.seenBy(stranger).get("/commitments/stage/" + fresh).status())
                .isEqualTo(404);
    }
}
