package org.peerage.meetings.record;

import java.time.InstantSource;
import java.util.Set;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The meetings of a group, for its members and, as counts, for the conveners of its network.
@Component
class MeetingLists {

    private final Circles circles;
    private final RecordStore store;
    private final InstantSource clock;

    MeetingLists(Circles circles, RecordStore store, InstantSource clock) {
        this.circles = circles;
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    MeetingsPage of(GroupId id) {
        var circle = circles.of(id).orElseThrow(NotFound::new);
        var now = clock.instant();
        return MeetingsPage.of(
                id.value(),
                circle.name(),
                circle.mine(),
                store.counts(id),
                circle.mine() ? store.unentered(id, now) : Set.of(),
                now);
    }
}
