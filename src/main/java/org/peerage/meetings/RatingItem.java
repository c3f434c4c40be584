package org.peerage.meetings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// What the meeting was worth to each. One's number stays one's own; the group sees a mean of at least five.
@Component
class RatingItem implements ItemType {

    private static final ItemKind KIND = ItemKind.of("meetings.item.", "rating").at(Place.CLOSING);

    private final PreparationStore preparations;
    private final SummaryStore summaries;

    RatingItem(PreparationStore preparations, SummaryStore summaries) {
        this.preparations = preparations;
        this.summaries = summaries;
    }

    /// @param score absent until this member has given one
    record Page(
            MeetingId meeting,
            ItemId item,
            String room,
            boolean open,
            @Nullable Integer score,
            long rev,
            @Nullable SealedView words,
            @Nullable Message wrong) {

        boolean is(int candidate) {
            return score != null && score == candidate;
        }

        boolean hasRoom() {
            return !room.isEmpty();
        }
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel("meetings/rating", Map.of("page", page(item, null)));
    }

    @Override
    public List<Panel> record(MeetingId meeting) {
        var rating = summaries.rating(meeting);
        var model = new HashMap<String, Object>();
        model.put("answers", rating.answers());
        if (rating.mean() != null) {
            model.put("mean", rating.mean());
        }
        return List.of(new Panel("meetings/ratingKept", model));
    }

    Page page(ItemView item, @Nullable Message wrong) {
        var rated = preparations.rated(item.meeting(), Acting.me()).orElse(null);
        var words = rated == null ? null : rated.words();
        return new Page(
                item.meeting(),
                item.item(),
                item.room(),
                item.live(),
                rated == null ? null : rated.score(),
                words == null ? 0 : words.rev(),
                words,
                wrong);
    }
}
