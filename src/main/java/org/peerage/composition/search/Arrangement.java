package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peerage.composition.Candidate;
import org.peerage.composition.Effect;
import org.peerage.composition.Leader;
import org.peerage.composition.Opening;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;

/// Given seats, and everything that can be asked of them: what a change would do, where somebody fits, why here and why
/// not there. The seats themselves stay as they are; an [Effect] carries those that would be.
///
/// Groups are numbered from 1; the number after the highest stands for a new group. Not for several threads at once.
public final class Arrangement {

    private final Composer composer;
    private final SeatPlan seating;
    private final Explaining explaining;
    private final Reseating reseating;

    Arrangement(Composer composer, int[] groupOf, Map<Integer, String> names) {
        this.composer = composer;
        int highest = Math.max(
                Arrays.stream(groupOf).max().orElse(SeatPlan.NOBODY) + 1,
                names.keySet().stream().max(Integer::compare).orElse(0));
        this.seating = SeatPlan.of(composer.fit, composer.limits, highest + 1, groupOf);
        this.explaining = new Explaining(seating, composer.wishes, names);
        this.reseating = new Reseating(seating, composer.wishes);
    }

    /// The number of the group that each leader sits in; whoever has no seat is missing.
    public Map<String, Integer> seats() {
        return composer.seats(seating.groupOf);
    }

    /// Every number and every reason of these seats.
    public Proposal proposal() {
        return explaining.proposal(composer.bound());
    }

    public List<Reason> whyHere(String leader) {
        int i = composer.fit.numberOf(leader);
        return seating.groupOf[i] == SeatPlan.NOBODY
                ? explaining.whyUnseated(i)
                : explaining.whyHere(i, seating.groupOf[i]);
    }

    public List<Reason> whyNot(String leader, int group) {
        return explaining.whyNot(composer.fit.numberOf(leader), group(group));
    }

    /// The groups with an open seat where this leader may lawfully sit, their own left out, best first.
    public List<Opening> openings(String leader, int atMost) {
        int i = composer.fit.numberOf(leader);
        int from = seating.groupOf[i];
        if (from != SeatPlan.NOBODY) {
            seating.leave(i);
        }
        List<Opening> openings = reseating.openings(i).stream()
                .filter(vacancy -> vacancy.group() != from)
                .limit(atMost)
                .map(vacancy -> new Opening(
                        vacancy.group() + 1,
                        explaining.name(vacancy.group()),
                        seating.size[vacancy.group()],
                        vacancy.before(),
                        vacancy.after(),
                        explaining.share(i, vacancy.group()),
                        explaining.whyHere(i, vacancy.group())))
                .toList();
        if (from != SeatPlan.NOBODY) {
            seating.sit(i, from);
        }
        return openings;
    }

    /// How somebody without a seat would do in this group.
    public Candidate candidate(String leader, int group) {
        int i = composer.fit.numberOf(leader);
        int to = group(group);
        if (seating.groupOf[i] != SeatPlan.NOBODY) {
            throw new IllegalArgumentException(leader + " has a seat");
        }
        return candidate(i, to, forbids(i, to).or(() -> full(to, 1)).map(rule -> rule));
    }

