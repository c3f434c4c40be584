/// Conflicts of interest: who is more to whom in a group than a peer (`practice.md` 2.12, S1.5).
///
/// - A conflict is disclosed to the chair alone or to the group. With whom it is, of what kind and how close are sealed
///   together; the server learns that somebody has disclosed something, and never about whom: an id of the other would
///   tell that there is something between two people.
/// - What profiles tell by themselves (one organisation, one narrow industry, an investor) is found anew whenever
///   somebody looks. It is for the two to judge, and is no conflict until one of them says so.
/// - Each says "there is nothing that I have not disclosed" about the profiles as they are. A changed profile, somebody
///   new, another chair or a year make that due again.
///
/// - The same between a candidate and those who sit there stands on the candidate's page, and is settled before the
/// group
///   decides: whoever it concerns says the same there, or the chair sets it aside, until one of the two profiles
/// changes.
///
/// Owns schema `conflicts`: `disclosure`, `statement`, `settled`. Hears `ProfileChanged`. Knows something against
/// seating two of one organisation ([SeatRule][org.peerage.groups.SeatRule]).
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "networks",
            "networks::directory",
            "groups",
            "rosters",
            "rooms",
            "rooms::readers",
            "notices",
            "selection"
        })
package org.peerage.conflicts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
