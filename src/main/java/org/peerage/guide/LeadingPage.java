package org.peerage.guide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.groups.NextStep;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// What whoever chairs a group has before them between two meetings.
///
/// @param things at most three, the first to do first
/// @param turns whoever has waited longest first
/// @param held meetings in the past year
/// @param ahead who leads the next meeting, and what is to be said at it
record LeadingPage(Circle circle, List<Thing> things, List<Turn> turns, int held, List<Panel> ahead) {

    /// One thing to do: a step of one's own, or something that others have left undone.
    ///
    /// @param step null where it is others'
    /// @param undone null where it is one's own
    record Thing(@Nullable NextStep step, @Nullable Undone undone) {}

    /// @param word drafted, to send to them as one likes
    record Undone(Nudge nudge, Message word, List<Name> people) {

        boolean allReminded() {
            return people.stream().allMatch(person -> person.reminded() != null);
        }
    }

    /// @param reminded the day, in the zone of the group, or null
    record Name(String name, String page, @Nullable LocalDate reminded) {}

    /// @param last when an issue of theirs was worked on last, or null for never
    record Turn(
            String name,
            String page,
            int presented,
            @Nullable Instant last,
            int came) {}

    String address() {
        return address(circle.id());
    }

    /// Of the page for whoever leads next.
    String handOver() {
        return circle.id().address() + "/hand-over";
    }

    static String address(GroupId group) {
        return group.address() + "/leading";
    }

    ZoneId zone() {
        return circle.zone();
    }

    /// Whose turn it would be, where it is one's more than all others'.
    Optional<Turn> longest() {
        return turns.stream().findFirst().filter(_ -> turns.size() > 1 && held > 0);
    }
}
