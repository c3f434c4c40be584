package org.peerage.learnings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// That somebody asks another to tell of what they learned, or of what they once said to an issue.
///
/// @param about the learning, or the issue
/// @param yes whether the other will; null until they have said so
record Asking(
        UUID id,
        GroupId group,
        UUID about,
        PersonId by,
        PersonId asked,
        @Nullable Boolean yes) {

    String key() {
        return yes == null ? "open" : yes ? "yes" : "not-now";
    }
}
