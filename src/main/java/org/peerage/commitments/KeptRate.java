package org.peerage.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/// One person's say/do ledger (`S0.25`), for their own eyes.
///
/// Every day that was named for a commitment counts once under `promised`. `due` are those that came or were closed,
/// including those moved in time; the rate leaves the latter out: done / (due − renegotiated early).
record KeptRate(int made, int due, int done, int renegotiated, int missed) {

    static KeptRate of(List<Commitment> mine, LocalDate today) {
        var made = 0;
        var due = 0;
        var done = 0;
        var renegotiated = 0;
        var missed = 0;
        for (var commitment : mine) {
            var moved = commitment.terms().history().size();
            renegotiated += moved;
            made += moved + 1;
            due += moved;
            switch (commitment) {
                case Commitment.Done _ -> {
                    done++;
                    due++;
                }
                case Commitment.Missed _ -> {
                    missed++;
                    due++;
                }
                case Commitment.Open(var terms) -> {
                    if (terms.dueOn().isBefore(today)) {
                        due++;
                    }
                }
            }
        }
        return new KeptRate(made, due, done, renegotiated, missed);
    }

    /// In whole percent; empty while nothing has fallen due.
    OptionalInt percent() {
        var counted = due - renegotiated;
        return counted == 0 ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * done / counted));
    }
}
