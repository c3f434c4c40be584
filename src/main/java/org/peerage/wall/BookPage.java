package org.peerage.wall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;

/// The group's own book as a member has it before them.
///
/// @param writable whether whoever looks may write in it, by the group's charter
/// @param changed whoever looks is told that it has changed until they have had it open
record BookPage(List<Part> parts, boolean writable, boolean changed) {

    /// @param versions what was written, the latest first
    /// @param record the id that the next words will have
    record Part(Chapter chapter, List<Version> versions, UUID record) {

        Optional<Version> latest() {
            return versions.stream().findFirst();
        }

        List<Version> earlier() {
            return versions.stream().skip(1).toList();
        }

        /// What whoever writes next has read, so that two do not overwrite each other unseen.
        String after() {
            return latest().map(version -> version.text().id().toString()).orElse("");
        }
    }

    record Version(PersonId by, Instant at, SealedView text) {}

    boolean written() {
        return parts.stream().anyMatch(part -> part.latest().isPresent());
    }
}
