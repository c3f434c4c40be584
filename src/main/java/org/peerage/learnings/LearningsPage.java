package org.peerage.learnings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;

/// What was learned in a group, as one member has it before them.
///
/// @param agreed whether whoever looks may be asked when somebody raises a topic of theirs
/// @param asked what others have asked whoever looks to tell of, and is not answered
/// @param told how often whoever looks has agreed to tell of something again
record LearningsPage(
        Circle circle,
        LearningForm form,
        boolean agreed,
        List<Asked> asked,
        int told,
        List<Line> mine,
        List<Line> others) {

    /// @param text none where whoever looks may not read it
    record Line(
            Circle circle,
            Learning learning,
            String by,
            String from,
            @Nullable SealedView text,
            @Nullable SealedView goal) {

        /// Where it becomes a commitment.
        String commitment() {
            return circle.id().address() + "/commitments?seed=" + learning.id();
        }
    }

    /// @param text what somebody has learned, or the title of an issue that was worked on
    record Asked(Asking asking, String by, SealedView text, boolean issue) {}

    String address() {
        return address(circle);
    }

    static String address(Circle circle) {
        return circle.id().address() + "/learnings";
    }

    String room() {
        return circle.openRoom().value();
    }
}
