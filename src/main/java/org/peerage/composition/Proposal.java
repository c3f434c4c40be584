package org.peerage.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the search found, put for people: groups with a value for each criterion and the one weakest point, every seat
/// with why here and why not there, and who has no seat and why.
record Proposal(double score, double sum, double weakest, double bound, List<Group> groups, List<Unseated> unseated) {

    /// Shares from 0 to 1.
    record Group(
            int number,
            String name,
            double quality,
            Map<Criterion, Double> values,
            Criterion weakestPoint,
            List<Seat> seats) {}

    record Seat(Leader leader, double fit, String whyHere, String whyNotThere) {}

    record Unseated(Leader leader, String why) {}

    /// Looking at every other group for every seat would take longer than the search where there are thousands.
    private static final int GROUPS_TO_LOOK_AT = 400;

    static Proposal of(Seating seating, Wishes wishes, double bound) {
        String[] names = new String[seating.groups];
        Arrays.setAll(names, g -> Integer.toString(g + 1));
        wishes.locks().forEach((name, g) -> names[g] = name);
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < seating.groups; g++) {
            if (seating.size[g] > 0) {
                groups.add(group(seating, wishes, names, g));
            }
        }
        List<Unseated> unseated = new ArrayList<>();
        for (int i = 0; i < seating.groupOf.length; i++) {
            if (seating.groupOf[i] == Seating.NOBODY) {
                unseated.add(new Unseated(seating.fit.leaders.get(i), whyUnseated(seating, names, i)));
            }
        }
        return new Proposal(
                seating.score(),
                seating.sum(),
                groups.isEmpty() ? 0 : seating.quality(seating.weakest()),
                bound,
                List.copyOf(groups),
                List.copyOf(unseated));
    }

    private static Group group(Seating seating, Wishes wishes, String[] names, int g) {
        Map<Criterion, Double> values = values(seating, g);
        List<Seat> seats = new ArrayList<>();
        int[] people = Arrays.copyOf(seating.members[g], seating.size[g]);
        Arrays.sort(people);
        for (int i : people) {
            seats.add(new Seat(
                    seating.fit.leaders.get(i),
                    fit(seating, i, g),
                    whyHere(seating, wishes, i, g),
                    whyNotThere(seating, names, i, g)));
        }
        Criterion weakest = values.entrySet().stream()
                .filter(value -> value.getKey() != Criterion.WISHES)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Criterion.ALONE);
        return new Group(g + 1, names[g], seating.quality(g), values, weakest, List.copyOf(seats));
    }

    /// The mean of each criterion over the pairs of a group; for being alone the share of members who are not.
    private static Map<Criterion, Double> values(Seating seating, int g) {
        Fit fit = seating.fit;
        Map<Criterion, Double> values = new EnumMap<>(Criterion.class);
        int n = seating.size[g];
        double pairs = Math.max(1, n * (n - 1) / 2.0);
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < x; y++) {
                int i = seating.members[g][x];
                int j = seating.members[g][y];
                for (Map.Entry<Criterion, Double> value : values(fit, i, j).entrySet()) {
                    values.merge(value.getKey(), value.getValue() / pairs, Double::sum);
                }
            }
        }
        if (fit.kinds > 0) {
            int alone = 0;
            for (int x = 0; x < n; x++) {
                int kind = fit.kind[seating.members[g][x]];
                int same = 0;
                for (int y = 0; y < n; y++) {
                    same += fit.kind[seating.members[g][y]] == kind ? 1 : 0;
                }
                alone += kind >= 0 && same == 1 ? 1 : 0;
            }
            values.put(Criterion.ALONE, 1 - (double) alone / n);
        }
        return values;
    }

    /// What each criterion in use says of two people.
    static Map<Criterion, Double> values(Fit fit, int i, int j) {
        Map<Criterion, Double> values = new EnumMap<>(Criterion.class);
        for (int c = 0; c < fit.coded.length; c++) {
            values.put(
                    fit.coded[c],
                    fit.table[c][fit.code[c][i]][fit.code[c][j]] / (double) (Fit.THOUSAND * fit.weightOf[c]));
        }
        if (fit.topics > 0) {
            values.put(
                    Criterion.COMPETENCE,
                    fit.competence(i, j) / (double) (Fit.THOUSAND * fit.weights.of(Criterion.COMPETENCE)));
        }
        if (fit.repeatsBase > 0) {
            boolean before = !fit.leaders.get(i).earlier().isEmpty()
                    && fit.leaders.get(i).earlier().equals(fit.leaders.get(j).earlier());
            values.put(Criterion.REPEATS, before ? 0.0 : 1.0);
        }
        if (fit.leaders.get(i).wishes().contains(fit.leaders.get(j).id())
                && fit.leaders.get(j).wishes().contains(fit.leaders.get(i).id())) {
            values.put(Criterion.WISHES, 1.0);
        }
        return values;
    }

    /// The mean fit of somebody with the others of a group.
    private static double fit(Seating seating, int i, int g) {
        int others = seating.size[g] - (seating.groupOf[i] == g ? 1 : 0);
        return others == 0 ? 0 : seating.worth(i, g) / (double) others / seating.fit.pairWeight / Fit.THOUSAND;
    }

    private static String whyHere(Seating seating, Wishes wishes, int i, int g) {
        Map<Criterion, Double> mean = new EnumMap<>(Criterion.class);
        for (int k = 0; k < seating.size[g]; k++) {
            int other = seating.members[g][k];
            if (other != i) {
                values(seating.fit, i, other)
                        .forEach((criterion, value) ->
                                mean.merge(criterion, value / (seating.size[g] - 1), Double::sum));
            }
        }
        List<String> best = mean.entrySet().stream()
                .sorted(Map.Entry.<Criterion, Double>comparingByValue().reversed())
                .limit(2)
                .map(value -> value.getKey().sentence + " (" + percent(value.getValue()) + ")")
                .toList();
        String tie = wishes.locked(i) ? "The seat is locked. " : wishes.pinned(i) ? "Kept together by wish. " : "";
        return tie + "Fits the others at " + percent(fit(seating, i, g))
                + (best.isEmpty() ? "." : ", most by " + String.join(" and ", best) + ".");
    }

    private static String whyNotThere(Seating seating, String[] names, int i, int g) {
        int stride = Math.max(1, seating.groups / GROUPS_TO_LOOK_AT);
        List<Integer> others = new ArrayList<>();
        for (int h = (i * 7) % stride; h < seating.groups; h += stride) {
            if (h != g && seating.size[h] > 0) {
                others.add(h);
            }
        }
        if (others.isEmpty()) {
            return "There is no other group.";
        }
        double here = fit(seating, i, g);
        int best = others.stream()
                .max(Comparator.comparingDouble(h -> fit(seating, i, h)))
                .orElseThrow();
        String there =
                "group " + names[best] + " (" + percent(fit(seating, i, best)) + " against " + percent(here) + " here)";
        Optional<String> rule = forbids(seating, i, best);
        if (rule.isPresent()) {
            return "Not in " + there + ": " + rule.get();
        }
        return fit(seating, i, best) > here
                ? "Not in " + there + ": the groups together would lose more than this seat gains."
                : "The next best is " + there + ".";
    }

    private static Optional<String> forbids(Seating seating, int i, int g) {
        for (int k = 0; k < seating.size[g]; k++) {
            Optional<String> why = seating.fit.forbids(i, seating.members[g][k]);
            if (why.isPresent()) {
                return why;
            }
        }
        return seating.lawful(i, g, Seating.NOBODY)
                ? Optional.empty()
                : Optional.of("no language would be common to all.");
    }

    private static String whyUnseated(Seating seating, String[] names, int i) {
        if (seating.seated() == 0) {
            return seating.fit.people < seating.band.least()
                    ? seating.fit.people + (seating.fit.people == 1 ? " person does" : " people do")
                            + " not make a group of at least " + seating.band.least() + "."
                    : "No group of " + seating.band.least() + " people can be made who may all sit together.";
        }
        List<String> reasons = new ArrayList<>();
        int full = 0;
        for (int g = 0; g < seating.groups; g++) {
            if (seating.size[g] == 0) {
                continue;
            }
            Optional<String> rule = forbids(seating, i, g);
            if (rule.isPresent() && reasons.size() < 3) {
                reasons.add("group " + names[g] + ": " + rule.get());
            } else if (rule.isEmpty()) {
                full++;
            }
        }
        String ruled = reasons.isEmpty() ? "" : "Not possible in " + String.join(" ", reasons);
        return full == 0 ? ruled : (full + " lawful groups are full at " + seating.band.most() + ". " + ruled).strip();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
