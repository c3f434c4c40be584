package org.peerage.commitments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a form about a commitment carries beside its sealed words. `item` says that it was sent from a live meeting.
record CommitmentForm(
        @Nullable String due,
        @Nullable UUID witness,
        @Nullable UUID item,
        @Nullable UUID goal,
        @Nullable UUID seed,
        @Nullable Integer version) {

    Optional<LocalDate> dueOn() {
        try {
            return due == null ? Optional.empty() : Optional.of(LocalDate.parse(due));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    int expected() {
        return version == null ? 0 : version;
    }
}
