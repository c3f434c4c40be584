package org.peerage.guide;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.meetings.MeetingId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What whoever leads one meeting has before them: whom it still waits for. By a turn or by a word on the agenda they
/// lead this one and no other, and are shown nothing else of what a chair is shown (ADR-0034).
@Component
class OneMeeting {

    private static final Duration NEAR = Duration.ofDays(35);

    private final LeadingStore store;
    private final Circles circles;
    private final Nudges nudges;
    private final InstantSource clock;

    OneMeeting(LeadingStore store, Circles circles, Nudges nudges, InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.nudges = nudges;
        this.clock = clock;
    }

    private record Led(Circle circle, LeadingStore.Led meeting) {}

    /// Empty once it has begun or was called off: nobody has to be reminded any more.
    @Transactional(readOnly = true)
    Optional<OneMeetingPage> page(MeetingId meeting) {
        var led = own(meeting);
        return led.meeting().planned() ? Optional.of(page(led)) : Optional.empty();
    }

    private OneMeetingPage page(Led led) {
        var meeting = led.meeting();
        var soon = nudges.soon(led.circle());
        return new OneMeetingPage(
                led.circle(),
                meeting.id(),
                meeting.startsAt(),
                meeting.startsAt().minus(soon).isAfter(clock.instant()),
                soon.toDays(),
                nudges.undone(led.circle(), Optional.of(meeting.id())));
    }

    @Transactional
    void remind(MeetingId meeting, Nudge nudge) {
        var led = own(meeting);
        if (led.meeting().planned()) {
            nudges.remind(led.circle(), Optional.of(meeting), nudge);
        }
    }

    /// The next that whoever acts is named to lead, where it is near: a rota names people for a year ahead.
    @Transactional(readOnly = true)
    Optional<LeadingStore.Led> next(Circle circle) {
        var now = clock.instant();
        return store.nextLed(circle.id(), now).filter(next -> next.startsAt().isBefore(now.plus(NEAR)));
    }

    /// By name or as the chair.
    private Led own(MeetingId id) {
        var meeting = store.find(id).orElseThrow(NotFound::new);
        var circle = circles.own(meeting.group());
        if (!meeting.mine() && !circle.chaired()) {
            throw new NotFound();
        }
        return new Led(circle, meeting);
    }
}
