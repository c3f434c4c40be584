package org.peerage.proposals.runs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.composition.Proposal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The steps of a node that works on runs, each a transaction of the program `proposals.composing`: taking one, keeping
/// it, saving what was found, and ending it. Whoever has lost the lease writes nothing.
@Component
class RunWork {

    private final WorkStore store;
    private final ApplicationEventPublisher events;

    RunWork(WorkStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    @Transactional
    Optional<WorkStore.Held> take(UUID node, Instant now) {
        return store.take(node, now);
    }

    /// Renews the lease and asks what is wanted.
    @Transactional
    WorkStore.Wanted keep(UUID node, RunId run, Instant now) {
        return store.keep(node, run, now);
    }

    /// @param seats where these are better than those that were saved before
    @Transactional
    void save(UUID node, WorkStore.Held run, WorkStore.Progress progress, @Nullable Map<String, Integer> seats) {
        if (seats != null) {
            store.seats(node, run, seats);
        }
        store.progress(node, run.id(), progress);
    }

    /// Saves what was found and leaves the run to whoever comes next, at once.
    @Transactional
    void release(UUID node, WorkStore.Held run, WorkStore.Progress last, Map<String, Integer> seats, Instant now) {
        save(node, run, last, seats);
        store.release(node, run.id(), now);
    }

    /// Ends the run with its last numbers and seats, all in one, and says so.
    @Transactional
    void done(UUID node, WorkStore.Held run, WorkStore.Progress last, Proposal proposal, Instant now) {
        save(node, run, last, proposal.seats());
        var groups = proposal.groups().size();
        var unseated = proposal.unseated().size();
        if (store.done(node, run.id(), groups, unseated, now)) {
            events.publishEvent(new RunDone(run.id(), run.network(), run.askedBy(), now));
        }
    }

    @Transactional
    void stopped(UUID node, RunId run, Instant now) {
        store.stopped(node, run, now);
    }

    @Transactional
    void failed(UUID node, RunId run, Run.Trouble trouble, Instant now) {
        store.failed(node, run, trouble, now);
    }
}
