package org.peerage.meetings;

import java.util.Map;
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
        return new Panel("meetings/close", Map.of("next", next.after(item)));
    }
}
