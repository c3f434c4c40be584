package org.peerage.kills;

import java.util.ArrayList;
import java.util.List;

/// One person's acts of one kind, and what the server has acknowledged of them. Used by one thread at a time.
abstract class Series {

    private int acknowledged;
    private int unanswered;
    private int doneAllTheSame;
    private final List<String> lost = new ArrayList<>();

    /// Does the next one.
    abstract void act() throws InterruptedException;

    /// Reads what the server has now, and holds it against what it acknowledged.
    ///
    /// @throws Exception where it cannot be read yet
    abstract void compare() throws Exception;

    final void acknowledged() {
        acknowledged++;
    }

    final void unanswered() {
        unanswered++;
    }

    final void wasDone() {
        doneAllTheSame++;
    }

    final void lost(String what) {
        lost.add(getClass().getSimpleName() + ": " + what);
    }

    final Tally tally() {
        return new Tally(acknowledged, unanswered, doneAllTheSame, lost.size());
    }

    final List<String> losses() {
        return List.copyOf(lost);
    }

    /// @param doneAllTheSame of those that were not answered
    record Tally(int acknowledged, int unanswered, int doneAllTheSame, int lost) {

        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally more) {
            return new Tally(
                    acknowledged + more.acknowledged,
                    unanswered + more.unanswered,
                    doneAllTheSame + more.doneAllTheSame,
                    lost + more.lost);
        }

        Tally since(Tally before) {
            return new Tally(
                    acknowledged - before.acknowledged,
                    unanswered - before.unanswered,
                    doneAllTheSame - before.doneAllTheSame,
                    lost - before.lost);
        }
    }
}
