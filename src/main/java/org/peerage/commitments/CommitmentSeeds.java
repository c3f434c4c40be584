package org.peerage.commitments;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.TextKind;

/// Implemented by modules whose texts a commitment may begin with.
public interface CommitmentSeeds {

    /// A text of whoever acts, in the part `text`; the page copies its words into the form.
    ///
    /// @param goal of theirs that it is for, or null
    record Seed(
            UUID id,
            SealedView text,
            TextKind kind,
            UUID about,
            @Nullable UUID goal) {}

    /// Empty where there is none of this id, or where it is another's.
    Optional<Seed> seed(Circle circle, UUID id);
}
