package org.peerage.housekeeping;

import java.util.List;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// Dates, needs and leads, and how the group wants to meet.
@Component
class HousekeepingItem implements ItemType {

    static final ItemKind KIND = ItemKind.of("housekeeping.item.", "housekeeping");

    private final Housekeeping housekeeping;

    HousekeepingItem(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public Panel stage(ItemView item) {
        return housekeeping
                .stage(item)
                .map(page -> new Panel("housekeeping/stage", Map.of("page", page)))
                .orElseGet(() -> new Panel("housekeeping/shut", Map.of()));
    }

    @Override
    public List<Panel> record(Circle circle, MeetingId meeting) {
        var kept = housekeeping.kept(circle, meeting);
        return kept.isEmpty()
                ? List.of()
                : List.of(new Panel("housekeeping/kept", Map.of("meeting", meeting, "lines", kept)));
    }
}
