package org.peerage.attendance;

import java.time.Duration;
import java.util.Optional;
import org.peerage.groups.CharterTerms;

/// What the charter that a group has signed says about being there.
///
/// @param words the clause as it was signed
/// @param tolerated meetings that may be missed in a year
/// @param veryLate from when on being late counts as having missed it
/// @param grace minutes that do not count as late
/// @param fine what being late costs; empty where it costs nothing
record Policy(String words, int tolerated, Duration veryLate, int grace, Optional<Fine> fine) {

    /// @param to whom it goes, by its key
    record Fine(String to, int amount) {}

    /// Empty where the group has left that clause out: then nothing is counted.
    static Optional<Policy> of(CharterTerms terms) {
        return terms.clause("attendance")
                .map(words -> new Policy(
                        words,
                        terms.missesPerYear(),
                        Duration.ofMinutes(terms.number("veryLateMinutes")),
                        terms.graceMinutes(),
                        fine(terms)));
    }

    /// None where the group has left that clause out.
    private static Optional<Fine> fine(CharterTerms terms) {
        return terms.clause("fines")
                .map(_ -> new Fine(terms.text("fines"), terms.number("fineAmount")))
                .filter(fine -> !fine.to().equals("none") && fine.amount() > 0);
    }
}
