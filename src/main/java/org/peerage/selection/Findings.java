package org.peerage.selection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.networks.ProfileId;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// What a module finds about a prospect that has to be settled before anybody decides on them, such as a conflict of
/// interest. Each bean is asked in the transaction of the page or of the step, for whoever acts, who is in the room.
public interface Findings {

    /// Whom it is about.
    ///
    /// @param profile theirs in the directory; null for somebody who was typed in
    /// @param name as they were named; empty where the directory knows none
    record Candidate(ProspectId id, @Nullable ProfileId profile, String name, String organisation, String roleTitle) {}

    /// What is still to be settled, out of lobby facts; found anew each time.
    List<Message> open(Circle circle, Candidate candidate);

    /// What the charter asks for before anybody decides, and has not been; out of lobby facts.
    default Optional<Message> missing(Circle circle, Candidate candidate) {
        return Optional.empty();
    }

    /// Those about whom whoever acts has something to settle.
    Set<ProspectId> waiting(Circle circle, List<Candidate> candidates);

    /// What there is, on the page of the prospect, and what can be done about it; empty where there is nothing.
    Optional<Panel> panel(Circle circle, Candidate candidate);
}
