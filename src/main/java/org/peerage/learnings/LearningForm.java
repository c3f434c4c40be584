package org.peerage.learnings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;

/// An empty line to be filled in.
///
/// @param action where it is sent
/// @param target what of the page the answer replaces
/// @param record the id that the learning will have, the same until it is sent
/// @param about what the words are about
/// @param goals open ones of whoever writes, one of which it may be for
record LearningForm(Circle circle, String action, String target, UUID record, UUID about, List<SealedView> goals) {

    String room() {
        return circle.openRoom().value();
    }

    /// From whom somebody may have learned.
    List<Circle.Sitter> others() {
        return circle.people().stream()
                .filter(sitter -> sitter.seated() && !sitter.id().equals(Acting.me()))
                .toList();
    }

    /// For whom it is sealed where its writer keeps it.
    @Nullable String readers() {
        return LearningTexts.KEPT.readers(Map.of("owner", Acting.me()));
    }
}
