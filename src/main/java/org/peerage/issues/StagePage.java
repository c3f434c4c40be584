package org.peerage.issues;

import java.util.List;
import java.util.Optional;
import org.peerage.rooms.SealedView;

/// An issue as one member sees it while the group works on it.
///
/// @param endsAt when the step ends, and `now` the server's time, in milliseconds since 1970
/// @param real what the presenter named as the real issue; `realRecord` and `realRev` are where it is written next
record StagePage(
        String item,
        String issue,
        String room,
        String presenter,
        boolean mine,
        boolean leads,
        boolean closed,
        boolean begun,
        int step,
        String protocol,
        List<StepLine> steps,
        long endsAt,
        long now,
        boolean notes,
        boolean lastStep,
        Optional<SealedView> stated,
        Optional<SealedView> real,
        Optional<SealedView> noAction,
        boolean outcome,
        List<IssueStore.Note> taken,
        String realRecord,
        int realRev,
        String noActionRecord,
        String noteRecord) {

    record StepLine(String key, int minutes, String state) {}

    String stepKey() {
        return steps.isEmpty() ? "" : steps.get(step).key();
    }

    boolean mayTakeNotes() {
        return begun && notes && !closed;
    }
}
