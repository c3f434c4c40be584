package org.peerage.issues;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.TextKind;
import org.peerage.tenancy.PersonId;

/// An issue that waits for its turn, or that once did.
///
/// @param title the text that states it
/// @param letGo when its presenter took it off, or null while it waits
public record WaitingIssue(
        IssueId id,
        PersonId presenter,
        SealedView title,
        @Nullable Instant letGo) {

    /// Of its title, in the part `title`.
    public static final TextKind KIND = IssueTexts.STATED;

    public boolean waits() {
        return letGo == null;
    }
}
