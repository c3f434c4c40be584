package org.peerage.meetings.rating;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.meetings.floor.Refusal;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedActs;
import org.peerage.rooms.SealedPut;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;

/// A rating from 0 to 10, with a sealed word if the member likes; taken while the meeting lasts, or words of
/// one on paper are, because a mean that changes with one answer gives that answer away.
@Component
class Ratings {

    private final RatingStore store;
    private final RatingItem panel;
    private final Meetings meetings;
    private final LiveTopics topics;
    private final Rooms rooms;
    private final SealedActs acts;
    private final InstantSource clock;

    Ratings(
            RatingStore store,
            RatingItem panel,
            Meetings meetings,
            LiveTopics topics,
            Rooms rooms,
            SealedActs acts,
            InstantSource clock) {
        this.store = store;
        this.panel = panel;
        this.meetings = meetings;
        this.topics = topics;
        this.rooms = rooms;
        this.acts = acts;
        this.clock = clock;
    }

    /// Takes a rating and draws its part of the stage again, in one transaction.
    RatingItem.Page rate(MeetingId id, ItemId item, @Nullable Integer score, UUID request, List<SealedPut> sealed) {
        return acts.inOrder(() -> Optional.of(id.topic()), sealed, () -> {
            var view = meetings.item(item).filter(i -> i.meeting().equals(id)).orElseThrow(NotFound::new);
            return switch (taken(view, score, request, sealed)) {
                case Outcome.Done() -> panel.page(view, null);
                case Outcome.Refused(var why) -> panel.page(view, why);
            };
        });
    }

    private Outcome taken(ItemView at, @Nullable Integer score, UUID request, List<SealedPut> sealed) {
        var meeting = at.meeting();
        if (topics.has(meeting.topic(), request)) {
            return new Outcome.Done();
        }
        if (!at.isWritten()) {
            return new Outcome.Refused(Refusal.NOT_LIVE.message());
        }
        if (!store.isPresent(meeting, Acting.me())) {
            return new Outcome.Refused(Refusal.NOT_PRESENT.message());
        }
        if (score == null || score < 0 || score > 10 || !(sealed.isEmpty() || isReflection(at, sealed))) {
            return Outcome.refused("meetings.rating.wrong");
        }
        if (!sealed.isEmpty()) {
            rooms.put(sealed.getFirst().room(), sealed);
        }
        var now = clock.instant();
        store.rate(
                meeting,
                Acting.me(),
                score,
                sealed.isEmpty() ? null : sealed.getFirst().id(),
                now);
        topics.changed(meeting.topic(), "rate", null, request);
        return new Outcome.Done();
    }

    private static boolean isReflection(ItemView at, List<SealedPut> sealed) {
        return sealed.size() == 1
                && ReflectionTexts.REFLECTION.fits(sealed.getFirst())
                && sealed.getFirst().room().value().equals(at.room());
    }
}
