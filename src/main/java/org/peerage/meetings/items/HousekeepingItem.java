package org.peerage.meetings.items;

import java.util.Map;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
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
        return new Panel("meetings/items/housekeeping", Map.of("next", next.after(item)));
    }
}
