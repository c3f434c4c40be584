package org.peerage.issues;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.peerage.processing.Protocol;

/// What somebody brings. Each kind is worked on in ways that are right for it.
enum IssueKind {
    DECISION,
    PROBLEM,
    OPPORTUNITY,
    PLAN_REVIEW,
    SETBACK;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<IssueKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /// Whoever has had a setback is listened to. What others would have done hurts then and helps nobody.
    boolean allows(Protocol protocol) {
        return this != SETBACK || protocol.forbidsAdvice();
    }
}
