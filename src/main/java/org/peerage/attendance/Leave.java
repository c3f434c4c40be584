package org.peerage.attendance;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// That somebody is not there for a while, and keeps the seat.
///
/// @param backOn the day from which they are back before the last day, or null
/// @param decided by the group in a ballot: it was not asked for, and ends on its last day and not before
record Leave(
        UUID id,
        GroupId group,
        PersonId person,
        LocalDate first,
        LocalDate last,
        State state,
        @Nullable LocalDate backOn,
        boolean decided) {

    enum State {
        ASKED,
        AGREED,
        DECLINED,
        TAKEN_BACK,
        /// Before its last day; on that day it is over by itself.
        ENDED;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// All that can be done about one; what is not here is refused.
    enum Act {
        AGREE(State.ASKED, State.AGREED, true),
        DECLINE(State.ASKED, State.DECLINED, true),
        TAKE_BACK(State.ASKED, State.TAKEN_BACK, false),
        RETURN(State.AGREED, State.ENDED, false);

        private final State from;
        private final State to;
        private final boolean byChair;

        Act(State from, State to, boolean byChair) {
            this.from = from;
            this.to = to;
            this.byChair = byChair;
        }

        /// Otherwise by whoever asked for it.
        boolean byChair() {
            return byChair;
        }

        State to() {
            return to;
        }

        boolean from(State state) {
            return state == from;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Act> of(String key) {
            for (var act : values()) {
                if (act.key().equals(key)) {
                    return Optional.of(act);
                }
            }
            return Optional.empty();
        }
    }

    boolean takes(Act act) {
        return !decided && act.from(state);
    }

    boolean is(State one) {
        return state == one;
    }

    /// Whether it keeps somebody away, as agreed.
    boolean holds() {
        return state == State.AGREED || state == State.ENDED;
    }

    boolean covers(LocalDate day) {
        return holds() && !day.isBefore(first) && !day.isAfter(last) && (backOn == null || day.isBefore(backOn));
    }

    /// There is still something to wait for.
    boolean ahead(LocalDate today) {
        return (state == State.ASKED || state == State.AGREED) && !last.isBefore(today);
    }

    boolean overlaps(LocalDate from, LocalDate until) {
        return (state == State.ASKED || state == State.AGREED) && !from.isAfter(last) && !until.isBefore(first);
    }
}
