package org.peerage.proposals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;

/// The numbers of a proposal once more, from the profiles and the words of the objective alone: nothing of the engine
/// is used. For rosters that say nothing of competencies, aims, wishes and earlier groups.
public final class Recount {

    private final Map<String, Leader> leaders;
    private final Weights weights;
    private final SizeLimits limits;
    private final List<Criterion> used;

    Recount(List<Leader> leaders, Weights weights, SizeLimits limits) {
        this.leaders = leaders.stream().collect(Collectors.toMap(Leader::id, Function.identity()));
        this.weights = weights;
        this.limits = limits;
        this.used = Arrays.stream(Criterion.values())
                .filter(criterion -> weights.of(criterion) > 0)
                .filter(criterion -> leaders.stream().anyMatch(leader -> says(criterion, leader)))
                .toList();
    }

    /// The power mean with exponent −2 over members.
    public double score(Map<String, Integer> seats) {
        double energy = 0;
        for (var people : groups(seats).values()) {
            energy += people.size() / Math.pow(quality(people), 2);
        }
        return 1 / Math.sqrt(energy / seats.size());
    }

    public double sum(Map<String, Integer> seats) {
        return groups(seats).values().stream()
                .mapToDouble(people -> people.size() * quality(people))
                .sum();
    }

    public double weakest(Map<String, Integer> seats) {
        return groups(seats).values().stream().mapToDouble(this::quality).min().orElse(0);
    }

    public double quality(Map<String, Integer> seats, int number) {
        return quality(groups(seats).getOrDefault(number, List.of()));
    }

    double fit(Map<String, Integer> seats, String who) {
        return fit(
                Objects.requireNonNull(leaders.get(who)),
                groups(seats).getOrDefault(seats.getOrDefault(who, 0), List.of()));
    }

    Map<Criterion, Double> values(Map<String, Integer> seats, int number) {
        var people = groups(seats).getOrDefault(number, List.of());
        Map<Criterion, Double> values = new EnumMap<>(Criterion.class);
        for (var criterion : used) {
            values.put(
                    criterion,
                    criterion == Criterion.ALONE
                            ? notAlone(people)
                            : people.stream()
                                    .mapToDouble(one -> among(one, people, other -> value(criterion, one, other)))
                                    .average()
                                    .orElse(0));
        }
        return values;
    }

    private Map<Integer, List<Leader>> groups(Map<String, Integer> seats) {
        Map<Integer, List<Leader>> groups = new HashMap<>();
        seats.forEach((who, number) -> groups.computeIfAbsent(number, unseen -> new ArrayList<>())
                .add(Objects.requireNonNull(leaders.get(who))));
        return groups;
    }

    private double quality(List<Leader> people) {
        if (people.isEmpty()) {
            return 0;
        }
        if (people.size() == 1) {
            return 0.01;
        }
        double fitting =
                people.stream().mapToDouble(one -> fit(one, people)).average().orElse(0);
        double pairs = pairWeight();
        double alone = used.contains(Criterion.ALONE) ? weights.of(Criterion.ALONE) : 0;
        double reach = Math.max(1, Math.max(limits.target() - limits.least(), limits.most() - limits.target()));
        return Math.max(
                0.01,
                (pairs * fitting + alone * notAlone(people)) / (pairs + alone)
                        - 0.1 * Math.pow((people.size() - limits.target()) / reach, 2));
    }

    private double fit(Leader one, List<Leader> people) {
        return among(
                one,
                people,
                other -> used.stream()
                                .filter(criterion -> criterion != Criterion.ALONE)
                                .mapToDouble(criterion -> weights.of(criterion) * value(criterion, one, other))
                                .sum()
                        / pairWeight());
    }

    private double pairWeight() {
        return used.stream()
                .filter(criterion -> criterion != Criterion.ALONE)
                .mapToInt(weights::of)
                .sum();
    }

    private static double among(Leader one, List<Leader> people, Function<Leader, Double> value) {
        return people.stream()
                .filter(other -> !other.id().equals(one.id()))
                .mapToDouble(value::apply)
                .average()
                .orElse(0);
    }

    private static double notAlone(List<Leader> people) {
        var kinds = people.stream().collect(Collectors.groupingBy(Leader::kind, Collectors.counting()));
        return 1 - (double) kinds.values().stream().filter(count -> count == 1).count() / people.size();
    }

    private static boolean says(Criterion criterion, Leader leader) {
        return switch (criterion) {
            case INDUSTRY -> !leader.industry().isEmpty();
            case ALONE -> !leader.kind().isEmpty();
            case ROLE, SIZE, STAGE, EXPERIENCE -> place(criterion, leader).isPresent();
            case COMPETENCE, REPEATS, WISHES -> false;
        };
    }

    private static double value(Criterion criterion, Leader one, Leader other) {
        if (!says(criterion, one) || !says(criterion, other)) {
            return 0.5;
        }
        return switch (criterion) {
            case ROLE -> near(criterion, one, other, 2);
            case SIZE -> near(criterion, one, other, 5);
            case STAGE -> near(criterion, one, other, 3);
            case EXPERIENCE -> near(criterion, one, other, 15);
            case INDUSTRY ->
                !one.industry().equals(other.industry())
                        ? 1
                        : one.narrowIndustry().equals(other.narrowIndustry()) ? 0 : 0.5;
            case COMPETENCE, REPEATS, WISHES, ALONE -> throw new IllegalArgumentException(criterion.word());
        };
    }

    private static double near(Criterion criterion, Leader one, Leader other, double reach) {
        return Math.max(
                0,
                1
                        - Math.abs(place(criterion, one).orElseThrow()
                                        - place(criterion, other).orElseThrow())
                                / reach);
    }

    /// Where somebody stands on the scale of a criterion; head counts by quarters of a doubling.
    private static OptionalDouble place(Criterion criterion, Leader leader) {
        var whole = switch (criterion) {
            case ROLE -> leader.role();
            case STAGE -> leader.stage();
            default -> leader.experience();
        };
        if (criterion == Criterion.SIZE) {
            return leader.size().isPresent()
                    ? OptionalDouble.of(Math.round(4 * Math.log(leader.size().getAsDouble()) / Math.log(2)) / 4.0)
                    : OptionalDouble.empty();
        }
        return whole.isPresent() ? OptionalDouble.of(whole.getAsInt()) : OptionalDouble.empty();
    }
}
