package org.peerage.selection;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far a prospect has come.
enum Standing {
    /// A member has named them.
    NOMINATED,
    /// They have asked to join.
    APPLIED,
    SCREENED,
    PANEL,
    VISIT,
    /// It is for the group to decide, or for the chair where the charter says so.
    BALLOT,
    /// The group has said yes.
    PASSED,
    INVITED,
    ONBOARDING,
    MEMBER,
    DECLINED,
    WAITING;

    /// Nothing is left to do.
    static final Set<Standing> ENDED = EnumSet.of(MEMBER, DECLINED);

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Standing of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    static Optional<Standing> named(String key) {
        return Stream.of(values())
                .filter(standing -> standing.key().equals(key))
                .findFirst();
    }

    /// They meet the panel, or the group.
    boolean meets() {
        return this == PANEL || this == VISIT;
    }

    /// Until when the next act is due, where nobody says otherwise; null where there is none.
    @Nullable LocalDate due(LocalDate today) {
        return switch (this) {
            case NOMINATED, APPLIED, SCREENED, BALLOT, PASSED, INVITED -> today.plusDays(14);
            case PANEL, VISIT -> today.plusDays(30);
            case ONBOARDING, WAITING -> today.plusDays(90);
            case MEMBER, DECLINED -> null;
        };
    }

    /// The one act that leads on.
    @Nullable Act next() {
        return switch (this) {
            case NOMINATED, APPLIED -> Act.SCREEN;
            case SCREENED -> Act.ASK_PANEL;
            case PANEL -> Act.ASK_TO_VISIT;
            case VISIT -> Act.CALL_BALLOT;
            case BALLOT, PASSED -> Act.INVITE;
            case INVITED -> Act.JOIN;
            case ONBOARDING -> Act.SETTLE;
            case WAITING -> Act.TAKE_UP;
            case MEMBER, DECLINED -> null;
        };
    }
}
