package org.peerage.learnings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.meetings.ItemGuest;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Place;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// One line at the end of each item at which something is said, and all that were told in the record of the meeting.
@Component
class LearnedHere implements ItemGuest {

    private final Learnings learnings;

    LearnedHere(Learnings learnings) {
        this.learnings = learnings;
    }

    @Override
    public Optional<Panel> beside(ItemView item) {
        return item.isWritten() && item.kind().place() == Place.BODY
                ? learnings.beside(item).map(beside -> new Panel("learnings/beside", Map.of("beside", beside)))
                : Optional.empty();
    }

    @Override
    public List<Panel> record(Circle circle, MeetingId meeting) {
        var told = learnings.told(circle, meeting);
        return told.isEmpty()
                ? List.of()
                : List.of(new Panel("learnings/kept", Map.of("meeting", meeting, "lines", told)));
    }
}
