package org.peerage.proposals.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.networks.NetworkId;
import org.peerage.proposals.people.ByHand;
import org.peerage.tenancy.PersonId;

/// A run as a page shows it, without its input and its seats.
///
/// @param ending somebody has asked it to end; it will within seconds
/// @param spent seconds of search so far, over all the times it was taken up
public record Run(
        RunId id,
        NetworkId network,
        PersonId askedBy,
        Instant askedAt,
        RunState state,
        boolean ending,
        SizeLimits size,
        Weights weights,
        RunRequest.Effort effort,
        int people,
        ByHand byHand,
        String inputHash,
        double spent,
        Optional<Found> found,
        Optional<Trouble> trouble,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    /// The best so far. How many groups there are and who has no seat is known at the end.
    record Found(double score, double sum, double weakest, double bound, OptionalInt groups, OptionalInt unseated) {

        /// How far below the best possible this is at most, from 0 to 1.
        double gap() {
            return bound <= 0 ? 0 : Math.clamp((bound - score) / bound, 0, 1);
        }
    }

    /// Why a run has failed: a message and its values.
    record Trouble(String key, List<String> values) {}

    OptionalDouble secondsLeft() {
        return state.open() && effort.iterations().isEmpty()
                ? OptionalDouble.of(Math.max(0, effort.seconds() - spent))
                : OptionalDouble.empty();
    }
}
