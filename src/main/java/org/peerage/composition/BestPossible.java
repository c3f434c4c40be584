package org.peerage.composition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A score that no seating of these people can exceed, proved by the run itself: nobody's mean fit can be better than
/// with the best partners that the smallest group would need, whoever else wants them; a power mean is at most the
/// plain
/// mean; size and being alone only lower it. Leaders with equal profiles are taken together, so that a hundred thousand
/// cost as little as their different profiles.
final class BestPossible {

    private BestPossible() {}

    static double score(Fit fit, GroupSize band) {
        int partners = band.least() - 1;
        Map<List<Integer>, Integer> number = new HashMap<>();
        int[] profileOf = new int[fit.people];
        int[] example = new int[fit.people];
        int[] count = new int[fit.people];
        for (int i = 0; i < fit.people; i++) {
            int person = i;
            List<Integer> codes =
                    Arrays.stream(fit.code).map(code -> code[person]).toList();
            int profile = number.computeIfAbsent(codes, unseen -> number.size());
            profileOf[i] = profile;
            example[profile] = i;
            count[profile]++;
        }
        int profiles = number.size();
        double[] best = new double[profiles];
        int most = Arrays.stream(fit.weightOf).sum() * Fit.THOUSAND;
        int[] have = new int[most + 1];
        for (int p = 0; p < profiles; p++) {
            best[p] = bestOf(fit, p, profiles, example, count, have, partners);
        }
        double constant =
                fit.repeatsBase + (fit.topics > 0 ? fit.weights.of(Criterion.COMPETENCE) * (double) Fit.THOUSAND : 0);
        double sum = 0;
        for (int i = 0; i < fit.people; i++) {
            sum += best[profileOf[i]] + constant + wished(fit, i) / (double) partners;
        }
        double fitting = sum / fit.people / (fit.pairWeight * (double) Fit.THOUSAND);
        int alone = fit.kinds > 0 ? fit.weights.of(Criterion.ALONE) : 0;
        return (fit.pairWeight * fitting + alone) / (fit.pairWeight + alone);
    }

    /// The mean value of the best partners for one profile; counting by value needs no sorting.
    private static double bestOf(Fit fit, int p, int profiles, int[] example, int[] count, int[] have, int partners) {
        Arrays.fill(have, 0);
        int highest = 0;
        for (int q = 0; q < profiles; q++) {
            int value = 0;
            for (int c = 0; c < fit.coded.length; c++) {
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

    private static double wished(Fit fit, int i) {
        double sum = 0;
        for (int value : fit.acquaintedValue[i]) {
            sum += Math.max(0, value);
        }
        return sum;
    }
}
