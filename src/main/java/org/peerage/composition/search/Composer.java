package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.kernel.Budget;
import org.peerage.composition.kernel.Chance;

/// Composes groups of these leaders under these rules. Seats go in and out as the number of a group for each
/// leader's id; whoever is missing has none. Several threads may search and ask at once, each with an
/// [Arrangement] of its own.
public final class Composer {

    /// How long to search: for so many seconds, or for a number of steps, with which the same seed gives the same
    /// answer on one thread.
    public record Search(double seconds, int threads, long seed, OptionalLong iterations) {}

    /// The best so far, told while the search goes on, on the thread that searches.
    public record Progress(
            double seconds,
            double score,
            double sum,
            double weakest,
            double bound,
            Supplier<Map<String, Integer>> seats) {}

    private static final double SECONDS_BETWEEN_PROGRESS = 0.4;

    final Fit fit;
    final KeptTogether wishes;
    private final Rules rules;
    final SizeLimits limits;
    private final Supplier<Double> bound;
    private final Supplier<List<Integer>> excluding;

    private Composer(Fit fit, KeptTogether wishes, Rules rules, SizeLimits limits) {
        this.fit = fit;
        this.wishes = wishes;
        this.rules = rules;
        this.limits = limits;
        this.bound = once(() -> BestPossible.score(fit, limits));
        int enough = fit.people / limits.least() + 1;
        this.excluding = once(() ->
                Exclusion.among(fit, enough).stream().limit(enough).sorted().toList());
    }

    /// What the rules say about people who are not among the leaders is left aside; every id is there once.
    public static Composer of(List<Leader> leaders, Rules rules, Weights weights, SizeLimits limits) {
        Set<String> known = leaders.stream().map(Leader::id).collect(Collectors.toUnmodifiableSet());
        if (known.size() < leaders.size()) {
            throw new IllegalArgumentException("a leader is on the roster twice");
        }
        Rules about = rules.about(known);
        Fit fit = new Fit(List.copyOf(leaders), weights, about);
        return new Composer(fit, new KeptTogether(fit, limits, about), about, limits);
    }

    public List<Leader> leaders() {
        return fit.leaders;
    }

    /// What cannot hold together, each time the fewest wishes, rules or people that show it. There is an answer
    /// all the same: a wish that contradicts others is given up, and people for whom there is no group stay
    /// without a seat.
    public List<Reason> contradictions() {
        List<Reason> all = new ArrayList<>(wishes.contradictions());
        int groups = fit.people / limits.least();
        List<Integer> people = excluding.get();
        if (!people.isEmpty()) {
            all.add(new Reason.TooManyExclude(
                    people.stream().map(fit.leaders::get).toList(), groups, limits.least()));
        }
        return List.copyOf(all);
    }

    /// What should be known beside the answer, such as places that nobody knows where to find.
    public List<Reason> notices() {
        List<Reason> all = new ArrayList<>();
        if (fit.people > 1 && fit.tellsNothing()) {
            all.add(new Reason.NothingTold(fit.people));
        }
        fit.competitors.unknown().ifPresent(all::add);
        if (fit.placesUnknown() > 0) {
            all.add(new Reason.PlacesUnknown(fit.placesUnknown(), fit.people));
        }
        return List.copyOf(all);
    }

    /// Who of these competes with whom and may not sit with them, and then what could not be told. Those who are not
    /// among the leaders are left aside.
    public List<Reason.Sentence> competition(Collection<String> people) {
        return fit.competition(people);
    }

    /// A score that no seating of these people can exceed.
    public double bound() {
        return bound.get();
    }

    /// Searches until the time is over or `stop` says so, from nothing or from seats: an earlier result, or
    /// seats that people have chosen. What the rules forbid of these is not kept, whoever has no seat gets one.
    public Proposal search(
            Search search, Map<String, Integer> start, Consumer<Progress> progress, BooleanSupplier stop) {
        Chance chance = new Chance(search.seed());
        SeatPlan seating = new FirstSeats(fit, limits, wishes, chance, groups(start)).seat();
        SeatingSearch searching = new SeatingSearch(seating, wishes, chance);
        Budget budget = search.iterations().isPresent()
                ? Budget.ofSteps(search.iterations().getAsLong(), stop)
                : Budget.ofSeconds(search.seconds(), stop);
        double bound = bound();
        double[] last = {Double.NEGATIVE_INFINITY};
        searching.run(budget, search.threads(), told -> {
            if (told.seconds() - last[0] >= SECONDS_BETWEEN_PROGRESS) {
                last[0] = told.seconds();
                int[] best = searching.best();
                progress.accept(new Progress(
                        told.seconds(), told.score(), told.sum(), told.weakest(), bound, () -> seats(best)));
            }
        });
        return new Explaining(seating, wishes).proposal(bound);
    }

    /// Everything that can be asked of these seats. Ids that are not among the leaders are left aside.
    public Arrangement arrange(Map<String, Integer> seats) {
        return arrange(seats, Map.of());
    }

    /// With names for some of the groups, by their numbers, for reasons to call them by.
    public Arrangement arrange(Map<String, Integer> seats, Map<Integer, String> names) {
        return new Arrangement(this, groups(seats), names);
    }

    /// The same people and rules, for groups of another size.
    public Composer sized(SizeLimits size) {
        return size.equals(limits) ? this : new Composer(fit, new KeptTogether(fit, size, rules), rules, size);
    }

    Map<String, Integer> seats(int[] groupOf) {
        Map<String, Integer> seats = new LinkedHashMap<>();
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] != SeatPlan.NOBODY) {
                seats.put(fit.leaders.get(i).id(), groupOf[i] + 1);
            }
        }
        return Collections.unmodifiableMap(seats);
    }

    private int[] groups(Map<String, Integer> seats) {
        int[] groupOf = new int[fit.people];
        Arrays.setAll(groupOf, i -> seats.getOrDefault(fit.leaders.get(i).id(), 0) - 1);
        return groupOf;
    }

    private static <T> Supplier<T> once(Supplier<T> work) {
        return new Supplier<>() {
            private Optional<T> value = Optional.empty();

            @Override
            public synchronized T get() {
                if (value.isEmpty()) {
                    value = Optional.of(work.get());
                }
                return value.get();
            }
        };
    }
}
