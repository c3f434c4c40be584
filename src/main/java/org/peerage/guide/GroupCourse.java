package org.peerage.guide;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.peerage.groups.Course;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Component;

/// A group's next meeting and one's own due commitments, from what the first page knows.
@Component
class GroupCourse implements Course {

    private final HomeStore store;
    private final InstantSource clock;

    GroupCourse(HomeStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Ahead ahead(GroupId group) {
        var now = clock.instant();
        var meeting = store.meetings(now).stream()
                .filter(each -> each.group().equals(group.value()))
                .min(Comparator.comparing(HomePage.Meeting::live).reversed().thenComparing(HomePage.Meeting::startsAt));
        var today = LocalDate.ofInstant(now, meeting.map(HomePage.Meeting::zone).orElse(ZoneOffset.UTC));
        var due = store.commitments().stream()
                .filter(commitment -> commitment.group().equals(group.value()))
                .filter(commitment -> !commitment.dueOn().isAfter(today))
                .count();
        return new Ahead((int) due, meeting.map(GroupCourse::told));
    }

    private static Meeting told(HomePage.Meeting meeting) {
        return new Meeting(
                "/meetings/" + meeting.id(),
                meeting.startsAt(),
                meeting.zone(),
                meeting.live(),
                meeting.agreed(),
                meeting.prepared());
    }
}
