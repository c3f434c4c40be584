package org.peerage.breach;

import static org.peerage.breach.State.CLOSED;
import static org.peerage.breach.State.CONTAINED;
import static org.peerage.breach.State.DECIDED;
import static org.peerage.breach.State.HEARD;
import static org.peerage.breach.State.HEARING;
import static org.peerage.breach.State.REPAIRED;
import static org.peerage.breach.State.VOTING;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What moves a breach, by whom, and from where to where. What is not in this table is refused.
enum Act {
    /// Each of those concerned has been heard alone; the last one moves it.
    HEAR("heard", Who.HANDLER, HEARD, CONTAINED),
    CALL("hearing", Who.HANDLER, HEARING, HEARD),
    /// Whoever was affected wants no hearing before the group, also once it is called.
    VETO("veto", Who.AFFECTED, HEARD, CONTAINED, HEARD, HEARING),
    VOTE("vote", Who.HANDLER, VOTING, HEARING),
    /// As the ballot ended: decided, or back to where something else can be put to the vote.
    DECIDE("decided", Who.HANDLER, DECIDED, VOTING),
    FAIL("failed", Who.HANDLER, HEARING, VOTING),
    /// Without the group, because of a veto.
    SETTLE("settled", Who.HANDLER, DECIDED, HEARD),
    REPAIR("repaired", Who.HANDLER, REPAIRED, DECIDED),
    /// Trust was asked about in a meeting; the second time moves nothing by itself.
    PULSE("pulse", Who.HANDLER, REPAIRED, REPAIRED),
    CLOSE("closed", Who.HANDLER, CLOSED, DECIDED, REPAIRED),
    /// Where whoever handled it has left, by the next in line. It stands where it stood.
    TAKE_OVER("taken-over", Who.NEXT, CONTAINED, CONTAINED, HEARD, HEARING, VOTING, DECIDED, REPAIRED);

    enum Who {
        HANDLER,
        AFFECTED,
        NEXT
    }

    private final String key;
    private final Who who;
    private final State to;
    /// Made by [List#of(Object[])], which nobody can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<State> from;

    Act(String key, Who who, State to, State... from) {
        this.key = key;
        this.who = who;
        this.to = to;
        this.from = List.of(from);
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
        return Optional.of(this == TAKE_OVER || (this == VETO && state == CONTAINED) ? state : to);
    }
}
