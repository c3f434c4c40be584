package org.peerage.identity;

import java.time.Duration;

/// What may be tried so often in an hour is counted from the full hour on. Tries among which a new one begins say
/// nothing about the limit, and are made again.
public final class OneStretch {

    private OneStretch() {}

    /// Hears how often the tries were begun before, so that each time somebody else can make them.
    public interface Tries<E extends Exception> {

        void make(int before) throws E;
    }

    public static <E extends Exception> void of(Duration stretch, Tries<E> tries) throws E {
        for (var before = 0; ; before++) {
            var begun = number(stretch);
            try {
                tries.make(before);
                return;
            } catch (AssertionError wrong) {
                if (begun == number(stretch)) {
                    throw wrong;
                }
            }
        }
    }

    private static long number(Duration stretch) {
        return System.currentTimeMillis() / stretch.toMillis();
    }
}
