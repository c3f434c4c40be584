package org.peerage.farewell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.Place;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// The farewell as an item of somebody's last meeting: everybody thanks them for something in turn.
@Component
class FarewellItem implements ItemType {

    static final ItemKind KIND =
            ItemKind.of("farewell.item.", "farewell").at(Place.CLOSING).inTurn();

    /// For whoever leaves and a sentence of each of the others.
    private static final int MINUTES_EACH = 15;

    private final FarewellStore store;
    private final Circles circles;

    FarewellItem(FarewellStore store, Circles circles) {
        this.store = store;
        this.circles = circles;
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public List<AgendaProposal> proposals(Occasion at) {
        var leaving = store.at(at.meeting()).size();
        return leaving == 0
                ? List.of()
                : List.of(
                        new AgendaProposal.Due(leaving * MINUTES_EACH, new ItemReason("farewell.reason.due", leaving)));
    }

    @Override
    public Optional<ItemReason> vacant() {
        return Optional.empty();
    }

    @Override
    public Panel stage(ItemView item) {
        var circle = circles.of(item.group()).orElseThrow(NotFound::new);
        return new Panel("farewell/stage", Map.of("names", names(circle, item.meeting())));
    }

    @Override
    public List<Panel> record(Circle circle, MeetingId meeting) {
        var names = names(circle, meeting);
        return names.isEmpty() ? List.of() : List.of(new Panel("farewell/kept", Map.of("names", names)));
    }

    private List<String> names(Circle circle, MeetingId meeting) {
        return store.at(meeting).stream()
                .map(one -> circle.nameOf(one.person()))
                .toList();
    }
}
