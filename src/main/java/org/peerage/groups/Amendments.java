package org.peerage.groups;

import org.peerage.web.Link;

/// What a group has decided on a change of its charter. For an [AmendmentBallot], in the transaction of whoever acts.
public interface Amendments {

    /// Puts the change in force that is before the group, or lays it aside.
    void decide(GroupId group, int version, boolean passed);

    /// Where one reads what would change.
    Link page(GroupId group);
}
