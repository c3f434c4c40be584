package org.peerage.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Makes a lawful seating better: annealed swaps and shifts, every one lawful when it is made, so that the best so far
/// can be taken at any moment. With several threads the groups are dealt among them, each anneals inside its own share
/// for a slice of time, and then the groups are dealt anew, so that no seam lasts.
///
/// On one thread with a number of steps the same seed gives the same answer.
final class SeatingSearch {

    /// What is known while it runs.
    record Progress(double seconds, double score, double sum, double weakest) {}

    private static final int PROBES = 4_000;
    private static final double HOT = 0.12;
    private static final double COLD = 0.004;
    private static final double WARM = 0.05;
    private static final int SLICES = 60;
    private static final int STEPS_OF_A_LOOK = 512;
    private static final int STEPS_A_PERSON_TO_START_HOT = 20_000;

    private final Wishes wishes;
    private final GroupSize band;
    private final Seating seating;
    private final Chance chance;
    private final boolean[] pinned;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile int[] best;
    private volatile double bestScore;
    private double sumOfBest;
    private double weakestOfBest;

    SeatingSearch(Seating seating, Wishes wishes, Chance chance) {
        this.seating = seating;
        this.band = seating.band;
        this.wishes = wishes;
        this.chance = chance;
        this.pinned = new boolean[seating.fit.people];
        for (int i = 0; i < pinned.length; i++) {
            pinned[i] = wishes.pinned(i);
        }
        this.best = seating.groupOf.clone();
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

    void run(Budget budget, int threads, Consumer<Progress> progress) {
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
                keepBest(budget, progress);
            }
        }
        seating(best);
    }

    private void keepBest(Budget budget, Consumer<Progress> progress) {
        double score = seating.score();
        if (score > bestScore) {
            best = seating.groupOf.clone();
            bestScore = score;
            sumOfBest = seating.sum();
            weakestOfBest = seating.weakest();
        }
        progress.accept(new Progress(budget.elapsed(), bestScore, sumOfBest, weakestOfBest));
    }

    private void seating(int[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (seating.groupOf[i] != Seating.NOBODY && seating.groupOf[i] != wanted[i]) {
                seating.leave(i);
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != Seating.NOBODY && seating.groupOf[i] == Seating.NOBODY) {
                seating.sit(i, wanted[i]);
            }
        }
    }

    private void slice(ExecutorService pool, int threads, Consumer<Worker> work) {
        int[] order = new int[seating.groups];
        for (int g = 0; g < order.length; g++) {
            order[g] = g;
        }
        chance.shuffle(order, order.length);
        int workers = Math.max(1, Math.min(threads, seating.groups / 2));
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

    /// The mean size of the effect of a random swap: temperatures are shares of it.
    private double usualChange() {
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < PROBES; k++) {
            int i = chance.below(seating.fit.people);
            int j = chance.below(seating.fit.people);
            if (seating.groupOf[i] != Seating.NOBODY
                    && seating.groupOf[j] != Seating.NOBODY
                    && seating.groupOf[i] != seating.groupOf[j]) {
                sum += Math.abs(seating.swapEnergy(i, j));
                counted++;
            }
        }
        return counted == 0 ? 1 : sum / counted;
    }

    /// People who must stay together, and are locked nowhere, change places with as many others of one group.
    private void moveBlocks(double temperature) {
        for (int i = 0; i < pinned.length; i++) {
            List<Integer> block = wishes.blockOf(i);
            if (block.size() > 1
                    && block.getFirst() == i
                    && !wishes.locked(i)
                    && seating.groupOf[i] != Seating.NOBODY) {
                tryBlock(block, chance.below(seating.groups), temperature);
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
        boolean lawful = block.stream().allMatch(i -> seating.lawful(i, to, Seating.NOBODY))
                && others.stream().allMatch(i -> seating.lawful(i, from, Seating.NOBODY));
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
                double temperature = usual * hot * Math.pow(COLD / hot, Math.min(1, spent));
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
                if (seating.size[a] > band.least()
                        && seating.size[b] < band.most()
                        && seating.shiftEnergy(i, b) < limit
                        && seating.lawful(i, b, Seating.NOBODY)) {
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
