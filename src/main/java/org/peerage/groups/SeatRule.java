package org.peerage.groups;

import java.util.List;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;

/// A module that knows something against seating people together. It is asked in the transaction of whoever seats them,
/// before anybody is picked or invited.
public interface SeatRule {

    /// What is known against it; empty where nothing is.
    ///
    /// @param seated who sits together, or is to
    /// @param joining those of them who are new: what is between two others was settled when they sat down
    List<Objection> objections(NetworkId network, List<ProfileId> seated, List<ProfileId> joining);
}
