package org.peerage.meetings.floor;

import org.jspecify.annotations.Nullable;

/// What one request shows of a live meeting.
///
/// @param stage for a whole page, unless the meeting was called off with no agenda
/// @param answer to the act of this request; none where somebody only looks
record LiveView(
        LivePage page, @Nullable StagePage stage, @Nullable Answer answer) {

    boolean changedNothing() {
        return answer != null && !(answer instanceof Answer.Done);
    }
}
