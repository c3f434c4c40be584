package org.peerage.proposals.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.peerage.composition.Criterion;

/// Weights that many conveners mean, for one press of a button.
enum WeightPreset {
    /// People in the same shoes.
    ALIKE("20 20 20 10 5 5 5 10 5"),
    BALANCED("10 10 10 5 15 10 10 10 5"),
    /// People who see things differently.
    WIDE("10 5 5 0 30 25 15 5 5");

    /// In the order of the sliders.
    static final List<Criterion> ASKED = List.of(
            Criterion.ROLE,
            Criterion.SIZE,
            Criterion.STAGE,
            Criterion.EXPERIENCE,
            Criterion.INDUSTRY,
            Criterion.COMPETENCE,
            Criterion.REPEATS,
            Criterion.ALONE,
            Criterion.WISHES);

    static final int MOST = 40;

    /// In the order of [#ASKED].
    private final String numbers;

    WeightPreset(String numbers) {
        this.numbers = numbers;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    int of(Criterion criterion) {
        return Integer.parseInt(numbers.split(" ", -1)[ASKED.indexOf(criterion)]);
    }

    /// For the script of the page.
    String numbers() {
        return numbers;
    }

    static Optional<WeightPreset> named(String key) {
        return Arrays.stream(values())
                .filter(preset -> preset.key().equals(key))
                .findFirst();
    }

    /// Five plain words from "does not matter" to "above all".
    static int level(int weight) {
        return weight <= 0 ? 0 : weight <= 5 ? 1 : weight <= 15 ? 2 : weight <= 25 ? 3 : 4;
    }
}
