package org.peerage.ballots;

import java.time.Duration;
import java.time.InstantSource;
import org.peerage.jobs.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Closes ballots whose last day is over.
@Component
class Closing implements Job {

    private final BallotStore store;
    private final InstantSource clock;

    Closing(BallotStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ballots";
    }

    @Override
    public Duration round() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean once() {
        return true;
    }

    @Override
    @Transactional
    public boolean work() {
        var due = store.due(clock.instant()).flatMap(store::take).filter(one -> one.state() == BallotState.OPEN);
        due.ifPresent(ballot -> store.move(ballot.id(), BallotState.OPEN, BallotState.CLOSED));
        return due.isPresent();
    }
}
