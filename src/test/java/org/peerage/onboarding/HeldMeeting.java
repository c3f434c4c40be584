package org.peerage.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.PersonId;

/// A meeting of a group that some attend.
record HeldMeeting(GroupFixture here, MeetingId id) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    static HeldMeeting begin(GroupFixture here) {
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusMinutes(5);
        var date = as(here.chair(), () -> PEERAGE.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        var id = as(here.chair(), () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        var meeting = new HeldMeeting(here, id);
        assertThat(meeting.act(here.chair(), "start")).isTrue();
        return meeting;
    }

    void arrives(PersonId person) {
        assertThat(act(person, "arrive")).isTrue();
    }

    void end() {
        var items = 0;
        while (act(here.chair(), "next-all-the-same")) {
            items++;
        }
        assertThat(items).isPositive();
        assertThat(act(here.chair(), "close")).isTrue();
    }

    private boolean act(PersonId person, String act) {
        return as(person, () -> PEERAGE.bean(Meetings.class).act(id, act, null));
    }
}
