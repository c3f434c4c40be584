package org.peerage.live;

import org.peerage.RunningPeerage;

/// What the program does with its streams by and by, done now.
public final class LiveFixture {

    private LiveFixture() {}

    /// Everybody who follows something hears a beat and is written down as there.
    public static void beat(RunningPeerage peerage) {
        peerage.bean(Streams.class).beat(_ -> true);
    }
}