    /// Of all who have no seat, those who may lawfully sit in this group and would make it best.
    public List<Candidate> candidates(int group, int atMost) {
        int to = group(group);
        if (full(to, 1).isPresent()) {
            return List.of();
        }
        return IntStream.range(0, seating.groupOf.length)
                .filter(i -> seating.groupOf[i] == SeatPlan.NOBODY
                        && seating.lawful(i, to, SeatPlan.NOBODY)
                        && explaining.bound(i, to).isEmpty())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> seating.qualityWith(i, to))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(atMost)
                .map(i -> candidate(i, to, Optional.empty()))
                .toList();
    }

    private Candidate candidate(int i, int to, Optional<Reason> forbidden) {
        boolean empty = seating.size[to] == 0;
        return new Candidate(
                composer.fit.leaders.get(i),
                to + 1,
                empty ? 0 : seating.quality(to),
                seating.qualityWith(i, to),
                explaining.share(i, to),
                empty
                        ? List.of()
                        : Stream.concat(explaining.whyHere(i, to).stream(), untold(i, to))
                                .toList(),
                forbidden);
    }

    /// Whether they compete with somebody of the group, where that is not known.
    private Stream<Reason> untold(int i, int to) {
        return composer
                .fit
                .competitors
                .among(
                        IntStream.concat(IntStream.of(i), Arrays.stream(seating.members[to], 0, seating.size[to]))
                                .toArray(),
                        1)
                .stream()
                .filter(reason -> !(reason instanceof Reason.Rule))
                .map(reason -> reason);
    }

    private Optional<Reason.Rule> forbids(int i, int to) {
        return explaining.forbids(i, to, SeatPlan.NOBODY).or(() -> explaining.bound(i, to));
    }

    /// The groups that this one could join whole, best first; why tells how its first member would fit.
    public List<Opening> partners(int group) {
        int shrunk = group(group);
        int[] people = Arrays.copyOf(seating.members[shrunk], seating.size[shrunk]);
        return reseating.partners(shrunk).stream()
                .map(vacancy -> new Opening(
                        vacancy.group() + 1,
                        explaining.name(vacancy.group()),
                        seating.size[vacancy.group()],
                        vacancy.before(),
                        vacancy.after(),
                        Arrays.stream(people)
                                .mapToDouble(i -> explaining.share(i, vacancy.group()))
                                .average()
                                .orElse(0),
                        List.of()))
                .toList();
    }

    /// Somebody goes to another group, or takes a seat for the first time.
    public Effect move(String leader, int group) {
        int i = composer.fit.numberOf(leader);
        int to = group(group);
        int from = seating.groupOf[i];
        if (from == to) {
            return effect(Optional.empty(), seated -> {});
        }
        Optional<Reason> forbidden =
                forbids(i, to).or(() -> full(to, 1)).or(() -> leaves(from)).map(rule -> rule);
        return effect(forbidden, seated -> {
            if (from != SeatPlan.NOBODY) {
                seated.leave(i);
            }
            seated.sit(i, to);
        });
    }

    /// Two people of different groups change places; one of them may have no seat.
    public Effect swap(String one, String other) {
        int i = composer.fit.numberOf(one);
        int j = composer.fit.numberOf(other);
        int a = seating.groupOf[i];
        int b = seating.groupOf[j];
        if (a == b) {
            return effect(Optional.empty(), seated -> {});
        }
        return effect(comes(i, b, j).or(() -> comes(j, a, i)).map(rule -> rule), seated -> {
            leave(seated, i);
            leave(seated, j);
            sit(seated, i, b);
            sit(seated, j, a);
        });
    }

    /// Somebody gives up their seat.
    public Effect leave(String leader) {
        int i = composer.fit.numberOf(leader);
        return effect(leaves(seating.groupOf[i]).map(rule -> rule), seated -> leave(seated, i));
    }

    /// All of one group join another.
    public Effect merge(int group, int into) {
        int shrunk = group(group);
        int to = group(into);
        if (shrunk == to) {
            return effect(Optional.empty(), seated -> {});
        }
        Optional<Reason> full = full(to, seating.size[shrunk]).map(rule -> rule);
        if (full.isPresent()) {
            return effect(full, seated -> {});
        }
        Optional<Reason> forbidden = Optional.empty();
        for (int k = 0; k < seating.size[shrunk] && forbidden.isEmpty(); k++) {
            int i = seating.members[shrunk][k];
            forbidden = explaining
                    .forbids(i, to, SeatPlan.NOBODY)
                    .or(() -> explaining.lockedElsewhere(i, to))
                    .map(rule -> rule);
        }
        return effect(forbidden, seated -> new Reseating(seated, composer.wishes).merge(shrunk, to));
    }

    /// A group becomes two, the second with the number after the highest.
    public Effect split(int group) {
        int grown = group(group);
        int empty = seating.groups - 1;
        SeatPlan after = copy();
        if (!new Reseating(after, composer.wishes).split(grown, empty)) {
            return effect(
                    Optional.of(new Reason.TooFewToSplit(
                            explaining.name(grown), seating.size[grown], composer.limits.least())),
                    seated -> {});
        }
        return effect(Optional.empty(), after);
    }

    /// Fills a group up with no more than this many moves, each the one that helps all groups most.
    public Effect repair(int group, int movesAtMost) {
        int shrunk = group(group);
        return effect(Optional.empty(), seated -> new Reseating(seated, composer.wishes).repair(shrunk, movesAtMost));
    }

    private int group(int number) {
        if (number < 1 || number > seating.groups) {
            throw new IllegalArgumentException("there is no group " + number);
        }
        return number - 1;
    }

    private Optional<Reason.Rule> full(int to, int coming) {
        return seating.size[to] + coming > composer.limits.most()
                ? Optional.of(new Reason.Full(explaining.name(to), composer.limits.most()))
                : Optional.empty();
    }

    /// A group of the smallest size cannot spare anybody; one that is below it already is being dissolved.
    private Optional<Reason.Rule> leaves(int from) {
        return from != SeatPlan.NOBODY && seating.size[from] == composer.limits.least()
                ? Optional.of(
                        new Reason.TooFewLeft(explaining.name(from), seating.size[from] - 1, composer.limits.least()))
                : Optional.empty();
    }

    private Optional<Reason.Rule> comes(int i, int to, int leaving) {
        return to == SeatPlan.NOBODY
                ? Optional.empty()
                : explaining.forbids(i, to, leaving).or(() -> explaining.bound(i, to));
    }

    private static void leave(SeatPlan seated, int i) {
        if (seated.groupOf[i] != SeatPlan.NOBODY) {
            seated.leave(i);
        }
    }

    private static void sit(SeatPlan seated, int i, int g) {
        if (g != SeatPlan.NOBODY) {
            seated.sit(i, g);
        }
    }

    private SeatPlan copy() {
        return SeatPlan.of(composer.fit, composer.limits, seating.groups, seating.groupOf);
    }

    private Effect effect(Optional<Reason> forbidden, Consumer<SeatPlan> change) {
        SeatPlan after = copy();
        change.accept(after);
        return effect(forbidden, after);
    }

    private Effect effect(Optional<Reason> forbidden, SeatPlan after) {
        List<Leader> moved = new ArrayList<>();
        NavigableSet<Integer> touched = new TreeSet<>();
        for (int i = 0; i < after.groupOf.length; i++) {
            if (after.groupOf[i] != seating.groupOf[i]) {
                moved.add(composer.fit.leaders.get(i));
                touched.add(after.groupOf[i]);
                touched.add(seating.groupOf[i]);
            }
        }
        touched.remove(SeatPlan.NOBODY);
        return new Effect(
                composer.seats(after.groupOf),
                tally(seating),
                tally(after),
                touched.stream()
                        .map(g -> new Effect.Touched(
                                g + 1,
                                explaining.name(g),
                                seating.size[g],
                                after.size[g],
                                seating.size[g] == 0 ? 0 : seating.quality(g),
                                after.size[g] == 0 ? 0 : after.quality(g)))
                        .toList(),
                List.copyOf(moved),
                forbidden);
    }

    private static Effect.Tally tally(SeatPlan seating) {
        return new Effect.Tally(seating.score(), seating.sum(), seating.weakest());
    }
}
