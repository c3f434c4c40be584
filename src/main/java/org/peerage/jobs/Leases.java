package org.peerage.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.peerage.tenancy.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The rounds that this node has.
@Component
class Leases {

    private final UUID node = Ids.next();
    private final JobStore store;
    private final InstantSource clock;

    Leases(JobStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// False while another node has this round, or has done it. Acts as the job itself.
    @Transactional
    boolean take(String job, Duration round) {
        var now = clock.instant();
        return store.lease(job, node, now, now.plus(round));
    }
}
