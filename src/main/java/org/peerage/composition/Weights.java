package org.peerage.composition;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerage.composition.kernel.InputRefused;

/// How much each criterion matters to the convener, from 0 (not at all) to 100.
public record Weights(Map<Criterion, Integer> values) {

    public static final Weights USUAL = new Weights(Map.of());

    public int of(Criterion criterion) {
        return values.getOrDefault(criterion, criterion.usualWeight());
    }

    public Weights with(Criterion criterion, int weight) {
        Map<Criterion, Integer> changed = new EnumMap<>(Criterion.class);
        changed.putAll(values);
        changed.put(criterion, weight);
        return new Weights(changed);
    }

    /// `role=20,industry=5`: what is not named keeps its usual weight.
    public static Weights parse(String text) {
        Weights weights = USUAL;
        for (String part : text.split(",", -1)) {
            String[] sides = part.split("=", -1);
            Optional<Criterion> criterion = named(sides[0].strip().toLowerCase(Locale.ROOT));
            if (sides.length != 2 || criterion.isEmpty() || !sides[1].strip().matches("\\d{1,2}|100")) {
                throw new InputRefused("--weights takes WORD=NUMBER with a number from 0 to 100 and one of the words "
                        + Arrays.stream(Criterion.values()).map(Criterion::word).collect(Collectors.joining(", "))
                        + "; it cannot read \"" + part + "\".");
            }
            weights = weights.with(criterion.get(), Integer.parseInt(sides[1].strip()));
        }
        return weights;
    }

    private static Optional<Criterion> named(String word) {
        return Arrays.stream(Criterion.values())
                .filter(criterion -> criterion.word().equals(word))
                .findFirst();
    }
}
