package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.SizeLimits;

/// A score that no seating of all these people can exceed, proved by the run itself. A power mean is at most
/// the plain mean of what the members' groups are worth, and of that mean each part has a limit:
///
/// - **Partners.** Nobody fits better than with the best partners that the smallest group needs, whoever else wants
///   them. Leaders with equal profiles are taken together, so that a hundred thousand cost as little as their different
///   profiles.
/// - **Industries.** Different industries are for all what they cannot be for one: where half of the people are in one
///   industry, half of an average group is. In a group of n the value is 1 - ((n·q - 1) + (n·r - 1)) / (2·(n - 1)),
///   where q and r are the sums of squared shares of its industries and narrow industries; over groups, weighted by
///   members, these are on average at least the same sums over everybody (Cauchy and Schwarz). How sizes may be mixed
///   is settled by Lagrange multipliers, of which any prove a bound.
/// - **Competence.** What members aim at is met by others of the group: a topic by at most so many as have done it,
///   each for one group.
///
/// The partners' limit is taken with industries in it and without, and the lower of both bounds holds.
final class BestPossible {

    private static final int SIZES_TO_TRY = 400;

    private final Fit fit;
    private final SizeLimits limits;
    private final int partners;

    private BestPossible(Fit fit, SizeLimits limits) {
        this.fit = fit;
        this.limits = limits;
        this.partners = limits.least() - 1;
    }

    static double score(Fit fit, SizeLimits limits) {
        return fit.people == 0 ? 0 : Math.max(SeatPlan.LEAST_QUALITY, new BestPossible(fit, limits).score());
    }

    private double score() {
        int alone = fit.kinds > 0 ? fit.weights.of(Criterion.ALONE) : 0;
        double whole = fit.pairWeight + (double) alone;
        double others = alone + fit.pairBase / (double) Fit.THOUSAND + competence() + wished();
        int[] all = IntStream.range(0, fit.coded.length).toArray();
        double together = (others + partnered(all)) / whole;
        int industry = Arrays.asList(fit.coded).indexOf(Criterion.INDUSTRY);
        if (industry < 0) {
            return together;
        }
        int[] rest = Arrays.stream(all).filter(c -> c != industry).toArray();
        int weight = fit.weightOf[industry];
        return Math.min(together, (others + partnered(rest) + weight) / whole + mixture(weight / whole));
    }

    /// The mean over all people of what their best partners are worth by these criteria, in weights.
    private double partnered(int[] criteria) {
        Map<List<Integer>, Integer> number = new HashMap<>();
        int[] profileOf = new int[fit.people];
        int[] example = new int[fit.people];
        int[] count = new int[fit.people];
        for (int i = 0; i < fit.people; i++) {
            int person = i;
            List<Integer> codes =
                    Arrays.stream(criteria).mapToObj(c -> fit.code[c][person]).toList();
            int profile = number.computeIfAbsent(codes, unseen -> number.size());
            profileOf[i] = profile;
            example[profile] = i;
            count[profile]++;
        }
        int most = Arrays.stream(criteria).map(c -> fit.weightOf[c]).sum() * Fit.THOUSAND;
        int[] have = new int[most + 1];
        double sum = 0;
        for (int p = 0; p < number.size(); p++) {
            sum += count[p] * bestOf(criteria, p, number.size(), example, count, have);
        }
        return sum / fit.people / Fit.THOUSAND;
    }

    /// The mean value of the best partners for one profile; counting by value needs no sorting.
    private double bestOf(int[] criteria, int p, int profiles, int[] example, int[] count, int[] have) {
        Arrays.fill(have, 0);
        int highest = 0;
        for (int q = 0; q < profiles; q++) {
            int value = 0;
            for (int c : criteria) {
                value += fit.table[c][fit.code[c][example[p]]][fit.code[c][example[q]]];
            }
            have[value] += p == q ? count[q] - 1 : count[q];
            highest = Math.max(highest, value);
        }
        double sum = 0;
        int left = partners;
        for (int value = highest; value > 0 && left > 0; value--) {
            int taken = Math.min(left, have[value]);
            sum += (double) taken * value;
            left -= taken;
        }
        return sum / partners;
    }

