package org.peerage.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;

/// An empty commitment to be filled in. `record` stays the same until it is sent, so that a reload keeps what was typed
/// and a second press makes no second commitment.
///
/// @param goals open ones of whoever fills it in, one of which it may serve
/// @param seed the text that it begins with, if with one
/// @param goal which it serves unless another is chosen: that of the issue, or of the text that it begins with
record CommitmentDraft(
        UUID record,
        LocalDate earliest,
        LocalDate suggested,
        List<Circle.Sitter> witnesses,
        List<SealedView> goals,
        @Nullable UUID meeting,
        @Nullable UUID issue,
        @Nullable UUID item,
        CommitmentSeeds.@Nullable Seed seed,
        @Nullable UUID goal) {}
