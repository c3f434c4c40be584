package org.peerage.parkinglot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.peerage.issues.IssueId;

/// How much an issue that waits presses.
///
/// @param importance,urgency as its owner sees it, one to ten
/// @param mentioned on how many days somebody spoke of it, or of what was put together with it
/// @param last of these days
/// @param wishes how many of the others would like to work on it
/// @param into the issue that it was put together with, if it was
record Weight(
        IssueId issue,
        int importance,
        int urgency,
        int mentioned,
        LocalDate last,
        int wishes,
        boolean mentionedByMe,
        boolean wishedByMe,
        @Nullable IssueId into) {

    private static final int MONTH = 31;

    int points() {
        return importance * urgency * mentioned;
    }

    /// It may have solved itself, or be what nobody dares to speak of.
    boolean isQuiet(LocalDate today) {
        return last.plusDays(MONTH).isBefore(today);
    }
}
