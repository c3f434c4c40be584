package org.peerage.commitments;

import org.peerage.groups.GroupId;

/// What came of an act on a commitment.
sealed interface Answer {

    record Accepted(GroupId group) implements Answer {}

    /// The message key of why nothing was changed.
    record Refused(String reason) implements Answer {}
}
