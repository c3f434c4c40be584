package org.peerage.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.networks.ProfileId;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// What a module knows of a prospect that whoever takes the next step should read first: conflicts that were told, a
/// vote that was counted. Each bean is asked in the transaction of the page, for whoever looks.
public interface Findings {

    /// One thing that is known.
    ///
    /// @param text lobby facts only
    /// @param open whether something has to be settled before the next step
    /// @param to where; null where there is nothing more to see
    record Finding(Message text, boolean open, @Nullable Link to) {}

    /// What there is of this one.
    ///
    /// @param profile theirs in the directory; null for somebody who is not in it
    List<Finding> about(Circle circle, ProspectId prospect, @Nullable ProfileId profile);
}
