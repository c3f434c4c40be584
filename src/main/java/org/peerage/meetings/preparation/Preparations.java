package org.peerage.meetings.preparation;

import java.time.InstantSource;
import java.util.List;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.Afterwards;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.Refusal;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What members share around a meeting. The words go to the room, sealed; here only that they were shared is kept.
@Component
class Preparations {

    private final MeetingStore meetings;
    private final LiveTopics topics;
    private final PreparationStore store;
    private final UpdateFormats formats;
    private final Afterwards afterwards;
    private final Rooms rooms;
    private final InstantSource clock;

    Preparations(
            MeetingStore meetings,
            LiveTopics topics,
            PreparationStore store,
            UpdateFormats formats,
            Afterwards afterwards,
            Rooms rooms,
            InstantSource clock) {
        this.meetings = meetings;
        this.topics = topics;
        this.store = store;
        this.formats = formats;
        this.afterwards = afterwards;
        this.rooms = rooms;
        this.clock = clock;
    }

    /// In its turn: see [SealedActs].
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome share(MeetingId id, String format, SealedInput sealed) {
        var scheduled = meetings.find(id).orElseThrow(NotFound::new);
        if (scheduled.isOver() && !afterwards.takesWords(scheduled)) {
            return new Outcome.Refused(Refusal.NOT_LIVE.message());
        }
        var put = sealed.only(formats.kind());
        if (formats.of(format).isEmpty() || !put.room().value().equals(scheduled.room())) {
            return Outcome.refused("meetings.prepare.wrong");
        }
        if (store.recordOf(id, Acting.me())
                .filter(known -> !known.equals(put.id()))
                .isPresent()) {
            return Outcome.refused("meetings.prepare.elsewhere");
        }
        if (!rooms.put(put.room(), List.of(put))) {
            return new Outcome.Done();
        }
        var now = clock.instant();
        store.share(id, Acting.me(), format, put.id(), put.rev(), now);
        topics.changed(id.topic(), "share", put.id());
        return new Outcome.Done();
    }
}
