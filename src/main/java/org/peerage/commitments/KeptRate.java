package org.peerage.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/// One person's say/do ledger (`S0.25`), for their own eyes.
///
/// Every day that was named for a promise counts once under `promised`. `due` are those that came or were closed,
/// including those moved in time; the rate leaves the latter out: done / (due − renegotiated early).
record KeptRate(int promised, int due, int done, int renegotiated, int missed) {

    static KeptRate of(List<Commitment> mine, LocalDate today) {
        var promised = 0;
        var due = 0;
        var done = 0;
        var renegotiated = 0;
        var missed = 0;
        for (var commitment : mine) {
            var moved = commitment.promise().history().size();
            renegotiated += moved;
            promised += moved + 1;
            due += moved;
            switch (commitment) {
                case Commitment.Done _ -> {
                    done++;
                    due++;
                }
                case Commitment.NotKept _ -> {
                    missed++;
                    due++;
                }
                case Commitment.Promised(var promise) -> {
                    if (promise.dueOn().isBefore(today)) {
                        due++;
                    }
                }
            }
        }
        return new KeptRate(promised, due, done, renegotiated, missed);
    }

    /// In whole percent; empty while nothing has fallen due.
    OptionalInt percent() {
        var counted = due - renegotiated;
        return counted == 0 ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * done / counted));
    }
}
