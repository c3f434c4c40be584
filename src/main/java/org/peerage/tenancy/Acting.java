package org.peerage.tenancy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Binds the actor for a stretch of work. Scoped, so that it cannot leak into the next request on a thread.
public final class Acting {

    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();
    private static final Actor NOBODY = new Actor.Nobody();

    private Acting() {}

    public static Actor current() {
        return ACTOR.orElse(NOBODY);
    }

    /// The person who acts, or empty for a program or nobody.
    public static Optional<PersonId> person() {
        return current() instanceof Actor.Person(var id) ? Optional.of(id) : Optional.empty();
    }

    /// The person who acts, where the code is only reachable signed in.
    public static PersonId me() {
        return person().orElseThrow(() -> new IllegalStateException("no person acts here"));
    }

    public static <T extends @Nullable Object, X extends Throwable> T as(Actor actor, ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(ACTOR, actor).call(work);
    }

    /// Runs one step as a named part of the program, whoever acts around it.
    public static <T extends @Nullable Object, X extends Throwable> T asProgram(
            String name, ScopedValue.CallableOp<T, X> work) throws X {
        return as(new Actor.Program(name), work);
    }
}
