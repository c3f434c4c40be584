package org.peerage.groups;

import java.util.Optional;
import org.peerage.web.Link;

/// Lets a group decide on a change of its charter. One bean, of the module that holds ballots; what came of it goes to
/// [Amendments].
public interface AmendmentBallot {

    /// In the transaction in which the chair has put the change to the group.
    ///
    /// @param rule as the charter in force calls it
    void open(Circle circle, int version, String rule);

    /// The chair has taken the change back.
    void withdraw(GroupId group, int version);

    /// To whoever has a vote in it.
    Optional<Link> page(GroupId group, int version);
}
