package org.peerage.composition.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.kernel.Budget;
import org.peerage.composition.kernel.Chance;

/// Makes a lawful seating better: annealed swaps and shifts, every one lawful when it is made, so that the best so far
/// can be taken at any moment. With several threads the groups are dealt among them, each anneals inside its own share
/// for a slice of time, and then the groups are dealt anew, so that no seam lasts.
///
/// Swaps and shifts leave as many groups as there are. Between slices one is dissolved or opened for a trial:
/// whoever is touched settles for a while, and it stays if the score then is as good as before, or nearly so while
/// it is hot.
///
/// More people with a seat are better than any score, and nobody loses the one they have.
///
/// On one thread with a number of steps the same seed gives the same answer.
public final class SeatingSearch {

    /// What is known while it runs.
    public record Progress(double seconds, double score, double sum, double weakest) {}

    private static final int PROBES = 4_000;
    private static final double HOT = 0.12;
    private static final double COLD = 0.004;
    private static final double WARM = 0.05;
    private static final int SLICES = 60;
    private static final int STEPS_OF_A_LOOK = 512;
    private static final int STEPS_A_PERSON_TO_START_HOT = 20_000;
    private static final double SHARE_OF_REGROUPING = 0.05;
    private static final int STEPS_A_GROUP_TO_SETTLE = 500;
    private static final int WAITING_TO_SEAT_AT_ONCE = 50;

    private final KeptTogether wishes;
    private final SizeLimits limits;
    private final SeatPlan seating;
    private final Chance chance;
    private final boolean[] pinned;
    private final OpenSeats open;
    private final Regrouping regrouping;
    private final int[] usedAtFirst;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile int[] best;
    private volatile double bestScore;
    private int seatedOfBest;
    private double sumOfBest;
    private double weakestOfBest;

    public SeatingSearch(SeatPlan seating, KeptTogether wishes, Chance chance) {
        this.seating = seating;
        this.limits = seating.limits;
        this.wishes = wishes;
        this.chance = chance;
        this.pinned = new boolean[seating.fit.people];
        for (int i = 0; i < pinned.length; i++) {
            pinned[i] = wishes.pinned(i);
        }
        this.open = new OpenSeats(seating, wishes, chance);
        this.regrouping = new Regrouping(seating, wishes, chance);
        this.usedAtFirst = seating.used();
        this.best = seating.groupOf.clone();
        this.seatedOfBest = seating.seated();
        this.bestScore = seating.score();
        this.sumOfBest = seating.sum();
        this.weakestOfBest = seating.weakest();
    }

    /// The best so far, at any moment and from any thread.
    int[] best() {
        return best.clone();
    }

    double bestScore() {
        return bestScore;
    }

    /// Ends the run soon; what was found stays.
    void stop() {
        stopped.set(true);
    }

    boolean stopped() {
        return stopped.get();
    }

