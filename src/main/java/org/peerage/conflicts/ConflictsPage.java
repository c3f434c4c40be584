package org.peerage.conflicts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;

/// What may be a conflict, what was disclosed, and who has said that there is nothing else.
///
/// @param toChair the id that new words to the chair will have
/// @param toGroup the same of words to the group
/// @param chair whom something can be told alone: somebody else who has the chair
/// @param changed whose profile is new or another one since whoever looks has said so
record ConflictsPage(
        Circle circle,
        UUID toChair,
        UUID toGroup,
        Optional<Circle.Sitter> chair,
        List<Finding> findings,
        List<Party> changed,
        Optional<Instant> stated,
        boolean holds,
        List<Line> disclosures,
        List<Standing> standing,
        List<String> seen) {

    /// @param chair whom it was told alone; empty where it was told to the group
    /// @param text null for whoever has no key to it
    record Line(
            Disclosure disclosure,
            String by,
            String chair,
            @Nullable SealedView text) {}

    /// Whether somebody has looked at the profiles as they are.
    record Standing(Circle.Sitter who, boolean looked) {}

    String room() {
        return circle.openRoom().value();
    }

    String address() {
        return circle.id().address() + "/conflicts";
    }

    boolean mine(Line line) {
        return line.disclosure().by().equals(Acting.me());
    }

    /// It was told to somebody who has handed the chair over since.
    boolean stale(Line line) {
        return mine(line)
                && line.disclosure().ended().isEmpty()
                && line.disclosure().chair().isPresent()
                && !line.disclosure().chair().equals(circle.chair());
    }

    LocalDate day(Instant at) {
        return circle.day(at);
    }
}
