package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;

/// Values and reasons of a seating: what each criterion says of a group, why somebody sits here and not there, and
/// which rule stands in the way.
final class Explaining {

    /// Looking at every other group for every seat would take longer than the search where there are thousands.
    private static final int GROUPS_TO_LOOK_AT = 400;

    private static final int RULES_TO_NAME = 3;

    private final SeatPlan seating;
    private final Fit fit;
    private final KeptTogether wishes;
    private final String[] names;

    Explaining(SeatPlan seating, KeptTogether wishes) {
        this(seating, wishes, Map.of());
    }

    /// With names for some of the groups, by their numbers from 1; a lock has named its group already.
    Explaining(SeatPlan seating, KeptTogether wishes, Map<Integer, String> called) {
        this.seating = seating;
        this.fit = seating.fit;
        this.wishes = wishes;
        int highest = wishes.locks().values().stream().max(Integer::compare).orElse(-1);
        this.names = new String[Math.max(seating.groups, highest + 1)];
        Arrays.setAll(names, g -> Integer.toString(g + 1));
        called.forEach((number, name) -> names[number - 1] = name);
        wishes.locks().forEach((name, g) -> names[g] = name);
    }

    String name(int g) {
        return names[g];
    }

    Proposal proposal(double bound) {
        List<Proposal.Group> groups = new ArrayList<>();
        for (int g = 0; g < seating.groups; g++) {
            if (seating.size[g] > 0) {
                groups.add(group(g));
            }
        }
        List<Proposal.Unseated> unseated = new ArrayList<>();
        for (int i = 0; i < fit.people; i++) {
            if (seating.groupOf[i] == SeatPlan.NOBODY) {
                unseated.add(new Proposal.Unseated(fit.leaders.get(i), whyUnseated(i)));
            }
        }
        return new Proposal(
                seating.score(), seating.sum(), seating.weakest(), bound, List.copyOf(groups), List.copyOf(unseated));
    }

