package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.peerage.canary.Canary;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A meeting of a group that begins in ten minutes, led by its chair from outside the browser, and time that passes.
final class EveningOfTheCanary {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    final GroupFixture here;
    final MeetingId meeting;
    private final RunningPeerage peerage = RunningPeerage.shared();

    EveningOfTheCanary(GroupFixture here) {
        this.here = here;
        var start = LocalDateTime.ofInstant(Instant.now(), LISBON).plusMinutes(10);
        var date = as(
                here.chair(),
                () -> peerage.bean(Dates.class).set(here.group, start, LISBON, 240, Canary.PLAIN + " Quay", ""));
        meeting = as(here.chair(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    void lead(String act) {
        assertThat(as(here.chair(), () -> peerage.bean(Meetings.class).act(meeting, act, null)))
                .as(act)
                .isTrue();
    }

    /// The kind of the item that the group is at.
    String current() {
        return as(
                here.chair(),
                () -> peerage.bean(JdbcClient.class)
                        .sql("select kind from meetings.shared_item where meeting_id = :meeting and state = 'current'")
                        .param("meeting", meeting.value())
                        .query(String.class)
                        .single());
    }

    /// Of the one item of this meeting that has an issue on it.
    UUID ofTheIssue(String column) {
        return as(
                here.chair(),
                () -> peerage.bean(JdbcClient.class)
                        .sql("select " + column
                                + " from meetings.shared_item where meeting_id = :meeting and subject_id is not null")
                        .param("meeting", meeting.value())
                        .query(UUID.class)
                        .single());
    }

    void promisesFallDue() {
        passes("""
                update commitments.commitment set made_on = current_date - 20, due_on = current_date - 1
                where group_id = ? and state = 'open'
                  and id not in (select commitment_id from commitments.renegotiation)
                """);
    }

    /// Time passes for one thing of the group.
    void passes(String change) {
        assertThat(peerage.asSuperuser(change, here.group.value())).isOne();
    }
}
