package org.peerage.issues;

import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.web.Panel;

/// Implemented by modules that know what may help whoever raises an issue. What suits it is found in the page, by
/// the words that are typed there.
public interface IssueHelp {

    /// Beside the form, for whoever acts, in the transaction of the page.
    Optional<Panel> beside(Circle circle);

    /// What the page needs once for it.
    Panel scripts();
}
