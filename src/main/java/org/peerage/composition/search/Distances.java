package org.peerage.composition.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.peerage.composition.Leader;
import org.peerage.places.Places;

/// How far apart leaders are, along the globe. A leader whose place is not known is reachable from everywhere; without
/// a limit everybody is.
final class Distances {

    private static final double KILOMETRES_OF_A_RADIAN = 6371;

    private final double allowed;
    /// Points of the unit globe, three numbers each; empty without a limit, so that nothing is looked up.
    private final double[] points;
    private int unknown;
    /// Two points are within reach when their product is at least this.
    private final double leastProduct;

    Distances(List<Leader> leaders, OptionalDouble kilometres) {
        this.allowed = kilometres.orElse(Double.POSITIVE_INFINITY);
        this.points = new double[kilometres.isPresent() ? 3 * leaders.size() : 0];
        this.leastProduct = Math.cos(Math.min(Math.PI, allowed / KILOMETRES_OF_A_RADIAN));
        for (int i = 0; 3 * i < points.length; i++) {
            Leader leader = leaders.get(i);
            Optional<Leader.Spot> spot = leader.spot()
                    .or(() -> Places.find(leader.place())
                            .map(place -> new Leader.Spot(place.latitude(), place.longitude())));
            unknown += spot.isEmpty() ? 1 : 0;
            double latitude = Math.toRadians(spot.map(Leader.Spot::latitude).orElse(Double.NaN));
            double longitude = Math.toRadians(spot.map(Leader.Spot::longitude).orElse(Double.NaN));
            points[3 * i] = Math.cos(latitude) * Math.cos(longitude);
            points[3 * i + 1] = Math.cos(latitude) * Math.sin(longitude);
            points[3 * i + 2] = Math.sin(latitude);
        }
    }

    boolean reachable(int i, int j) {
        return points.length == 0 || !(product(i, j) < leastProduct);
    }

    /// How many leaders' places are not known; 0 where nobody asks.
    int unknown() {
        return unknown;
    }

    long allowed() {
        return (long) Math.floor(allowed);
    }

    /// Rounded up, so that what is just too far never reads like the limit.
    long kilometres(int i, int j) {
        return (long) Math.ceil(KILOMETRES_OF_A_RADIAN * Math.acos(Math.clamp(product(i, j), -1.0, 1.0)));
    }

    private double product(int i, int j) {
        int a = 3 * i;
        int b = 3 * j;
        return points[a] * points[b] + points[a + 1] * points[b + 1] + points[a + 2] * points[b + 2];
    }
}
