package org.peerage.proposals.runs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.peerage.composition.Proposal;
import org.peerage.composition.search.Composer;
import org.peerage.jobs.Job;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Works on runs, one at a time on this node. Beside the search a keeper renews the lease, saves what was found
/// and hears whether somebody wants an end, so that the search itself never waits for the database.
@Component
public class Composing implements Job {

    static final String ACTOR = "proposals.composing";

    private static final Logger LOG = LoggerFactory.getLogger(Composing.class);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_BETWEEN_SEATS = 3;

    /// A run that takes its node down with it is not taken up for ever.
    private static final int MOST_ATTEMPTS = 5;

    private final UUID node = Ids.next();
    private final RunWork work;
    private final InstantSource clock;
    private volatile boolean leaving;

    Composing(RunWork work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String name() {
        return ACTOR;
    }

    @Override
    public Duration round() {
        return ROUND;
    }

    @Override
    public boolean work() {
        return !leaving && composeNext();
    }

    @Override
    public void begin() {
        leaving = false;
    }

    @Override
    public void leave() {
        leaving = true;
    }

    /// Takes one run, if one is there to take, and works on it to its end. False when there was none.
    public boolean composeNext() {
        return Acting.asProgram(ACTOR, () -> {
            var held = work.take(node, clock.instant());
            held.ifPresent(this::compose);
            return held.isPresent();
        });
    }

    private void compose(WorkStore.Held run) {
        if (run.attempts() > MOST_ATTEMPTS) {
            fail(run, new Run.Trouble("proposals.runs.trouble.again", List.of(Integer.toString(MOST_ATTEMPTS))));
            return;
        }
        try {
            end(run, search(run));
        } catch (DataAccessException | TransactionException e) {
            // Not the run's fault: its lease runs out, and it is taken up again from the seats that were saved.
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Run {} broke off", run.id(), e);
            fail(run, new Run.Trouble("proposals.runs.trouble.broke", List.of()));
        } catch (OutOfMemoryError e) {
            LOG.error("Run {} needs more memory than there is", run.id(), e);
            fail(run, new Run.Trouble("proposals.runs.trouble.memory", List.of()));
        }
    }

    /// What a search has found, and the seconds it took, those before a restart included.
    private record Found(Proposal proposal, double spent) {}

    private Found search(WorkStore.Held run) {
        var request = run.request();
        var effort = request.effort();
        try (var keeper = new Keeper(run)) {
            var composer = Composer.of(request.people(), request.rules(), request.weights(), request.size());
            var proposal = composer.search(
                    new Composer.Search(
                            Math.max(0, effort.seconds() - run.spent()),
                            effort.threads(),
                            effort.seed(),
                            effort.iterations()),
                    request.start(),
                    keeper::hear,
                    keeper::isOver);
            return new Found(proposal, keeper.spent());
        }
    }

    private void end(WorkStore.Held run, Found found) {
        var proposal = found.proposal();
        var last = new WorkStore.Progress(
                found.spent(), proposal.score(), proposal.sum(), proposal.weakest(), proposal.bound());
        switch (work.keep(node, run.id(), clock.instant())) {
            case GONE -> LOG.warn("Run {} was lost to another node", run.id());
            case NOTHING -> work.stopped(node, run.id(), clock.instant());
            case ALL -> {
                if (leaving) {
                    work.release(node, run, last, proposal.seats(), clock.instant());
                } else {
                    work.done(node, run, last, proposal, clock.instant());
                }
            }
            case BEST_SO_FAR -> work.done(node, run, last, proposal, clock.instant());
        }
    }

    private void fail(WorkStore.Held run, Run.Trouble trouble) {
        work.failed(node, run.id(), trouble, clock.instant());
    }

    /// Keeps the lease of a run while it is searched, from a thread of its own.
    private final class Keeper implements AutoCloseable {

        private final WorkStore.Held run;
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Thread thread;
        private volatile Composer.@Nullable Progress applied;
        private volatile WorkStore.Wanted wanted = WorkStore.Wanted.ALL;
        private double savedScore = Double.NEGATIVE_INFINITY;

        Keeper(WorkStore.Held run) {
            this.run = run;
            this.thread = Thread.ofVirtual()
                    .name("composing-keeper")
                    .start(() -> Acting.asProgram(ACTOR, () -> {
                        keep();
                        return run;
                    }));
        }

        void hear(Composer.Progress progress) {
            applied = progress;
        }

        boolean isOver() {
            return leaving || wanted != WorkStore.Wanted.ALL;
        }

        /// Seconds of search, those before a restart included.
        double spent() {
            var latest = applied;
            return run.spent() + (latest == null ? 0 : latest.seconds());
        }

        private void keep() {
            var looks = 0;
            try {
                while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    looks++;
                    query(looks % LOOKS_BETWEEN_SEATS == 0);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void query(boolean withSeats) {
            try {
                wanted = work.keep(node, run.id(), clock.instant());
                var latest = applied;
                if (latest != null && wanted != WorkStore.Wanted.GONE) {
                    var better = withSeats && latest.score() > savedScore;
                    work.save(
                            node,
                            run,
                            new WorkStore.Progress(
                                    spent(), latest.score(), latest.sum(), latest.weakest(), latest.bound()),
                            better ? latest.seats().get() : null);
                    savedScore = better ? latest.score() : savedScore;
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("What run {} has found could not be saved; it goes on", run.id(), e);
            }
        }

        @Override
        public void close() {
            closed.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
