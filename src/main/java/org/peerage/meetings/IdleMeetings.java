package org.peerage.meetings;

import org.peerage.tenancy.Acting;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every few minutes for meetings that everybody has left without closing them. Each is closed in a transaction
/// of its own behind its row lock, so several nodes may look at once.
@Component
class IdleMeetings {

    private final Meetings meetings;

    IdleMeetings(Meetings meetings) {
        this.meetings = meetings;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 300_000)
    void close() {
        Acting.asProgram("meetings.idle", () -> {
            meetings.idle().forEach(meetings::closeIdle);
            return true;
        });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Clockwork {}
}
