package org.peerage.attendance;

import org.peerage.web.Link;

/// What the chair has to do about somebody now.
sealed interface Due {

    Ladder ladder();

    /// The charter's next step.
    record Stands(Ladder ladder, Step step) implements Due {}

    /// The group has decided that the membership ends.
    ///
    /// @param ballot by which it has
    record Ends(Ladder ladder, Link ballot) implements Due {}
}
