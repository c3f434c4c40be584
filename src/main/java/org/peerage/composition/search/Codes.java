package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;

/// Codes of one criterion: 0 is "not said", worth a half with everyone.
final class Codes {

    private final Criterion criterion;
    private final List<Leader> leaders;
    final int[] code;
    private final List<Leader> example = new ArrayList<>();

    Codes(Criterion criterion, List<Leader> leaders) {
        this.criterion = criterion;
        this.leaders = leaders;
        this.code = new int[leaders.size()];
        Map<Object, Integer> known = new HashMap<>();
        for (int i = 0; i < code.length; i++) {
            Leader leader = leaders.get(i);
            Optional<Object> word = word(leader);
            if (word.isPresent()) {
                code[i] = known.computeIfAbsent(word.get(), unseen -> {
                    example.add(leader);
                    return example.size();
                });
            }
        }
    }

    boolean tells() {
        return example.size() > 1 || (example.size() == 1 && leaders.size() > 1);
    }

    /// What makes two leaders equal in this criterion. Head counts are told apart by quarter doublings.
    private Optional<Object> word(Leader leader) {
        return switch (criterion) {
            case ROLE -> boxed(leader.role());
            case SIZE ->
                leader.doublings().isPresent()
                        ? Optional.of(Math.round(leader.doublings().getAsDouble() * 4))
                        : Optional.empty();
            case STAGE -> boxed(leader.stage());
            case EXPERIENCE -> boxed(leader.experience());
            case INDUSTRY ->
                leader.industry().isEmpty()
                        ? Optional.empty()
                        : Optional.of(leader.industry() + "\n" + leader.narrowIndustry());
            case COMPETENCE, REPEATS, WISHES, ALONE -> Optional.empty();
        };
    }

    private static Optional<Object> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    int[][] table() {
        int n = example.size() + 1;
        int[][] table = new int[n][n];
        for (int[] row : table) {
            Arrays.fill(row, Fit.THOUSAND / 2);
        }
        for (int a = 1; a < n; a++) {
            for (int b = 1; b < n; b++) {
                table[a][b] = (int) Math.round(Fit.THOUSAND * value(example.get(a - 1), example.get(b - 1)));
            }
        }
        return table;
    }

    private double value(Leader one, Leader other) {
        return switch (criterion) {
            case ROLE ->
                Criterion.roleValue(one.role().orElseThrow(), other.role().orElseThrow());
            case SIZE ->
                Criterion.sizeValue(
                        Math.round(one.doublings().orElseThrow() * 4) / 4.0,
                        Math.round(other.doublings().orElseThrow() * 4) / 4.0);
            case STAGE ->
                Criterion.stageValue(one.stage().orElseThrow(), other.stage().orElseThrow());
            case EXPERIENCE ->
                Criterion.experienceValue(
                        one.experience().orElseThrow(), other.experience().orElseThrow());
            case INDUSTRY ->
                Criterion.industryValue(one.industry(), one.narrowIndustry(), other.industry(), other.narrowIndustry());
            case COMPETENCE, REPEATS, WISHES, ALONE -> 0;
        };
    }
}
