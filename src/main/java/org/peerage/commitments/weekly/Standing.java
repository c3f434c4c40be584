package org.peerage.commitments.weekly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;

/// What one of the two has before them of the lines about one commitment, the latest week first.
///
/// @param other the name of the other of the two
/// @param mine whoever looks has promised it
/// @param mayWrite they may write for this week
public record Standing(
        UUID commitment,
        String room,
        PersonId owner,
        PersonId witness,
        String other,
        boolean mine,
        boolean mayWrite,
        List<Week> weeks) {

    public Standing {
        weeks = List.copyOf(weeks);
    }

    /// One week of a commitment.
    ///
    /// @param monday that the week began with
    public record Week(
            LocalDate monday,
            UUID record,
            boolean read,
            @Nullable SealedView words) {}

    /// What there is of it for whoever looks.
    ///
    /// @param open whoever looks has promised it, and it is not closed
    public static Standing of(
            UUID commitment,
            String room,
            PersonId owner,
            PersonId witness,
            String other,
            boolean mine,
            boolean open,
            List<Week> weeks,
            LocalDate today) {
        var monday = Weeks.of(today);
        return new Standing(
                commitment,
                room,
                owner,
                witness,
                other,
                mine,
                open && weeks.stream().noneMatch(week -> week.monday().equals(monday)),
                weeks);
    }

    /// What the witness reads now, or the owner's latest.
    Optional<Week> latest() {
        return weeks.stream().findFirst();
    }

    List<Week> earlier() {
        return weeks.stream().skip(1).toList();
    }

    boolean waitsToBeRead() {
        return !mine && weeks.stream().anyMatch(week -> !week.read());
    }

    String address() {
        return "/commitments/" + commitment + "/week";
    }

    Map<String, PersonId> readers() {
        return Map.of("owner", owner, "witness", witness);
    }
}
