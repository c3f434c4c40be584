package org.peerage.meetings.floor;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.peerage.tenancy.PersonId;

/// What is known of a meeting that was held without screens.
///
/// @param again it was entered before, and is put right
/// @param there in the order of the list; who had marked themselves as here is there in any case
/// @param reached the places on the agenda of what the group came to
public record HeldOnPaper(
        boolean again, Instant from, Instant to, List<PersonId> there, Set<PersonId> late, Set<Integer> reached) {

    public HeldOnPaper {
        there = List.copyOf(there);
        late = Set.copyOf(late);
        reached = Set.copyOf(reached);
    }
}
