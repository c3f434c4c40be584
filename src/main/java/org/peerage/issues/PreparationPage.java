package org.peerage.issues;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.processing.Protocol;
import org.peerage.rooms.SealedView;
import org.peerage.web.Link;

/// One member's issues for a meeting, and the form for one of them.
///
/// @param draft what the form holds: one of `shared`, or a new one
/// @param waiting those in the parking lot, which have a title only
/// @param ways how something of the draft's kind may be worked on
/// @param help what may help whoever raises it
record PreparationPage(
        String meeting,
        Link back,
        String room,
        Own draft,
        List<Own> shared,
        List<Own> waiting,
        List<Protocol> ways,
        IssueHelps.Help help) {

    /// @param issue none as long as it has not been shared
    /// @param minutes nought as long as nobody has chosen
    record Own(
            @Nullable IssueId issue,
            IssueKind kind,
            String protocol,
            int minutes,
            UUID record,
            int rev,
            @Nullable SealedView text) {}

    static final List<Integer> LENGTHS = List.of(15, 20, 30, 36, 45, 60, 90, 120);

    boolean changing() {
        return draft.issue() != null;
    }

    List<IssueKind> kinds() {
        return List.of(IssueKind.values());
    }

    List<Integer> lengths() {
        return LENGTHS;
    }
}
