package org.peerage.attendance;

import org.peerage.breach.PauseDecided;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A pause that the group has decided is a leave as any other, but nobody has asked for it and nobody ends it early.
@Component
class DecidedPauses {

    private static final Actor PROGRAM = new Actor.Program("attendance");

    private final LeaveStore store;
    private final Scope scope;

    DecidedPauses(LeaveStore store, Scope scope) {
        this.store = store;
        this.scope = scope;
    }

    @EventListener
    void on(PauseDecided pause) {
        scope.actingAs(PROGRAM, () -> {
            store.decided(
                    new Leave(
                            Ids.next(),
                            pause.group(),
                            pause.person(),
                            pause.first(),
                            pause.last(),
                            Leave.State.AGREED,
                            null,
                            true),
                    pause.by(),
                    pause.at());
            return pause.person();
        });
    }
}
