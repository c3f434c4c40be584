package org.peerage.breach;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What moves a breach, by whom, and from where to where. What is not in this table is refused.
enum Act {
    /// Each of those concerned has been heard alone; the last one moves it.
    HEAR("heard", Who.HANDLER, Set.of(State.CONTAINED), State.HEARD),
    CALL("hearing", Who.HANDLER, Set.of(State.HEARD), State.HEARING),
    /// Whoever was affected wants no hearing before the group, also once it is called.
    VETO("veto", Who.AFFECTED, Set.of(State.CONTAINED, State.HEARD, State.HEARING), State.HEARD),
    VOTE("vote", Who.HANDLER, Set.of(State.HEARING), State.VOTING),
    /// As the ballot ended: decided, or back to where something else can be put to the vote.
    DECIDE("decided", Who.HANDLER, Set.of(State.VOTING), State.DECIDED),
    FAIL("failed", Who.HANDLER, Set.of(State.VOTING), State.HEARING),
    /// Without the group, because of a veto.
    SETTLE("settled", Who.HANDLER, Set.of(State.HEARD), State.DECIDED),
    REPAIR("repaired", Who.HANDLER, Set.of(State.DECIDED), State.REPAIRED),
    /// Trust was asked about in a meeting; the second time moves nothing by itself.
    PULSE("pulse", Who.HANDLER, Set.of(State.REPAIRED), State.REPAIRED),
    CLOSE("closed", Who.HANDLER, Set.of(State.DECIDED, State.REPAIRED), State.CLOSED);

    enum Who {
        HANDLER,
        AFFECTED
    }

    private final String key;
    private final Who who;
    private final Set<State> from;
    private final State to;

    Act(String key, Who who, Set<State> from, State to) {
        this.key = key;
        this.who = who;
        this.from = from;
        this.to = to;
    }

    String key() {
        return key;
    }

    Who who() {
        return who;
    }

    static Optional<Act> of(String key) {
        return Arrays.stream(values()).filter(act -> act.key.equals(key)).findFirst();
    }

    /// Empty where it is not in the table. A veto before both were heard leaves it where it is.
    Optional<State> after(State state) {
        if (!from.contains(state)) {
            return Optional.empty();
        }
        return Optional.of(this == VETO && state == State.CONTAINED ? State.CONTAINED : to);
    }
}
