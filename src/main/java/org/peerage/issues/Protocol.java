package org.peerage.issues;

import java.util.List;
import java.util.Optional;

/// How a group works on an issue: steps in order, as data. Minutes are least, usual, most.
record Protocol(String key, List<String> kinds, int least, List<Step> steps) {

    /// Who speaks in a step.
    enum Speaker {
        PRESENTER,
        GROUP_ROUND,
        GROUP_OPEN
    }

    /// What must be there before the group leaves a step.
    enum Gate {
        /// The presenter has put the real issue into words (`S0.21`).
        REAL_ISSUE,
        /// A dated commitment, or why there is none (`S0.22`).
        OUTCOME
    }

    record Step(String key, List<Integer> minutes, Speaker speaker, boolean notes, Optional<Gate> gate) {

        int usual() {
            return minutes.get(1);
        }
    }

    int minutes() {
        return steps.stream().mapToInt(Step::usual).sum();
    }

    Step step(int number) {
        return steps.get(number);
    }

    boolean last(int number) {
        return number == steps.size() - 1;
    }

    /// The gate of the step that keeps the group from leaving it, given what is there.
    Optional<Gate> holding(int number, boolean realIssue, boolean outcome) {
        return step(number).gate().filter(gate -> switch (gate) {
            case REAL_ISSUE -> !realIssue;
            case OUTCOME -> !outcome;
        });
    }
}
