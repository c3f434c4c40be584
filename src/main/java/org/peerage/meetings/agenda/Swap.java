package org.peerage.meetings.agenda;

import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// Two presenters who change with each other, or one who has asked another to.
///
/// @param subject what the one who asked would have presented
/// @param other what the one who was asked presents instead, or at the place of the first
/// @param stays both present, each at the other's place; else the one who asked waits for another meeting
record Swap(UUID subject, PersonId asker, UUID other, PersonId asked, State state, boolean stays) {

    enum State {
        ASKED,
        AGREED,
        /// The items that are kept have it in them.
        KEPT,
        DECLINED,
        WITHDRAWN
    }

    boolean isOpen() {
        return state == State.ASKED;
    }

    boolean isAgreed() {
        return state == State.AGREED || state == State.KEPT;
    }

    boolean leaves() {
        return isAgreed() && !stays;
    }

    boolean isOf(PersonId person) {
        return asker.equals(person) || asked.equals(person);
    }
}
