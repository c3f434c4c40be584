package org.peerage.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// What stays the same about a commitment however it ends: whose, before whom, by when, out of which meeting or issue,
/// for which goal, and with which text it began.
/// Days are days in the group's zone.
record CommitmentTerms(
        CommitmentId id,
        GroupId group,
        RoomId room,
        PersonId owner,
        PersonId witness,
        LocalDate madeOn,
        LocalDate dueOn,
        @Nullable UUID meeting,
        @Nullable UUID issue,
        @Nullable UUID goal,
        @Nullable UUID seed,
        List<Renegotiation> history,
        int version) {

    /// Moved from one day to a later one, before the first had come.
    record Renegotiation(
            LocalDate from,
            LocalDate to,
            Instant at,
            @Nullable UUID words) {}

    /// Where the room keeps what it knows of its owner.
    String ownerPage() {
        return group.member(owner);
    }

    /// And of its witness.
    String witnessPage() {
        return group.member(witness);
    }

    boolean fallsDueBy(LocalDate day) {
        return !dueOn.isAfter(day);
    }

    CommitmentTerms moved(LocalDate to, Instant at, @Nullable UUID words) {
        var longer = new ArrayList<>(history);
        longer.add(new Renegotiation(dueOn, to, at, words));
        return new CommitmentTerms(
                id,
                group,
                room,
                owner,
                witness,
                madeOn,
                to,
                meeting,
                issue,
                goal,
                seed,
                List.copyOf(longer),
                version + 1);
    }
}
