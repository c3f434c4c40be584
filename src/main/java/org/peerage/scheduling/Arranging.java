package org.peerage.scheduling;

import java.util.List;

/// What came of setting, moving or cancelling.
sealed interface Arranging {

    record Set(List<DateId> dates) implements Arranging {}

    /// The same form came a second time; it has acted already.
    record SetBefore() implements Arranging {}

    record Moved() implements Arranging {}

    record Cancelled() implements Arranging {}

    /// Somebody changed the date after the page was opened.
    record ChangedMeanwhile() implements Arranging {}

    /// There is nothing left to move or cancel.
    record OverOrCancelled() implements Arranging {}
}
