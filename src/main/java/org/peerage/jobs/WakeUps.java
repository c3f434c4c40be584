package org.peerage.jobs;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Wakes a job on every node.
@Component
public class WakeUps {

    static final String CHANNEL = "jobs";

    private final JobStore store;

    WakeUps(JobStore store) {
        this.store = store;
    }

    /// When the transaction commits that has made the work; never for work that was undone.
    @Transactional(propagation = Propagation.MANDATORY)
    public void wake(String job) {
        store.tell(CHANNEL, job);
    }
}
