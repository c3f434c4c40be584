package org.peerage.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Wakes the delivery of this node. A ring that is missed costs patience only: delivery looks by itself as well.
@Component
class PostBell {

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    /// Until it rings, or the time has passed.
    void await(Duration atMost) throws InterruptedException {
        if (rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
