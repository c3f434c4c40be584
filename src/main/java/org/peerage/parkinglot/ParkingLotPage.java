package org.peerage.parkinglot;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.issues.IssueHelps;
import org.peerage.issues.WaitingIssue;
import org.peerage.rooms.SealedView;
import org.peerage.web.Link;

/// A group's parking lot as one member has it before them.
///
/// @param record the id that a new issue will have
/// @param goal of whoever looks, whose obstacle they bring; null for none
/// @param waiting what presses most first
/// @param gone what once waited
/// @param help what may help whoever puts one here
record ParkingLotPage(
        Circle circle,
        LocalDate today,
        UUID record,
        @Nullable SealedView goal,
        List<Line> waiting,
        List<Line> gone,
        IssueHelps.Help help) {

    /// @param preparing where its owner prepares it, if they look and there is a meeting to prepare it for
    record Line(
            WaitingIssue issue,
            Weight weight,
            String owner,
            boolean mine,
            @Nullable Link preparing,
            Link page) {

        String id() {
            return issue.id().toString();
        }
    }

    String room() {
        return circle.openRoom().value();
    }

    static String address(GroupId group) {
        return group.address() + "/parking-lot";
    }

    String address() {
        return address(circle.id());
    }

    /// What one of one's own may be put together with.
    List<Line> others(Line line) {
        return waiting.stream()
                .filter(other -> other.mine() && !other.equals(line))
                .toList();
    }

    /// What was put together with it.
    List<Line> within(Line line) {
        return gone.stream()
                .filter(other -> line.issue().id().equals(other.weight().into()))
                .toList();
    }

    /// Those without the ones that stand with another.
    List<Line> letGo() {
        return gone.stream()
                .filter(line -> waiting.stream()
                        .noneMatch(
                                other -> other.issue().id().equals(line.weight().into())))
                .toList();
    }
}
