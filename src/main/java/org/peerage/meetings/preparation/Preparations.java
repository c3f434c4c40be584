package org.peerage.meetings.preparation;

import java.time.InstantSource;
import java.util.List;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.ActStore;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.Refusal;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What members share around a meeting. The words go to the room, sealed; here only that they were shared is kept.
@Component
class Preparations {

    private final MeetingStore meetings;
    private final ActStore acts;
    private final PreparationStore store;
    private final UpdateFormats formats;
    private final Rooms rooms;
    private final InstantSource clock;

    Preparations(
            MeetingStore meetings,
            ActStore acts,
            PreparationStore store,
            UpdateFormats formats,
            Rooms rooms,
            InstantSource clock) {
        this.meetings = meetings;
        this.acts = acts;
        this.store = store;
        this.formats = formats;
        this.rooms = rooms;
        this.clock = clock;
    }

    @Transactional
    Outcome share(MeetingId id, String format, SealedInput sealed) {
        if (!acts.lock(id)) {
            throw new NotFound();
        }
        var scheduled = meetings.find(id).orElseThrow(NotFound::new);
        if (scheduled.isOver()) {
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
        acts.append(id, "share", Acting.me(), put.id(), Ids.next(), now);
        return new Outcome.Done();
    }
}
