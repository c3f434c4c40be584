package org.peerage.coaching;

import org.peerage.tenancy.PersonId;

/// Somebody who was asked to coach the presenter of an issue, and what they have said.
record Coaching(PersonId coach, PersonId askedBy, State state) {

    enum State {
        ASKED,
        ACCEPTED,
        DECLINED,
        ENDED
    }

    boolean isAsked() {
        return state == State.ASKED;
    }

    boolean isAccepted() {
        return state == State.ACCEPTED;
    }

    boolean stands() {
        return isAsked() || isAccepted();
    }
}
