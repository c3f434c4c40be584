package org.peerage.meetings.floor;

import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Mara, who may lead, at a laptop, and somebody who follows elsewhere: in a group that meets now.
final class TwoAtAMeeting implements AutoCloseable {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    final Visitor mara;
    final Visitor theo;
    final PersonId follower;
    final MeetingId meeting;

    TwoAtAMeeting(Visitor theo, int others) {
        var peerage = RunningPeerage.shared();
        this.mara = Visitor.atALaptop("Mara Lindqvist", peerage.base());
        this.theo = theo;
        var group = GroupFixture.aGroup().with(others).inAnOpenRoom();
        var deputy = group.seat(mara);
        follower = group.seat(theo);
        var start = LocalDateTime.ofInstant(Instant.now().plusSeconds(60), LONDON);
        var date = as(group.chair(), () -> peerage.bean(Dates.class).set(group.group, start, LONDON, 120, "", ""));
        meeting = as(group.chair(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        Pages.seenBy(group.chair())
                .post(
                        "/meetings/" + meeting + "/agenda/deputy",
                        "version",
                        "0",
                        "request",
                        Ids.next().toString(),
                        "deputy",
                        deputy.toString());
    }

    @Override
    public void close() {
        theo.close();
        mara.close();
    }
}
