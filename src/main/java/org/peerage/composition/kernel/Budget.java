package org.peerage.composition.kernel;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// How much of a run is spent: a share from 0 to 1, by the clock or by counted steps. Counted steps make a run
/// repeatable to the last digit; a clock can only cut the same run at another place.
public final class Budget {

    private final double seconds;
    private final long steps;
    private final BooleanSupplier stopped;
    private final LongSupplier nanoseconds;
    private final long begun;
    private final AtomicLong counted = new AtomicLong();

    private Budget(double seconds, long steps, BooleanSupplier stopped, LongSupplier nanoseconds) {
        this.seconds = seconds;
        this.steps = steps;
        this.stopped = stopped;
        this.nanoseconds = nanoseconds;
        this.begun = nanoseconds.getAsLong();
    }

    public static Budget ofSeconds(double seconds, BooleanSupplier stopped) {
        return ofSeconds(seconds, stopped, System::nanoTime);
    }

    /// By another clock than the wall's, such as the processor time of a thread.
    static Budget ofSeconds(double seconds, BooleanSupplier stopped, LongSupplier nanoseconds) {
        return new Budget(seconds, 0, stopped, nanoseconds);
    }

    public static Budget ofSteps(long steps, BooleanSupplier stopped) {
        return new Budget(0, steps, stopped, System::nanoTime);
    }

    void step() {
        counted.incrementAndGet();
    }

    public void step(int count) {
        counted.addAndGet(count);
    }

    public long counted() {
        return counted.get();
    }

    public boolean over() {
        return spent() >= 1;
    }

    public double spent() {
        if (stopped.getAsBoolean()) {
            return 1;
        }
        return steps > 0 ? (double) counted.get() / steps : elapsed() / seconds;
    }

    public double elapsed() {
        return (nanoseconds.getAsLong() - begun) / 1e9;
    }
}
