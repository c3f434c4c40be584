package org.peerage.notices;

import java.time.Duration;
import java.time.Instant;
import org.peerage.RunningPeerage;

/// Tells what is due by then, in the shared program.
public final class LaterFixture {

    private LaterFixture() {}

    public static void tellAsIfIn(Duration time) {
        var telling = new Telling(
                RunningPeerage.shared().bean(LaterNotices.class),
                () -> Instant.now().plus(time));
        while (telling.work()) {
            // Those of other tests come along.
        }
    }
}
