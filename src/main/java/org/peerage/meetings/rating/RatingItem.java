package org.peerage.meetings.rating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Place;
import org.peerage.meetings.floor.Afterwards;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// What the meeting was worth to each. One's number stays one's own; the group sees a mean of at least five.
@Component
class RatingItem implements ItemType {

    private static final ItemKind KIND = ItemKind.of("meetings.item.", "rating").at(Place.CLOSING);

    private final RatingStore store;
    private final MeetingStore meetings;
    private final Afterwards afterwards;

    RatingItem(RatingStore store, MeetingStore meetings, Afterwards afterwards) {
        this.store = store;
        this.meetings = meetings;
        this.afterwards = afterwards;
    }

    /// What one member would keep and change.
    record Kept(String name, String page, SealedView words) {}

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
        return new Panel("meetings/rating/rating", Map.of("page", page(item, null)));
    }

    @Override
    public List<Panel> record(Circle circle, MeetingId meeting) {
        var rating = store.mean(meeting);
        var model = new HashMap<String, Object>();
        model.put("answers", rating.answers());
        if (rating.mean() != null) {
            model.put("mean", rating.mean());
        }
        var scheduled = meetings.find(meeting).orElseThrow();
        model.put("meeting", meeting);
        model.put("open", afterwards.until(scheduled).isPresent());
        model.put(
                "said",
                store.reflections(meeting).stream()
                        .map(said -> new Kept(
                                circle.nameOf(said.person()), circle.id().member(said.person()), said.words()))
                        .toList());
        return List.of(new Panel("meetings/rating/ratingKept", model));
    }

    Page page(ItemView item, @Nullable Message wrong) {
        var rated = store.rated(item.meeting(), Acting.me()).orElse(null);
        var words = rated == null ? null : rated.words();
        return new Page(
                item.meeting(),
                item.item(),
                item.room(),
                item.isWritten(),
                rated == null ? null : rated.score(),
                words == null ? 0 : words.rev(),
                words,
                wrong);
    }
}
