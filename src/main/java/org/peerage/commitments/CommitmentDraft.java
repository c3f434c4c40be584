package org.peerage.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;

/// An empty commitment to be filled in. `record` stays the same until it is sent, so that a reload keeps what was typed
/// and a second press makes no second commitment.
record CommitmentDraft(
        UUID record,
        LocalDate earliest,
        LocalDate suggested,
        List<Circle.Sitter> witnesses,
        @Nullable UUID meeting,
        @Nullable UUID issue,
        @Nullable UUID item) {}
