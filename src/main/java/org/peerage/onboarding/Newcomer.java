package org.peerage.onboarding;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// Somebody who is new, and how far their list is done.
///
/// @param seat theirs; whoever comes back has another
/// @param facts what the program has read where it stands
/// @param marks what was done by an act, and by whom
record Newcomer(
        UUID seat,
        GroupId group,
        PersonId person,
        Instant begun,
        Optional<PersonId> buddy,
        Set<Point> facts,
        Map<Point, Mark> marks) {

    Newcomer {
        facts = Set.copyOf(facts);
        marks = Map.copyOf(marks);
    }

    record Mark(PersonId by, Instant at) {}

    /// The same with somebody else beside them, or nobody.
    Newcomer with(Optional<PersonId> another) {
        return new Newcomer(seat, group, person, begun, another, facts, marks);
    }

    EnumSet<Point> done() {
        var done = EnumSet.noneOf(Point.class);
        done.addAll(facts);
        done.addAll(marks.keySet());
        buddy.ifPresent(_ -> done.add(Point.BUDDY));
        return done;
    }

    Standing standing() {
        var open = EnumSet.complementOf(done());
        if (open.isEmpty()) {
            return new Standing.Settled(this);
        }
        return buddy.isPresent() ? new Standing.Accompanied(this, open) : new Standing.Alone(this, open);
    }
}