    /// What the mixture of industries and the sizes of groups take away from the score, at the least: 0 or
    /// below. The multipliers are those for which every group would be of one size, of all sizes tried the
    /// best.
    private double mixture(double share) {
        List<Mixture> mixtures = List.of(
                mixed(leader -> leader.industry()),
                mixed(leader ->
                        leader.narrowIndustry().isEmpty() ? "" : leader.industry() + "\n" + leader.narrowIndustry()));
        double best = 0;
        for (int k = 0; k <= SIZES_TO_TRY; k++) {
            double size = limits.least() + (double) k / SIZES_TO_TRY * (limits.most() - limits.least());
            double highest = Double.NEGATIVE_INFINITY;
            for (int n = limits.least(); n <= limits.most(); n++) {
                highest = Math.max(
                        highest,
                        mixtures.size() * most(share / (2 * (n - 1)), n, share / (2 * (size - 1)), size)
                                - SeatPlan.SIZE_WEIGHT * limits.cost(n));
            }
            for (Mixture mixture : mixtures) {
                highest -= share / (2 * (size - 1)) * (size * mixture.squares + mixture.few);
            }
            best = Math.min(best, highest);
        }
        return best;
    }

    /// The most that a group of n can have of one part, where `pull` is what the multipliers give back for a
    /// group of that other size: all of it few of a kind, or many of a kind and all different, or many and all
    /// the same.
    private static double most(double share, int n, double pull, double size) {
        double few = pull - share;
        double different = (pull * size - share * n) / n;
        double same = pull * size - share * n;
        return share + Math.max(few, Math.max(different, same));
    }

    /// Kinds of which more than one would sit in an average group, by the sum of their squared shares, and the
    /// share of all who are of other kinds: of these a whole number sits in a group too, and the square of a whole
    /// number is at least the number. Whoever says none is one of their own.
    private record Mixture(double squares, double few) {}

    private Mixture mixed(Function<Leader, String> word) {
        Map<String, Integer> count = new HashMap<>();
        for (Leader leader : fit.leaders) {
            String said = leader.industry().isEmpty() ? "" : word.apply(leader);
            if (!said.isEmpty()) {
                count.merge(said, 1, Integer::sum);
            }
        }
        double squares = 0;
        double many = 0;
        for (int holders : count.values()) {
            double part = (double) holders / fit.people;
            if (part * limits.target() > 1) {
                squares += part * part;
                many += part;
            }
        }
        return new Mixture(squares, 1 - many);
    }

    /// By members, what is met of all aims, in weights: over a group, what one gets is what another gives, so
    /// that the two halves of the value are equal. Whoever aims at nothing counts half.
    private double competence() {
        if (fit.topics == 0) {
            return 0;
        }
        int[] doers = new int[fit.topics];
        List<List<Double>> wanted = new ArrayList<>();
        IntStream.range(0, fit.topics).forEach(topic -> wanted.add(new ArrayList<>()));
        double sum = 0;
        for (int i = 0; i < fit.people; i++) {
            for (int topic : fit.does[i]) {
                doers[topic]++;
            }
            for (int topic : fit.aims[i]) {
                wanted.get(topic).add(1.0 / fit.aims[i].length);
            }
            sum += fit.aims[i].length == 0 ? 0.5 : 0;
        }
        for (int topic = 0; topic < fit.topics; topic++) {
            double met = doers[topic] * (partners + 1.0) / partners;
            double most = Math.min(1, doers[topic] / (double) partners);
            List<Double> highest = wanted.get(topic).stream()
                    .sorted((one, other) -> Double.compare(other, one))
                    .toList();
            for (int k = 0; k < highest.size() && met > 0; k++) {
                double taken = Math.min(most, met);
                sum += taken * highest.get(k);
                met -= taken;
            }
        }
        return fit.weights.of(Criterion.COMPETENCE) * sum / fit.people;
    }

    private double wished() {
        double sum = 0;
        for (int[] values : fit.acquaintedValue) {
            for (int value : values) {
                sum += Math.max(0, value);
            }
        }
        return sum / partners / fit.people / Fit.THOUSAND;
    }
}
