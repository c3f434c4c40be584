package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.peerage.composition.Leader;

/// A roster of any size from the distributions of a real one: each invented leader takes industry with narrow industry
/// and markets from one real line, head count (shaken by up to a quarter) with stage from a second, and place with zone
/// from a third, all drawn by `java.util.Random` with the seed. Names say nothing: "Leader 17".
final class BigRoster {

    private BigRoster() {}

    static List<Leader> from(List<Leader> real, int count, long seed) {
        Random random = new Random(seed);
        List<Leader> leaders = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Leader trade = real.get(random.nextInt(real.size()));
            Leader stature = real.get(random.nextInt(real.size()));
            Leader home = real.get(random.nextInt(real.size()));
            double shaken = 0.75 + random.nextDouble() / 2;
            leaders.add(new Leader(
                    "l" + i,
                    "Leader " + i,
                    stature.role(),
                    stature.size().isPresent()
                            ? OptionalDouble.of(
                                    Math.max(1, Math.rint(stature.size().getAsDouble() * shaken)))
                            : stature.size(),
                    stature.stage(),
                    stature.experience(),
                    trade.industry(),
                    trade.narrowIndustry(),
                    trade.markets(),
                    trade.competencies(),
                    trade.aims(),
                    home.place(),
                    home.zone(),
                    home.spot(),
                    home.languages(),
                    stature.kind(),
                    "",
                    Set.of(),
                    Set.of()));
        }
        return leaders;
    }
}
