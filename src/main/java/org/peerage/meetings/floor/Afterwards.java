package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How long what a group wrote on paper is still taken, and its entry put right: until it begins to meet again, and for
/// two weeks at most (ADR-0042). `meetings.still_written` says the same to the rows.
@Component
public class Afterwards {

    private static final Duration TAKEN = Duration.ofDays(14);

    private final MeetingStore meetings;
    private final InstantSource clock;

    Afterwards(MeetingStore meetings, InstantSource clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /// Until when at most; empty where it was not held on paper, or the time is over.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Instant> until(ScheduledMeeting meeting) {
        return Optional.ofNullable(meeting.enteredAt())
                .filter(entered -> clock.instant().isBefore(entered.plus(TAKEN)))
                .filter(entered -> !meetings.hasMetSince(meeting, entered))
                .map(entered -> entered.plus(TAKEN));
    }

    /// Whoever acts was there and may still write down what belongs to it.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public boolean takesWords(ScheduledMeeting meeting) {
        return until(meeting).isPresent() && meetings.wasThere(meeting.id(), Acting.me());
    }
}
