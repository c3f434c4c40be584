package org.peerage.meetings.items;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemView;
import org.springframework.stereotype.Component;

/// When the group meets again: said while everybody is still here to set a date.
@Component
class NextMeetings {

    private final ItemStore store;

    NextMeetings(ItemStore store) {
        this.store = store;
    }

    record Next(@Nullable Instant at, ZoneId zone) {}

    Next after(ItemView item) {
        return new Next(store.nextAfter(item.meeting()).orElse(null), item.zone());
    }
}
