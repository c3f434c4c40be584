package org.peerage.doors.hooks;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.peerage.jobs.Job;
import org.springframework.stereotype.Component;

/// Tells hooks what waits for them, several at once: one that is slow does not hold up another. A crash between telling
/// and writing it down tells it again under the same id.
@Component
class HookJob implements Job {

    private static final Duration ROUND = Duration.ofSeconds(10);

    private final Deliveries deliveries;
    private final HookSender sender;

    HookJob(Deliveries deliveries, HookSender sender) {
        this.deliveries = deliveries;
        this.sender = sender;
    }

    @Override
    public String name() {
        return HookFacts.ACTOR;
    }

    @Override
    public Duration round() {
        return ROUND;
    }

    @Override
    public boolean work() {
        var taken = deliveries.take();
        if (!taken.more()) {
            deliveries.forget();
            return false;
        }
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = taken.due().stream()
                    .map(told -> hands.submit((Callable<HookSender.Outcome>) () -> sender.send(told)))
                    .toList();
            for (var i = 0; i < sent.size(); i++) {
                deliveries.settle(taken.due().get(i), sent.get(i).get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }
}
