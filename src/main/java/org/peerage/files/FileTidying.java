package org.peerage.files;

import java.time.Duration;
import org.peerage.jobs.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Removes files that were begun a day ago and that no text came for.
@Component
class FileTidying implements Job {

    private final FileStore files;

    FileTidying(FileStore files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "files.tidying";
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
        files.removeUnfinished();
        return false;
    }
}
