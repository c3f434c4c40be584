package org.peerage.commitments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.SealedPut;

/// What a form about a commitment carries beside its sealed words. `item` says that it was sent from a live meeting.
record CommitmentForm(
        @Nullable String due,
        @Nullable UUID witness,
        @Nullable UUID item,
        @Nullable Integer version,
        @Nullable String sealed) {

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

    /// Empty if something was sent that is no sealed text; an empty list if nothing was.
    Optional<List<SealedPut>> words() {
        return sealed == null || sealed.isBlank() ? Optional.of(List.of()) : SealedPut.parse(sealed);
    }
}
