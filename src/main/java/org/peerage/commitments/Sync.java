package org.peerage.commitments;

import java.time.InstantSource;
import org.peerage.groups.Circles;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Saying whether a commitment still leads to the goal that it serves (`S1.14`): its owner and its witness, each for
/// themselves, as often as they think again. Nobody else hears of it.
@Component
class Sync {

    private final CommitmentStore commitments;
    private final SyncStore store;
    private final Circles circles;
    private final InstantSource clock;

    Sync(CommitmentStore commitments, SyncStore store, Circles circles, InstantSource clock) {
        this.commitments = commitments;
        this.store = store;
        this.circles = circles;
        this.clock = clock;
    }

    @Transactional
    Answer say(CommitmentId id, boolean leadsThere) {
        var terms = commitments
                .find(id)
                .filter(Commitment.Open.class::isInstance)
                .map(Commitment::terms)
                .filter(found -> found.goal() != null)
                .filter(found ->
                        found.owner().equals(Acting.me()) || found.witness().equals(Acting.me()))
                .orElseThrow(NotFound::new);
        circles.own(terms.group());
        store.say(terms, leadsThere, clock.instant());
        return new Answer.Accepted(terms.group());
    }
}
