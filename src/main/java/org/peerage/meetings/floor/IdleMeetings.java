package org.peerage.meetings.floor;

import org.peerage.tenancy.Acting;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every few minutes for meetings that everybody has left without closing them. Each is closed in a transaction
/// of its own behind its row lock, so several nodes may look at once.
@Component
class IdleMeetings {

    private final Acts acts;
    private final ApplicationAvailability availability;

    IdleMeetings(Acts acts, ApplicationAvailability availability) {
        this.acts = acts;
        this.availability = availability;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 300_000)
    void close() {
        // Until the program is ready, the demonstration walks through evenings of weeks ago: nobody has left those.
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        Acting.asProgram("meetings.idle", () -> {
            acts.idle().forEach(acts::closeIdle);
            return true;
        });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Clockwork {}
}
