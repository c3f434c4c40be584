package org.peerage.composition.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peerage.composition.Criterion;
import org.peerage.composition.Effect;
import org.peerage.composition.Leader;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;

/// The whole objective once more, from the profiles alone: nothing of the engine is used but the named values of
/// [Criterion]. For leaders of whom everything is said, as [Rosters#many] draws them.
final class FromScratch {

    private final Weights weights;
    private final SizeLimits limits;

    FromScratch(Weights weights, SizeLimits limits) {
        this.weights = weights;
        this.limits = limits;
    }

    /// The leaders of each group, by its number.
    static Map<Integer, List<Leader>> groups(List<Leader> leaders, Map<String, Integer> seats) {
        return leaders.stream()
                .filter(leader -> seats.containsKey(leader.id()))
                .collect(Collectors.groupingBy(
                        leader -> new HashMap<>(seats).get(leader.id()), TreeMap::new, Collectors.toList()));
    }

    Effect.Tally tally(Collection<List<Leader>> groups) {
        double energy = 0;
        double sum = 0;
        double weakest = 1;
        int seated = 0;
        for (List<Leader> people : groups) {
            double quality = quality(people);
            energy += people.size() / (quality * quality);
            sum += people.size() * quality;
            weakest = Math.min(weakest, quality);
            seated += people.size();
        }
        return seated == 0 ? new Effect.Tally(0, 0, 0) : new Effect.Tally(1 / Math.sqrt(energy / seated), sum, weakest);
    }

    double quality(List<Leader> people) {
        if (people.size() < 2) {
            return people.isEmpty() ? 0 : 0.01;
        }
        double fitting = people.stream()
                .mapToDouble(leader -> meanFit(leader, people))
                .average()
                .orElse(0);
        int pairs = 0;
        for (Criterion criterion : Criterion.OF_PAIRS) {
            pairs += criterion == Criterion.WISHES ? 0 : weights.of(criterion);
        }
        int alone = weights.of(Criterion.ALONE);
        int reach = Math.max(1, Math.max(limits.target() - limits.least(), limits.most() - limits.target()));
        double away = (people.size() - limits.target()) / (double) reach;
        return Math.max(
                0.01,
                (pairs * fitting + alone * valueOfGroup(Criterion.ALONE, people)) / (pairs + alone)
                        - 0.1 * away * away);
    }

    double meanFit(Leader leader, List<Leader> people) {
        return people.stream()
                .filter(other -> !other.id().equals(leader.id()))
                .mapToDouble(other -> pair(leader, other))
                .average()
                .orElse(0);
    }

    double valueOfGroup(Criterion criterion, List<Leader> people) {
        if (criterion == Criterion.ALONE) {
            Map<String, Long> kinds =
                    people.stream().collect(Collectors.groupingBy(Leader::kind, Collectors.counting()));
            long alone = kinds.values().stream().filter(count -> count == 1).count();
            return 1 - (double) alone / people.size();
        }
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += valueOfPair(criterion, people.get(i), people.get(j));
                pairs++;
            }
        }
        return sum / pairs;
    }

    /// What a criterion says of somebody among others, on average.
    double valueAmong(Criterion criterion, Leader leader, List<Leader> others) {
        return others.stream()
                .mapToDouble(other -> valueOfPair(criterion, leader, other))
                .average()
                .orElse(0);
    }

    static boolean compete(Leader one, Leader other) {
        return one.narrowIndustry().equals(other.narrowIndustry())
                && one.markets().stream().anyMatch(other.markets()::contains);
    }

    private double pair(Leader one, Leader other) {
        double value = 0;
        double weight = 0;
        for (Criterion criterion : Criterion.OF_PAIRS) {
            value += weights.of(criterion) * valueOfPair(criterion, one, other);
            weight += criterion == Criterion.WISHES ? 0 : weights.of(criterion);
        }
        return value / weight;
    }

    private static double valueOfPair(Criterion criterion, Leader one, Leader other) {
        return switch (criterion) {
            case ROLE ->
                Criterion.roleValue(one.role().orElseThrow(), other.role().orElseThrow());
            case SIZE -> Criterion.sizeValue(quarter(one), quarter(other));
            case STAGE ->
                Criterion.stageValue(one.stage().orElseThrow(), other.stage().orElseThrow());
            case EXPERIENCE ->
                Criterion.experienceValue(
                        one.experience().orElseThrow(), other.experience().orElseThrow());
            case INDUSTRY ->
                Criterion.industryValue(one.industry(), one.narrowIndustry(), other.industry(), other.narrowIndustry());
            case COMPETENCE -> (met(one.aims(), other.competencies()) + met(other.aims(), one.competencies())) / 2;
            case REPEATS -> one.earlier().equals(other.earlier()) ? 0 : 1;
            case WISHES -> one.wishes().contains(other.id()) && other.wishes().contains(one.id()) ? 1 : 0;
            case ALONE -> 0;
        };
    }

    private static double met(Set<String> aims, Set<String> done) {
        return aims.isEmpty()
                ? 0.5
                : (double) aims.stream().filter(done::contains).count() / aims.size();
    }

    private static double quarter(Leader leader) {
        return Math.round(Math.log(leader.size().orElseThrow()) / Math.log(2) * 4) / 4.0;
    }
}
