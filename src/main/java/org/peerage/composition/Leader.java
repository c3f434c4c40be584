package org.peerage.composition;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// One line of the roster, as it was understood. What is missing is empty and counts half in its criterion: it neither
/// helps nor hurts.
record Leader(
        String id,
        String name,
        OptionalInt role,
        OptionalDouble size,
        OptionalInt stage,
        OptionalInt experience,
        String industry,
        String narrowIndustry,
        Set<String> markets,
        Set<String> competencies,
        Set<String> aims,
        String place,
        OptionalDouble zone,
        Set<String> languages,
        String kind,
        String earlier,
        Set<String> wishes,
        Set<String> conflicts) {

    /// Doublings of head count; a company of one is 0.
    OptionalDouble doublings() {
        return size.isPresent()
                ? OptionalDouble.of(Math.log(size.getAsDouble()) / Math.log(2))
                : OptionalDouble.empty();
    }
}
