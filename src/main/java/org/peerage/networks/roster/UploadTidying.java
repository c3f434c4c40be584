package org.peerage.networks.roster;

import java.time.Duration;
import org.peerage.jobs.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Removes rosters that were uploaded a day ago and not brought in.
@Component
class UploadTidying implements Job {

    private final UploadStore uploads;

    UploadTidying(UploadStore uploads) {
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return "networks.tidying";
    }

    @Override
    public Duration round() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean once() {
        return true;
    }

    @Override
    @Transactional
    public boolean work() {
        uploads.removeExpired();
        return false;
    }
}
