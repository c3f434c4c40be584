package org.peerage.composition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a change of seats would do, before it is done: the seats as they would be, the scores before and after, the
/// groups it touches, who would move, and the rule that forbids it if one does. Whoever shows it decides what to do
/// with a change that is forbidden; where it cannot be made at all, the seats are as they were.
public record Effect(
        Map<String, Integer> seats,
        Tally before,
        Tally after,
        List<Touched> groups,
        List<Leader> moved,
        Optional<Reason> forbidden) {

    /// The score in which the weakest group counts most, the plain sum over members, and the weakest group.
    public record Tally(double score, double sum, double weakest) {}

    /// A group and its quality; 0 where nobody sits.
    public record Touched(int number, String name, int sizeBefore, int sizeAfter, double before, double after) {}
}
