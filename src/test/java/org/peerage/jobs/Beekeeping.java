package org.peerage.jobs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// A job of the program under test that nobody would hear of within the hour, unless somebody wakes it.
@Component
class Beekeeping implements Job {

    final AtomicInteger looks = new AtomicInteger();

    @Override
    public String name() {
        return "test.beekeeping";
    }

    @Override
    public Duration round() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean work() {
        looks.incrementAndGet();
        return false;
    }
}
