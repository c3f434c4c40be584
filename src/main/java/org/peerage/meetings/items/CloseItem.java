package org.peerage.meetings.items;

import java.util.Map;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// One word from each, and the end.
@Component
class CloseItem implements ItemType {

    private final NextMeetings next;

    CloseItem(NextMeetings next) {
        this.next = next;
    }

    @Override
    public ItemKind kind() {
        return Frame.CLOSE;
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel("meetings/items/close", Map.of("next", next.after(item)));
    }
}