    public void run(Budget budget, int threads, Consumer<Progress> progress) {
        if (seating.groups < 2 || seating.seated() == 0) {
            return;
        }
        double usual = usualChange();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            double hot = WARM;
            for (int slice = 0; slice < SLICES && !budget.over(); slice++) {
                if (slice == 1) {
                    double steps = budget.counted() / Math.max(1e-9, budget.spent());
                    hot = steps / seating.fit.people > STEPS_A_PERSON_TO_START_HOT ? HOT : WARM;
                }
                double until = (slice + 1.0) / SLICES;
                double from = hot;
                slice(pool, threads, worker -> worker.anneal(budget, until, usual, from));
                moveBlocks(usual * COLD);
                regroup(budget, usual, temperature(usual, from, budget.spent()));
                keepBest(budget, progress);
            }
        }
        best = numbered(best);
        seating.become(best);
    }

    private void keepBest(Budget budget, Consumer<Progress> progress) {
        double score = seating.score();
        int seated = seating.seated();
        if (seated > seatedOfBest || (seated == seatedOfBest && score > bestScore)) {
            best = seating.groupOf.clone();
            seatedOfBest = seated;
            bestScore = score;
            sumOfBest = seating.sum();
            weakestOfBest = seating.weakest();
        }
        progress.accept(new Progress(budget.elapsed(), bestScore, sumOfBest, weakestOfBest));
    }

    /// Tries other numbers of groups for a small share of all steps so far.
    private void regroup(Budget budget, double usual, double temperature) {
        open.seatTheWaiting(seating.limits.least(), WAITING_TO_SEAT_AT_ONCE);
        while (regrouping.looked() < SHARE_OF_REGROUPING * budget.counted() && !budget.over() && !stopped.get()) {
            int[] before = seating.groupOf.clone();
            int seated = seating.seated();
            double limit = seating.energy() - temperature * Math.log(1 - chance.unit());
            boolean changed = regrouping.change();
            if (changed) {
                settle(touched(before), Math.max(temperature, usual * WARM), temperature);
            }
            if (!changed || (seating.seated() == seated && seating.energy() > limit)) {
                seating.become(before);
            }
        }
    }

    /// Whoever a change has touched gets as warm as the change needs, and cools down to what the others are.
    private void settle(int[] touched, double warm, double temperature) {
        int steps = STEPS_A_GROUP_TO_SETTLE * touched.length;
        Worker worker = new Worker(touched, chance, false);
        for (int k = 0; k < steps; k++) {
            worker.step(warm * Math.pow(temperature / warm, (double) k / steps));
        }
        regrouping.settled(steps);
    }

    private int[] touched(int[] before) {
        return IntStream.range(0, before.length)
                .filter(i -> before[i] != seating.groupOf[i])
                .flatMap(i -> IntStream.of(before[i], seating.groupOf[i]))
                .filter(g -> g != SeatPlan.NOBODY && seating.size[g] > 0)
                .distinct()
                .toArray();
    }

    /// Numbers that were given up go to the groups with the highest ones, unless a lock has named these.
    private int[] numbered(int[] seats) {
        Set<Integer> used =
                Arrays.stream(seats).filter(g -> g != SeatPlan.NOBODY).boxed().collect(Collectors.toSet());
        Map<Integer, Integer> renumbered = new HashMap<>();
        Deque<Integer> free = Arrays.stream(usedAtFirst)
                .filter(g -> !used.contains(g))
                .sorted()
                .boxed()
                .collect(Collectors.toCollection(ArrayDeque::new));
        for (int g = seating.groups - 1; g >= 0 && !free.isEmpty() && free.getFirst() < g; g--) {
            if (used.contains(g) && !wishes.locks().containsValue(g)) {
                renumbered.put(g, free.removeFirst());
            }
        }
        return Arrays.stream(seats).map(g -> renumbered.getOrDefault(g, g)).toArray();
    }

    private void slice(ExecutorService pool, int threads, Consumer<Worker> work) {
        int[] order = seating.used();
        chance.shuffle(order, order.length);
        int workers = Math.max(1, Math.min(threads, order.length / 2));
        List<Worker> shares = new ArrayList<>();
        for (int t = 0; t < workers; t++) {
            int from = (int) ((long) order.length * t / workers);
            int to = (int) ((long) order.length * (t + 1) / workers);
            shares.add(new Worker(
                    Arrays.copyOfRange(order, from, to), new Chance(chance.below(Integer.MAX_VALUE)), t == 0));
        }
        if (workers == 1) {
            work.accept(shares.getFirst());
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        shares.forEach(share -> running.add(pool.submit(() -> work.accept(share))));
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static double temperature(double usual, double hot, double spent) {
        return usual * hot * Math.pow(COLD / hot, Math.min(1, spent));
    }

    /// The mean size of the effect of a random swap: temperatures are shares of it.
    private double usualChange() {
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < PROBES; k++) {
            int i = chance.below(seating.fit.people);
            int j = chance.below(seating.fit.people);
            if (seating.groupOf[i] != SeatPlan.NOBODY
                    && seating.groupOf[j] != SeatPlan.NOBODY
                    && seating.groupOf[i] != seating.groupOf[j]) {
                sum += Math.abs(seating.swapEnergy(i, j));
                counted++;
            }
        }
        return counted == 0 ? 1 : sum / counted;
    }

    /// People who must stay together, and are locked nowhere, change places with as many others of one group.
    private void moveBlocks(double temperature) {
        int[] used = seating.used();
        for (int i = 0; i < pinned.length; i++) {
            List<Integer> block = wishes.blockOf(i);
            if (block.size() > 1
                    && block.getFirst() == i
                    && !wishes.locked(i)
                    && seating.groupOf[i] != SeatPlan.NOBODY) {
                tryBlock(block, used[chance.below(used.length)], temperature);
            }
        }
    }

    private void tryBlock(List<Integer> block, int to, double temperature) {
        int from = seating.groupOf[block.getFirst()];
        List<Integer> others = new ArrayList<>();
        for (int k = 0; k < seating.size[to] && others.size() < block.size(); k++) {
            if (!pinned[seating.members[to][k]]) {
                others.add(seating.members[to][k]);
            }
        }
        if (from == to || others.size() < block.size()) {
            return;
        }
        double before = seating.energy(from) + seating.energy(to);
        exchange(block, others, from, to);
        boolean lawful = block.stream().allMatch(i -> seating.lawful(i, to, SeatPlan.NOBODY))
                && others.stream().allMatch(i -> seating.lawful(i, from, SeatPlan.NOBODY));
        double change = seating.energy(from) + seating.energy(to) - before;
        if (!lawful || change > -temperature * Math.log(1 - chance.unit())) {
            exchange(others, block, from, to);
        }
    }

    private void exchange(List<Integer> leaving, List<Integer> coming, int from, int to) {
        leaving.forEach(seating::leave);
        coming.forEach(seating::leave);
        leaving.forEach(i -> seating.sit(i, to));
        coming.forEach(i -> seating.sit(i, from));
    }

    /// One thread's share of the groups.
    private final class Worker {

        private final int[] own;
        private final Chance luck;
        private final boolean counts;

        Worker(int[] own, Chance luck, boolean counts) {
            this.own = own;
            this.luck = luck;
            this.counts = counts;
        }

        void anneal(Budget budget, double until, double usual, double hot) {
            if (own.length < 2) {
                return;
            }
            double spent = budget.spent();
            while (spent < until && !stopped.get()) {
                double temperature = temperature(usual, hot, spent);
                for (int k = 0; k < STEPS_OF_A_LOOK; k++) {
                    step(temperature);
                }
                if (counts) {
                    budget.step(STEPS_OF_A_LOOK);
                }
                spent = budget.spent();
            }
        }

        private void step(double temperature) {
            int a = own[luck.below(own.length)];
            int b = own[luck.below(own.length)];
            if (a == b || seating.size[a] == 0 || seating.size[b] == 0) {
                return;
            }
            int i = seating.members[a][luck.below(seating.size[a])];
            int seat = luck.below(seating.size[b] + 1);
            if (pinned[i]) {
                return;
            }
            double limit = -temperature * Math.log(1 - luck.unit());
            if (seat == seating.size[b]) {
                if (seating.size[a] > limits.least()
                        && seating.size[b] < limits.most()
                        && seating.shiftEnergy(i, b) < limit
                        && seating.lawful(i, b, SeatPlan.NOBODY)) {
                    seating.move(i, b);
                }
                return;
            }
            int j = seating.members[b][seat];
            if (!pinned[j]
                    && seating.fit.near(i, seating.members[b][0])
                    && seating.fit.near(j, seating.members[a][0])
                    && seating.swapEnergy(i, j) < limit
                    && seating.lawful(i, b, j)
                    && seating.lawful(j, a, i)) {
                seating.swap(i, j);
            }
        }
    }
}
