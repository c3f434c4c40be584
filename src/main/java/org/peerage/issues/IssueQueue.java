package org.peerage.issues;

import java.util.Map;
import org.peerage.groups.GroupId;

/// Implemented by whoever knows how much the issues of a group press, so that the agenda can take the next.
public interface IssueQueue {

    /// The higher, the sooner; an issue that is not in it presses least. For whoever acts, in their transaction.
    Map<IssueId, Integer> scores(GroupId group);
}
