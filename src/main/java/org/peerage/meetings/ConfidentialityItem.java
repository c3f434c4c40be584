package org.peerage.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// The read-back of what stays in the room, said aloud, with the dated assent of each (S0.14).
@Component
class ConfidentialityItem implements ItemType {

    private final MeetingStore meetings;

    ConfidentialityItem(MeetingStore meetings) {
        this.meetings = meetings;
    }

    record Page(MeetingId meeting, ZoneId zone, boolean assented, boolean mayAssent, List<Assent> assents) {}

    record Assent(String name, @Nullable Instant at) {}

    @Override
    public ItemKind kind() {
        return Frame.CONFIDENTIALITY;
    }

    @Override
    public Panel stage(ItemView item) {
        var sitting = meetings.find(item.meeting()).orElseThrow();
        var attendees = meetings.attendees(item.meeting());
        var mine =
                attendees.stream().filter(a -> a.person().equals(Acting.me())).findFirst();
        var readBack = item.live() && meetings.live(sitting).isReadBack();
        return new Panel(
                "meetings/confidentiality",
                Map.of(
                        "page",
                        new Page(
                                item.meeting(),
                                item.zone(),
                                mine.filter(a -> a.assentedAt() != null).isPresent(),
                                readBack && mine.isPresent(),
                                attendees.stream()
                                        .map(a -> new Assent(sitting.nameOf(a.person()), a.assentedAt()))
                                        .toList())));
    }
}
