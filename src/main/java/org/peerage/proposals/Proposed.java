package org.peerage.proposals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.proposals.runs.RunId;

/// A proposal as it stands: who sits where, whose seat is locked, and which groups were formed from it. People go by
/// their profile's id, as in the engine; whoever has no seat is missing.
///
/// @param name empty as long as nobody has given one
/// @param version one more with every change
/// @param accepted the groups that were formed, by number
public record Proposed(
        ProposalId id,
        NetworkId network,
        RunId run,
        Optional<ProposalId> copiedFrom,
        String name,
        Instant madeAt,
        int version,
        Instant changedAt,
        Map<String, Integer> seats,
        Set<String> locked,
        Map<Integer, GroupId> accepted) {

    /// A seat in a group that was formed counts as locked.
    boolean fixed(String leader) {
        return locked.contains(leader) || accepted.containsKey(seats.getOrDefault(leader, 0));
    }

    public boolean formed(int number) {
        return accepted.containsKey(number);
    }
}