    private Proposal.Group group(int g) {
        Map<Criterion, Double> values = values(g);
        List<Proposal.Seat> seats = new ArrayList<>();
        for (int i : people(g)) {
            seats.add(new Proposal.Seat(fit.leaders.get(i), share(i, g), whyHere(i, g), whyNotThere(i)));
        }
        Criterion weakest = values.entrySet().stream()
                .filter(value -> value.getKey() != Criterion.WISHES)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Criterion.ALONE);
        return new Proposal.Group(g + 1, names[g], seating.quality(g), values, weakest, List.copyOf(seats));
    }

    /// In the order of the roster, so that the same seats always give the same sums to the last digit.
    private int[] people(int g) {
        int[] people = Arrays.copyOf(seating.members[g], seating.size[g]);
        Arrays.sort(people);
        return people;
    }

    /// The mean of each criterion over the pairs of a group; for being alone the share of members who are not.
    private Map<Criterion, Double> values(int g) {
        Map<Criterion, Double> values = new EnumMap<>(Criterion.class);
        int[] people = people(g);
        int n = people.length;
        double pairs = Math.max(1, n * (n - 1) / 2.0);
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < x; y++) {
                values(people[x], people[y])
                        .forEach((criterion, value) -> values.merge(criterion, value / pairs, Double::sum));
            }
        }
        if (fit.kinds > 0) {
            int alone = 0;
            for (int x = 0; x < n; x++) {
                int kind = fit.kind[people[x]];
                int same = 0;
                for (int y = 0; y < n; y++) {
                    same += fit.kind[people[y]] == kind ? 1 : 0;
                }
                alone += kind >= 0 && same == 1 ? 1 : 0;
            }
            values.put(Criterion.ALONE, 1 - (double) alone / n);
        }
        return values;
    }

    /// What each criterion in use says of two people.
    private Map<Criterion, Double> values(int i, int j) {
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
        if (wishedBothWays(i, j)) {
            values.put(Criterion.WISHES, 1.0);
        }
        return values;
    }

    private boolean wishedBothWays(int i, int j) {
        return fit.leaders.get(i).wishes().contains(fit.leaders.get(j).id())
                && fit.leaders.get(j).wishes().contains(fit.leaders.get(i).id());
    }

    /// The mean fit of somebody with the others of a group.
    double share(int i, int g) {
        int others = seating.size[g] - (seating.groupOf[i] == g ? 1 : 0);
        return others == 0 ? 0 : seating.worth(i, g) / (double) others / fit.pairWeight / Fit.THOUSAND;
    }

    /// Why somebody sits, or would sit, in a group: ties first, then how they fit and by what most.
    List<Reason> whyHere(int i, int g) {
        List<Reason> why = new ArrayList<>();
        if (wishes.locked(i)) {
            why.add(new Reason.SeatLocked());
        } else if (wishes.pinned(i)) {
            why.add(new Reason.SitsWith(wishes.blockOf(i).stream()
                    .filter(other -> other != i)
                    .map(fit.leaders::get)
                    .toList()));
        }
        List<Leader> wished = Arrays.stream(people(g))
                .filter(other -> other != i && wishedBothWays(i, other))
                .mapToObj(fit.leaders::get)
                .toList();
        if (!wished.isEmpty()) {
            why.add(new Reason.WishedBothWays(wished));
        }
        Map<Criterion, Double> mean = new EnumMap<>(Criterion.class);
        int others = seating.size[g] - (seating.groupOf[i] == g ? 1 : 0);
        for (int other : people(g)) {
            if (other != i) {
                values(i, other).forEach((criterion, value) -> mean.merge(criterion, value / others, Double::sum));
            }
        }
        List<Reason.Share> most = mean.entrySet().stream()
                .sorted(Map.Entry.<Criterion, Double>comparingByValue().reversed())
                .limit(2)
                .map(value -> new Reason.Share(value.getKey(), value.getValue()))
                .toList();
        why.add(new Reason.FitsTheOthers(share(i, g), most));
        return List.copyOf(why);
    }

    /// Why not in the best other group.
    private List<Reason> whyNotThere(int i) {
        return someGroups(i).stream()
                .filter(h -> h != seating.groupOf[i])
                .max(Comparator.comparingDouble(h -> share(i, h)))
                .map(best -> whyNot(i, best))
                .orElse(List.of(new Reason.NoOtherGroup()));
    }

    /// All groups that anybody sits in, or an even choice of them where there are very many.
    private List<Integer> someGroups(int i) {
        int stride = Math.max(1, seating.groups / GROUPS_TO_LOOK_AT);
        List<Integer> some = new ArrayList<>();
        for (int g = (int) (i * 7L % stride); g < seating.groups; g += stride) {
            if (seating.size[g] > 0) {
                some.add(g);
            }
        }
        return some;
    }

    /// Why somebody does not sit in this group.
    List<Reason> whyNot(int i, int g) {
        List<Reason> why = new ArrayList<>();
        boolean seated = seating.groupOf[i] != SeatPlan.NOBODY;
        double there = share(i, g);
        double here = seated ? share(i, seating.groupOf[i]) : 0;
        why.add(seated ? new Reason.ElsewhereFits(names[g], there, here) : new Reason.WouldFit(names[g], there));
        Optional<Reason.Rule> rule = forbids(i, g, SeatPlan.NOBODY).or(() -> bound(i, g));
        if (rule.isPresent()) {
            why.add(rule.get());
        } else if (seating.size[g] >= seating.limits.most() && there >= here) {
            why.add(new Reason.Full(names[g], seating.size[g]));
        } else if (seated && there > here) {
            why.add(new Reason.OthersWouldLose());
        }
        return List.copyOf(why);
    }

    /// The rule between somebody and those who sit in a group, one of whom may be leaving.
    Optional<Reason.Rule> forbids(int i, int g, int leaving) {
        for (int k = 0; k < seating.size[g]; k++) {
            int other = seating.members[g][k];
            if (other != leaving && other != i) {
                Optional<Reason.Rule> why = fit.forbids(i, other);
                if (why.isPresent()) {
                    return why;
                }
            }
        }
        return seating.lawful(i, g, leaving) ? Optional.empty() : Optional.of(new Reason.NoCommonLanguage(names[g]));
    }

    /// What keeps somebody from going to a group alone: a lock elsewhere, or people to sit with who are elsewhere.
    Optional<Reason.Rule> bound(int i, int g) {
        return lockedElsewhere(i, g)
                .or(() -> wishes.blockOf(i).stream()
                        .filter(other -> other != i && seating.groupOf[other] != g)
                        .findFirst()
                        .map(other -> new Reason.Together(fit.leaders.get(i), fit.leaders.get(other))));
    }

    /// The lock of somebody, or of anybody they must sit with, in another group than this.
    Optional<Reason.Rule> lockedElsewhere(int i, int g) {
        return wishes.blockOf(i).stream()
                .filter(person -> wishes.lockOf(person).map(lock -> lock != g).orElse(false))
                .findFirst()
                .map(person -> new Reason.LockedTo(
                        fit.leaders.get(person), names[wishes.lockOf(person).orElseThrow()]));
    }

    List<Reason> whyUnseated(int i) {
        if (seating.seated() == 0) {
            return List.of(
                    fit.people < seating.limits.least()
                            ? new Reason.TooFewPeople(fit.people, seating.limits.least())
                            : new Reason.NobodyTogether(seating.limits.least()));
        }
        List<Reason> rules = new ArrayList<>();
        List<Reason> open = new ArrayList<>();
        int full = 0;
        for (int g : someGroups(i)) {
            Optional<Reason.Rule> rule = forbids(i, g, SeatPlan.NOBODY).or(() -> lockedElsewhere(i, g));
            if (rule.isPresent() && rules.size() < RULES_TO_NAME) {
                rules.add(new Reason.NotIn(names[g], rule.get()));
            } else if (rule.isEmpty() && seating.size[g] < seating.limits.most() && open.isEmpty()) {
                open.add(new Reason.SeatOpen(names[g]));
            } else if (rule.isEmpty()) {
                full++;
            }
        }
        if (full > 0 && open.isEmpty()) {
            rules.addFirst(new Reason.LawfulGroupsFull(full, seating.limits.most()));
        }
        rules.addAll(0, open);
        return List.copyOf(rules);
    }
}
