package org.peerage.meetings;

import java.util.Map;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// Dates, needs and leads, and how the group wants to meet.
@Component
class HousekeepingItem implements ItemType {

    private static final ItemKind KIND = ItemKind.of("meetings.item.", "housekeeping");

    private final NextMeetings next;

    HousekeepingItem(NextMeetings next) {
        this.next = next;
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel("meetings/housekeeping", Map.of("next", next.after(item)));
    }
}
