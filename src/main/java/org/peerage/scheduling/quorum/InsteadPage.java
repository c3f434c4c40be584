package org.peerage.scheduling.quorum;

import java.time.LocalDate;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.scheduling.MeetingTime;
import org.peerage.scheduling.Polls;

/// What `/dates/{id}/instead` shows.
///
/// @param closesOn the last day on which the group may answer
/// @param asking whether the group is asked about dates already
record InsteadPage(
        Circle circle, GroupDate date, int away, List<MeetingTime> days, LocalDate closesOn, boolean asking) {

    String dates() {
        return Dates.page(circle.id());
    }

    String poll() {
        return Polls.page(circle.id());
    }

    String action() {
        return QuorumWatch.page(date);
    }

    String move() {
        return "/dates/" + date.id() + "/move";
    }
}
