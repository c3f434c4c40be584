package org.peerage.meetings;

import org.peerage.groups.GroupId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The meetings of a group, for its members and, as counts, for the conveners of its network.
@Component
class MeetingLists {

    private final SummaryStore store;

    MeetingLists(SummaryStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public MeetingsPage of(GroupId id) {
        var group = store.group(id).orElseThrow(NotFound::new);
        return new MeetingsPage(id.value(), group.name(), group.zone(), group.member(), store.counts(id));
    }
}
