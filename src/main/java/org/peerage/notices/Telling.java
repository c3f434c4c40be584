package org.peerage.notices;

import java.time.Duration;
import java.time.InstantSource;
import org.peerage.jobs.Job;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Component;

/// Tells what is due today. A minute late is early enough for a day.
@Component
class Telling implements Job {

    private final LaterNotices later;
    private final InstantSource clock;

    Telling(LaterNotices later, InstantSource clock) {
        this.later = later;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Notices.ACTOR;
    }

    @Override
    public Duration round() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean work() {
        return Acting.asProgram(Notices.ACTOR, () -> {
            later.digest(clock.instant());
            return later.tell(clock.instant());
        });
    }
}
