package org.peerage.selection;

import static org.peerage.selection.Standing.APPLIED;
import static org.peerage.selection.Standing.BALLOT;
import static org.peerage.selection.Standing.DECLINED;
import static org.peerage.selection.Standing.INVITED;
import static org.peerage.selection.Standing.MEMBER;
import static org.peerage.selection.Standing.NOMINATED;
import static org.peerage.selection.Standing.ONBOARDING;
import static org.peerage.selection.Standing.PANEL;
import static org.peerage.selection.Standing.PASSED;
import static org.peerage.selection.Standing.SCREENED;
import static org.peerage.selection.Standing.VISIT;
import static org.peerage.selection.Standing.WAITING;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What moves a prospect on: who may, from where, and where to. Nothing else moves one.
enum Act {
    SCREEN(Party.OWNER, SCREENED, NOMINATED, APPLIED),
    ASK_PANEL(Party.OWNER, PANEL, SCREENED),
    ASK_TO_VISIT(Party.OWNER, VISIT, PANEL),
    /// Also without a visit, for a group whose charter asks for none.
    CALL_BALLOT(Party.OWNER, BALLOT, PANEL, VISIT),
    /// A ballot was counted.
    PASS(Party.PROGRAM, PASSED, BALLOT),
    FAIL(Party.PROGRAM, DECLINED, BALLOT),
    /// Before a ballot has passed only where the charter asks for none: see [Prospect#lets].
    INVITE(Party.CHAIR, INVITED, BALLOT, PASSED),
    /// Whoever takes a seat sits there, however far the group had come with them: a convener may have picked them.
    JOIN(
            Party.PROGRAM,
            ONBOARDING,
            NOMINATED,
            APPLIED,
            SCREENED,
            PANEL,
            VISIT,
            BALLOT,
            PASSED,
            INVITED,
            DECLINED,
            WAITING),
    SETTLE(Party.CHAIR, MEMBER, ONBOARDING),
    DECLINE(
            Party.CHAIR,
            DECLINED,
            NOMINATED,
            APPLIED,
            SCREENED,
            PANEL,
            VISIT,
            BALLOT,
            PASSED,
            INVITED,
            ONBOARDING,
            WAITING),
    WAIT(Party.OWNER, WAITING, NOMINATED, APPLIED, SCREENED, PANEL, VISIT, BALLOT, PASSED),
    /// Whoever waited goes on where they stood; whoever was declined begins anew.
    TAKE_UP(Party.OWNER, NOMINATED, DECLINED, WAITING);

    /// Who does it.
    enum Party {
        /// Whoever looks after the prospect, or the chair.
        OWNER,
        CHAIR,
        /// It follows from something else.
        PROGRAM
    }

    private final Party party;
    private final Standing to;
    /// Made by [List#of(Object[])], which nobody can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Standing> from;

    Act(Party party, Standing to, Standing... from) {
        this.party = party;
        this.to = to;
        this.from = List.of(from);
    }

    Party party() {
        return party;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Act> of(String key) {
        return Stream.of(values()).filter(act -> act.key().equals(key)).findFirst();
    }

    /// Where it leads, if it is allowed there.
    ///
    /// @param before where whoever waits stood before
    Optional<Standing> after(Standing now, Standing before) {
        if (!from.contains(now)) {
            return Optional.empty();
        }
        return Optional.of(this == TAKE_UP && now == WAITING ? before : to);
    }
}
