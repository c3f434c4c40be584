package org.peerage.selection;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.peerage.groups.SeatTaken;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whoever takes a seat is no prospect any more. It runs as the program `selection.joining`, because whoever sits down
/// does not see that they were one.
@Component
class Joining {

    private static final Actor PROGRAM = new Actor.Program("selection.joining");

    private final ProspectStore store;
    private final Deciding deciding;
    private final Scope scope;

    Joining(ProspectStore store, Deciding deciding, Scope scope) {
        this.store = store;
        this.deciding = deciding;
        this.scope = scope;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SeatTaken taken) {
        scope.actingAs(PROGRAM, () -> {
            for (var prospect : store.expected(taken.group(), taken.profile(), taken.name())) {
                Act.JOIN.after(prospect.standing(), prospect.before()).ifPresent(to -> {
                    deciding.takeBack(prospect);
                    store.is(prospect.id(), taken.profile(), taken.person());
                    store.move(prospect, to, taken.at(), to.due(LocalDate.ofInstant(taken.at(), ZoneOffset.UTC)));
                    store.moved(Ids.next(), prospect.id(), to, taken.at());
                });
            }
            return taken.group();
        });
    }
}
