package org.peerage.meetings.items;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circles;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// The read-back of what stays in the room, said aloud, with the dated assent of each (S0.14).
@Component
class ConfidentialityItem implements ItemType {

    private final ItemStore store;
    private final Circles circles;

    ConfidentialityItem(ItemStore store, Circles circles) {
        this.store = store;
        this.circles = circles;
    }

    record Page(
            MeetingId meeting, String room, ZoneId zone, boolean assented, boolean mayAssent, List<Assent> assents) {}

    record Assent(String name, @Nullable Instant at) {}

    @Override
    public ItemKind kind() {
        return Frame.CONFIDENTIALITY;
    }

    @Override
    public Panel stage(ItemView item) {
        var circle = circles.of(item.group()).orElseThrow(NotFound::new);
        var assents = store.assents(item.meeting());
        var mine = assents.stream().filter(a -> a.person().equals(Acting.me())).findFirst();
        var page = new Page(
                item.meeting(),
                item.room(),
                item.zone(),
                mine.filter(a -> a.at() != null).isPresent(),
                item.live() && mine.isPresent() && store.isReadBack(item.meeting()),
                assents.stream()
                        .map(a -> new Assent(circle.nameOf(a.person()), a.at()))
                        .toList());
        return new Panel("meetings/items/confidentiality", Map.of("page", page));
    }
}
