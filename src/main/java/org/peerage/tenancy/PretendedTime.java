package org.peerage.tenancy;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// The clock of the whole program. The demonstration, and nothing else, lets a step happen at another moment, so that
/// its past meetings are held by the same code as a real one.
@Component
public class PretendedTime implements InstantSource {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get() : InstantSource.system().instant();
    }

    public static <T, X extends Throwable> T at(Instant moment, ScopedValue.CallableOp<T, X> step) throws X {
        return ScopedValue.where(MOMENT, moment).call(step);
    }
}
