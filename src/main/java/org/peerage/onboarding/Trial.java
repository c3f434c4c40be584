package org.peerage.onboarding;

import java.time.Instant;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.Groups;
import org.springframework.stereotype.Component;

/// The trial that the charter gives both sides: at its end they say in one conversation whether it goes on.
@Component
class Trial {

    private final Groups groups;

    Trial(Groups groups) {
        this.groups = groups;
    }

    /// Empty where the group has left that clause out, or has signed nothing yet.
    Optional<Instant> ends(Circle circle, Newcomer newcomer) {
        return groups.terms(circle.id(), "probation")
                .map(terms -> newcomer.begun()
                        .atZone(circle.zone())
                        .plusMonths(terms.number("probationMonths"))
                        .toInstant());
    }
}
