package org.peerage.goals;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.web.Panel;

/// Implemented by modules in which something is done about what stands in the way of a goal.
public interface GoalWork {

    /// A goal, and whether whoever looks may bring what stands in its way to the group: it is theirs, and open.
    record Asked(UUID goal, boolean mine) {}

    /// What stands below each goal, by its id; for whoever acts, in the transaction of the page.
    Map<UUID, Panel> below(Circle circle, Collection<Asked> goals);
}
