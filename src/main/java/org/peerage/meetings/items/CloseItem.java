package org.peerage.meetings.items;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// One word from each, and the end.
@Component
class CloseItem implements ItemType {

    private final ItemStore store;

    CloseItem(ItemStore store) {
        this.store = store;
    }

    /// When the group meets again: said while everybody is still here to set a date.
    record Next(@Nullable Instant at, ZoneId zone) {}

    @Override
    public ItemKind kind() {
        return Frame.CLOSE;
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel(
                "meetings/items/close",
                Map.of("next", new Next(store.nextAfter(item.meeting()).orElse(null), item.zone())));
    }
}
