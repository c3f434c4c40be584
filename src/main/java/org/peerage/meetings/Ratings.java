package org.peerage.meetings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.SealedPut;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a rating and draws its part of the stage again, in one transaction.
@Component
class Ratings {

    private final Preparations preparations;
    private final Meetings meetings;
    private final RatingItem panel;

    Ratings(Preparations preparations, Meetings meetings, RatingItem panel) {
        this.preparations = preparations;
        this.meetings = meetings;
        this.panel = panel;
    }

    @Transactional
    public RatingItem.Page rate(
            MeetingId meeting, ItemId item, @Nullable Integer score, UUID request, List<SealedPut> sealed) {
        var outcome = preparations.rate(meeting, score, request, sealed);
        var view = meetings.item(item).filter(i -> i.meeting().equals(meeting)).orElseThrow(NotFound::new);
        return switch (outcome) {
            case Outcome.Done() -> panel.page(view, null);
            case Outcome.Refused(var why) -> panel.page(view, why);
        };
    }
}
