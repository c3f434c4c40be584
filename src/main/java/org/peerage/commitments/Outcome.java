package org.peerage.commitments;

import org.peerage.groups.GroupId;

/// What came of an act on a commitment.
sealed interface Outcome {

    record Accepted(GroupId group) implements Outcome {}

    /// The message key of why nothing was changed.
    record Refused(String reason) implements Outcome {}
}
