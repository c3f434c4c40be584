package org.peerage.issues;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.processing.ProcessingId;
import org.peerage.rooms.SealedView;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// One issue, from how it was stated to what has come of it.
///
/// @param way how it is worked on; a protocol that this program no longer has is none
/// @param panels what other modules keep of it
/// @param later what its presenter said of it afterwards
/// @param ask when whoever looks is its presenter and may say now whether it has helped
/// @param left where its presenter looks at what the group left before anything came of it; null otherwise
/// @param goal of its presenter, which it stands in the way of; null for none
/// @param record the id that their answer will have
record IssuePage(
        Circle circle,
        Issue issue,
        @Nullable Message way,
        Issues.Kept kept,
        List<IssueHistoryStore.Stood> meetings,
        List<Panel> panels,
        List<Later> later,
        @Nullable LookBack ask,
        @Nullable Left left,
        @Nullable SealedView goal,
        UUID record) {

    record Left(ProcessingId work, Panel panel) {}

    record Later(LookBack when, SealedView words) {}

    String room() {
        return circle.openRoom().value();
    }

    IssueId id() {
        return issue.id();
    }

    String address() {
        return id().address(circle.id());
    }

    String kind() {
        return issue.preparation().kind().key();
    }

    String state() {
        return issue.state();
    }
}
