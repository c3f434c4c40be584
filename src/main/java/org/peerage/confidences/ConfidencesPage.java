package org.peerage.confidences;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;

/// What somebody has told the chair, or was told as the chair.
///
/// @param record the id that new words will have
/// @param chair whom they can be told to: somebody else who has the chair
record ConfidencesPage(
        Circle circle, UUID record, Optional<Circle.Sitter> chair, List<Received> received, List<Told> told) {

    /// @param text null where it is for a key that is no longer in the room
    record Received(
            Confidence confidence, String by, @Nullable SealedView text) {}

    record Told(Confidence confidence, String chair) {}

    String room() {
        return circle.openRoom().value();
    }

    String address() {
        return circle.id().address() + "/confidences";
    }

    boolean chaired() {
        return circle.chaired();
    }

    LocalDate day(Confidence told) {
        return circle.day(told.toldAt());
    }
}
