package org.peerage.meetings.paper;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.Afterwards;
import org.peerage.meetings.floor.Item;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.meetings.floor.StagePages;
import org.peerage.meetings.items.Frame;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws what was worked on without screens, one item at a time, with the forms that the live meeting has for it.
@Component
class WrittenPages {

    private final MeetingStore meetings;
    private final StagePages stages;
    private final Afterwards afterwards;

    WrittenPages(MeetingStore meetings, StagePages stages, Afterwards afterwards) {
        this.meetings = meetings;
        this.stages = stages;
        this.afterwards = afterwards;
    }

    /// @param item that is chosen, or null for the first
    @Transactional(readOnly = true)
    WrittenPage of(MeetingId id, @Nullable UUID item) {
        var meeting = meetings.find(id).filter(found -> found.circle().mine()).orElseThrow(NotFound::new);
        var until = afterwards.until(meeting).orElse(null);
        var corrects = until != null && meeting.isPreparedBy(Acting.me());
        return afterwards.takesWords(meeting)
                ? page(meeting, until, corrects, reached(meeting), item)
                : page(meeting, null, corrects, List.of(), null);
    }

    private List<Item> reached(ScheduledMeeting meeting) {
        return meetings.items(meeting.id()).stream()
                .filter(item -> item.state() == Item.State.DONE && !Frame.isSilent(item.kind()))
                .toList();
    }

    private WrittenPage page(
            ScheduledMeeting meeting,
            @Nullable Instant until,
            boolean corrects,
            List<Item> reached,
            @Nullable UUID wanted) {
        var chosen = reached.stream()
                .filter(item -> item.id().value().equals(wanted))
                .findFirst()
                .or(() -> reached.stream().findFirst());
        return new WrittenPage(
                meeting.id(),
                meeting.groupName(),
                meeting.startsAt(),
                meeting.zone(),
                meeting.room(),
                until,
                corrects,
                reached.stream()
                        .map(item -> new WrittenPage.Row(
                                item.id(),
                                item.kind(),
                                meeting.presenter(item.presenter()),
                                chosen.filter(item::equals).isPresent()))
                        .toList(),
                chosen.map(item -> stages.panel(meeting, item)).orElse(null));
    }
}
