package org.peerage.selection;

import java.time.InstantSource;
import org.peerage.groups.Circle;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Somebody without an account who has asked to join. They are a prospect like everybody else from then on,
/// looked after by the chair; what they wrote is not the room's, and is gone as soon as it is decided.
@Component
public class Applications {

    /// How long each part may be.
    public static final int NAME = 120;

    public static final int ORGANISATION = 200;
    public static final int REACH = 200;
    public static final int WORDS = 2000;

    private static final Actor PROGRAM = new Actor.Program("selection.applying");

    private final ProspectStore store;
    private final SelectionNotices notices;
    private final Scope scope;
    private final InstantSource clock;

    Applications(ProspectStore store, SelectionNotices notices, Scope scope, InstantSource clock) {
        this.store = store;
        this.notices = notices;
        this.scope = scope;
        this.clock = clock;
    }

    /// What they typed. Whoever calls has looked that it fits.
    ///
    /// @param request the same when it is sent again
    /// @param reach by what they can be reached, in whatever way
    public record Application(
            String request, String name, String organisation, String role, String reach, String words) {}

    /// Whether the same was received before is told to nobody. Called while the group's chair acts, who is in the room.
    @Transactional(propagation = Propagation.MANDATORY)
    public void receive(Circle circle, Application application) {
        var id = new ProspectId(Ids.steady("application", circle.id(), application.request()));
        if (store.find(circle.id(), id).isPresent()) {
            return;
        }
        var now = clock.instant();
        var prospect = new Prospect(
                id,
                circle.id(),
                null,
                application.name(),
                application.organisation(),
                application.role(),
                Standing.APPLIED,
                Standing.APPLIED,
                Acting.me(),
                Acting.me(),
                now,
                Standing.APPLIED.due(circle.day(now)),
                null,
                false);
        if (!store.add(prospect, circle, null)) {
            return;
        }
        scope.actingAs(PROGRAM, () -> {
            store.moved(Ids.next(), id, Standing.APPLIED, now);
            store.apply(id, application, now);
            return id;
        });
        notices.applied(prospect, circle);
    }
}
