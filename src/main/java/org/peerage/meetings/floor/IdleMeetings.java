package org.peerage.meetings.floor;

import java.time.Duration;
import org.peerage.jobs.Job;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/// Looks every few minutes for meetings that everybody has left without closing them. Each is closed in a
/// transaction of its own.
@Component
class IdleMeetings implements Job {

    private final Acts acts;
    private final ApplicationAvailability availability;

    IdleMeetings(Acts acts, ApplicationAvailability availability) {
        this.acts = acts;
        this.availability = availability;
    }

    @Override
    public String name() {
        return "meetings.idle";
    }

    @Override
    public Duration round() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean once() {
        return true;
    }

    @Override
    public boolean work() {
        // Until the program is ready, the demonstration walks through evenings of weeks ago: nobody has left those.
        if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC) {
            acts.idle().forEach(acts::closeIdle);
        }
        return false;
    }
}
