package org.peerage.places;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;

/// Time zones, and how far they are from each other. Summer time is left out everywhere, so that two zones are apart by
/// the same hours whatever the season.
public final class Zones {

    private static final Instant DAY = Instant.parse("2026-01-15T12:00:00Z");
    private static final Instant HALF_A_YEAR_LATER = Instant.parse("2026-07-15T12:00:00Z");

    private Zones() {}

    /// The zone that a name means; empty when it is not known or may mean several.
    public static Optional<ZoneId> named(String text) {
        return ZoneNames.find(text);
    }

    /// Hours from universal time.
    public static double hours(ZoneId zone) {
        return zone.getRules().getStandardOffset(DAY).getTotalSeconds() / 3600.0;
    }

    /// Hours from universal time in summer; the same where clocks are not changed.
    static double latest(ZoneId zone) {
        return Math.max(
                        zone.getRules().getOffset(DAY).getTotalSeconds(),
                        zone.getRules().getOffset(HALF_A_YEAR_LATER).getTotalSeconds())
                / 3600.0;
    }

    public static OptionalDouble hours(String name) {
        return named(name).map(zone -> OptionalDouble.of(hours(zone))).orElse(OptionalDouble.empty());
    }

    /// Around the globe: from +12 to -10 it is two hours.
    public static double apart(double one, double other) {
        double hours = Math.abs(one - other);
        return Math.min(hours, 24 - hours);
    }
}
