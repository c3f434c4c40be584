package org.peerage.meetings;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedPut;
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
    private final Formats formats;
    private final Rooms rooms;
    private final InstantSource clock;

    Preparations(
            MeetingStore meetings,
            ActStore acts,
            PreparationStore store,
            Formats formats,
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
    public Outcome share(MeetingId id, String format, List<SealedPut> sealed) {
        if (!acts.lock(id)) {
            throw new NotFound();
        }
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        if (sitting.isOver()) {
            return new Outcome.Refused(Refusal.NOT_LIVE.message());
        }
        if (formats.update(format).isEmpty() || !isOne(sitting, sealed, "update")) {
            return Outcome.refused("meetings.prepare.wrong");
        }
        var put = sealed.getFirst();
        if (store.recordOf(id, Acting.me())
                .filter(known -> !known.equals(put.id()))
                .isPresent()) {
            return Outcome.refused("meetings.prepare.elsewhere");
        }
        if (!rooms.put(put.room(), sealed)) {
            return new Outcome.Done();
        }
        var now = clock.instant();
        store.share(id, Acting.me(), format, put.id(), put.rev(), now);
        acts.append(id, "share", Acting.me(), put.id(), Ids.next(), now);
        return new Outcome.Done();
    }

    /// A rating from 0 to 10, with a sealed word if the member likes; taken while the meeting lasts, because a mean
    /// that changes with one answer gives that answer away.
    @Transactional
    public Outcome rate(MeetingId id, @Nullable Integer score, UUID request, List<SealedPut> sealed) {
        if (!acts.lock(id)) {
            throw new NotFound();
        }
        if (acts.hasRequest(id, request)) {
            return new Outcome.Done();
        }
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        if (sitting.state() != Sitting.State.LIVE) {
            return new Outcome.Refused(Refusal.NOT_LIVE.message());
        }
        if (meetings.attendees(id).stream().noneMatch(a -> a.person().equals(Acting.me()))) {
            return new Outcome.Refused(Refusal.NOT_PRESENT.message());
        }
        if (score == null || score < 0 || score > 10 || (!sealed.isEmpty() && !isOne(sitting, sealed, "reflection"))) {
            return Outcome.refused("meetings.rating.wrong");
        }
        if (!sealed.isEmpty()) {
            rooms.put(sealed.getFirst().room(), sealed);
        }
        var now = clock.instant();
        store.rate(
                id,
                Acting.me(),
                score,
                sealed.isEmpty() ? null : sealed.getFirst().id(),
                now);
        acts.append(id, "rate", Acting.me(), null, request, now);
        return new Outcome.Done();
    }

    private static boolean isOne(Sitting sitting, List<SealedPut> sealed, String kind) {
        return sealed.size() == 1
                && sealed.getFirst().kind().equals(kind)
                && sealed.getFirst().room().value().equals(sitting.room());
    }
}
