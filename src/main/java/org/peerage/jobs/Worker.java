package org.peerage.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.peerage.tenancy.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.ExponentialBackOff;

/// Does one job on this node until it stops. On a platform thread: work that never waits would keep a carrier of
/// virtual threads from everybody's pages.
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Job job;
    private final Leases leases;
    private final ExponentialBackOff trouble = new ExponentialBackOff(1_000, 2);
    private final Semaphore rings = new Semaphore(0);
    private final Thread thread;
    private volatile boolean leaving;

    Worker(Job job, Leases leases) {
        this.job = job;
        this.leases = leases;
        trouble.setMaxInterval(60_000);
        job.begin();
        thread = Thread.ofPlatform().name(job.name()).daemon().start(this::workUntilStopped);
    }

    String name() {
        return job.name();
    }

    void wake() {
        rings.release();
    }

    void leave() {
        leaving = true;
        job.leave();
        wake();
    }

    void join(Duration atMost) throws InterruptedException {
        if (!thread.join(atMost)) {
            thread.interrupt();
        }
    }

    private void workUntilStopped() {
        var pause = trouble.start();
        try {
            while (!leaving) {
                if (worksOff()) {
                    pause = trouble.start();
                    rest(job.round().toMillis());
                } else {
                    rest(pause.nextBackOff());
                }
            }
        } catch (InterruptedException _) {
            leaving = true;
        }
    }

    /// False when it broke off: mostly the database, but nothing may end the job for the work that comes after.
    private boolean worksOff() {
        try {
            return Acting.asProgram(job.name(), this::workOff);
        } catch (RuntimeException broken) {
            if (!leaving) {
                LOG.warn("The job {} broke off; it is tried again", job.name(), broken);
            }
            return false;
        }
    }

    private boolean workOff() {
        var mine = !job.once() || leases.take(job.name(), job.round());
        while (mine && !leaving) {
            mine = job.work();
        }
        return true;
    }

    /// Until somebody rings, or the time has passed.
    private void rest(long millis) throws InterruptedException {
        if (rings.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
