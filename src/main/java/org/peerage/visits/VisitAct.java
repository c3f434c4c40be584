package org.peerage.visits;

import static org.peerage.visits.VisitState.CLOSED;
import static org.peerage.visits.VisitState.GOES_ON;
import static org.peerage.visits.VisitState.INVITED;
import static org.peerage.visits.VisitState.PLEDGED;
import static org.peerage.visits.VisitState.STOPS;
import static org.peerage.visits.VisitState.VISITED;

import java.util.List;
import java.util.Optional;

/// What moves a visit on: who may, from where, and where to. Nothing else moves one.
enum VisitAct {
    SIGN(Side.GUEST, PLEDGED, INVITED),
    GO_ON(Side.GUEST, GOES_ON, VISITED),
    STOP(Side.GUEST, STOPS, INVITED, PLEDGED, VISITED),
    /// They were there. Nobody was who has not signed.
    CAME(Side.HOST, VISITED, PLEDGED),
    CALL_OFF(Side.HOST, CLOSED, INVITED, PLEDGED),
    /// The group decides without their word, or although they have said no.
    SET_ASIDE(Side.CHAIR, CLOSED, VISITED, GOES_ON, STOPS);

    enum Side {
        GUEST,
        /// Whoever looks after the candidate, or the chair.
        HOST,
        CHAIR
    }

    private final Side side;
    private final VisitState to;
    /// Made by [List#of(Object[])], which nobody can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<VisitState> from;

    VisitAct(Side side, VisitState to, VisitState... from) {
        this.side = side;
        this.to = to;
        this.from = List.of(from);
    }

    Side side() {
        return side;
    }

    /// It was done: what is sent twice was done by the first.
    boolean isDone(VisitState now) {
        return now == to;
    }

    /// Where it leads, if it is allowed there.
    Optional<VisitState> after(VisitState now) {
        return from.contains(now) ? Optional.of(to) : Optional.empty();
    }
}
