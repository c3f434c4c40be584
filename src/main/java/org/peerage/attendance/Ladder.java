package org.peerage.attendance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// Where one member stands by the charter, over the past year. What is due follows from what was counted and from the
/// last step that was taken; everything else is refused.
///
/// @param held the meetings that concern them, the first one first
/// @param taken the steps of that year, the first one first
record Ladder(PersonId person, Policy policy, List<Presence> held, List<Taken> taken) {

    Ladder {
        held = held.stream().sorted(Comparator.comparing(Presence::startsAt)).toList();
        taken = taken.stream().sorted(Comparator.comparingInt(Taken::number)).toList();
    }

    /// @param number counts all steps with this member, those of earlier years too
    record Taken(UUID id, PersonId person, int number, Step step, PersonId by, Instant at) {}

    /// In halves of a missed meeting.
    int halves() {
        return held.stream().mapToInt(this::halves).sum();
    }

    /// How often they were late, without what is excused.
    int late() {
        return (int) held.stream()
                .filter(one -> one.count(policy.veryLate()).isLate())
                .count();
    }

    double missed() {
        return halves() / 2.0;
    }

    private int halves(Presence one) {
        return one.count(policy.veryLate()).halves();
    }

    Optional<Taken> last() {
        return taken.isEmpty() ? Optional.empty() : Optional.of(taken.getLast());
    }

    /// The word comes when all that is tolerated is used up, the call when it is more than that. After them a step
    /// needs something to have been missed since the one before: a call is to be given time to help.
    Optional<Step> due() {
        var most = 2 * policy.tolerated();
        var more = halves() > most;
        return switch (last().map(Taken::step).orElse(null)) {
            case null ->
                more
                        ? Optional.of(Step.CALL)
                        : halves() == most && most > 0 ? Optional.of(Step.NUDGE) : Optional.empty();
            case NUDGE -> more ? Optional.of(Step.CALL) : Optional.empty();
            case CALL -> more && since() ? Optional.of(Step.TALK) : Optional.empty();
            case TALK -> more && since() ? Optional.of(Step.VOTE) : Optional.empty();
            case VOTE -> Optional.empty();
        };
    }

    private boolean since() {
        return last().filter(step ->
                        held.stream().anyMatch(one -> one.startsAt().isAfter(step.at()) && halves(one) > 0))
                .isPresent();
    }

    /// What a wish to take a step comes to.
    enum Answer {
        TAKES,
        /// The very step was taken last.
        TAKEN,
        NOT_DUE
    }

    Answer answer(Step step) {
        if (due().equals(Optional.of(step))) {
            return Answer.TAKES;
        }
        return last().filter(one -> one.step() == step).isPresent() ? Answer.TAKEN : Answer.NOT_DUE;
    }
}
