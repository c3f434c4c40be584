package org.peerage.issues;

import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.meetings.ItemId;
import org.peerage.web.Panel;

/// Implemented by modules that keep what comes of an issue.
public interface IssueOutcomes {

    /// What has come of the issue on this item so far, and where more is made; for whoever acts, in their transaction.
    Optional<Panel> panel(ItemId item);

    /// What has come of it, as it stands today; for those in the room, in the transaction of the page.
    Optional<Panel> kept(Circle circle, IssueId issue);
}
