package org.peerage.tenancy;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes a worker of this node that looks for work. A ring that is missed costs patience only: a worker also looks by
/// itself, and that is how it hears of what other nodes were asked. Each worker has one of its own.
public class Bell {

    private final Semaphore rings = new Semaphore(0);

    public void ring() {
        rings.release();
    }

    /// Until it rings, or the time has passed.
    public void await(Duration atMost) throws InterruptedException {
        if (rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
