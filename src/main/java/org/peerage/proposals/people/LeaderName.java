package org.peerage.proposals.people;

import org.peerage.web.Shell;

/// Somebody of a proposal as the directory knows them today; whoever is no longer in it has the name that the run was
/// asked with.
public record LeaderName(String id, String name, String roleTitle, String organisation, String place, String zone) {

    /// What they are called: by name, or by role and organisation until somebody has taken the seat.
    public String called(Shell shell) {
        if (!name.isEmpty() || organisation.isEmpty() || roleTitle.isEmpty()) {
            return !name.isEmpty() ? name : organisation.isEmpty() ? roleTitle : organisation;
        }
        return shell.text("networks.person.unnamed", roleTitle, organisation);
    }

    /// What is said beside what they are called.
    public String beside() {
        return name.isEmpty() ? "" : organisation;
    }
}
