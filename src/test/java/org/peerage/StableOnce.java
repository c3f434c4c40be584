package org.peerage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a value at its first use, and only once, however many threads ask. A failure is remembered too: a program that
/// could not start is not started again for each of a thousand tests.
final class StableOnce<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable T value;
    private @Nullable RuntimeException failure;

    private StableOnce(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Supplier<T> of(Supplier<T> maker) {
        return new StableOnce<>(maker);
    }

    @Override
    public synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        if (value == null) {
            try {
                value = maker.get();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return value;
    }
}
