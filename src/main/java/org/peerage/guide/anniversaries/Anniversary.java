package org.peerage.guide.anniversaries;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;

/// Full years since a day.
///
/// @param person null for the group itself
record Anniversary(@Nullable PersonId person, int years, LocalDate day) {

    /// The last that falls after the one day and not after the other.
    static Optional<Anniversary> of(@Nullable PersonId person, LocalDate since, LocalDate after, LocalDate until) {
        var years = until.getYear() - since.getYear();
        if (since.plusYears(years).isAfter(until)) {
            years--;
        }
        var day = since.plusYears(years);
        return years >= 1 && day.isAfter(after) ? Optional.of(new Anniversary(person, years, day)) : Optional.empty();
    }
}
