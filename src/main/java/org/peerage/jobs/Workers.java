package org.peerage.jobs;

import java.time.Duration;
import java.util.List;
import org.peerage.database.Listener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The workers of this node, one for each job. They are the first to stop, so that the web server does not wait for
/// what a job holds open.
@Component
class Workers implements SmartLifecycle, Listener {

    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final ObjectProvider<Job> jobs;
    private final Leases leases;
    private volatile List<Worker> working = List.of();

    Workers(ObjectProvider<Job> jobs, Leases leases) {
        this.jobs = jobs;
        this.leases = leases;
    }

    @Override
    public void start() {
        working = jobs.orderedStream().map(job -> new Worker(job, leases)).toList();
    }

    @Override
    public void stop() {
        var leaving = working;
        working = List.of();
        leaving.forEach(Worker::leave);
        try {
            for (var worker : leaving) {
                worker.join(GOODBYE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !working.isEmpty();
    }

    @Override
    public String channel() {
        return WakeUps.CHANNEL;
    }

    @Override
    public void heard(String job) {
        working.stream().filter(worker -> worker.name().equals(job)).forEach(Worker::wake);
    }

    /// Somebody may have been woken while nobody heard.
    @Override
    public void listening() {
        working.forEach(Worker::wake);
    }
}
