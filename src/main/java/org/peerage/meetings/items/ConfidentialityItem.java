package org.peerage.meetings.items;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.Groups;
import org.peerage.meetings.Doubt;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.OnPaper;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// The read-back of what stays in the room, said aloud, with the dated assent of each (S0.14).
@Component
class ConfidentialityItem implements ItemType {

    private final ItemStore store;
    private final Circles circles;
    private final Groups groups;

    ConfidentialityItem(ItemStore store, Circles circles, Groups groups) {
        this.store = store;
        this.circles = circles;
        this.groups = groups;
    }

    /// @param signed what this group has signed of it; without a signed charter the usual words are read
    record Page(
            MeetingId meeting,
            String room,
            ZoneId zone,
            Optional<String> signed,
            boolean assented,
            boolean mayAssent,
            List<Assent> assents) {

        long open() {
            return assents.stream().filter(assent -> assent.at() == null).count();
        }
    }

    record Assent(String name, String page, @Nullable Instant at) {}

    @Override
    public ItemKind kind() {
        return Frame.CONFIDENTIALITY;
    }

    /// Nobody is left behind unasked: whoever is here and has not agreed is named before the group goes on.
    @Override
    public Optional<Doubt> doubts(ItemId item) {
        var at = store.where(item).orElseThrow(NotFound::new);
        var circle = circles.of(at.group()).orElseThrow(NotFound::new);
        var open = store.assents(at.meeting()).stream()
                .filter(a -> a.at() == null)
                .map(a -> circle.nameOf(a.person()))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(
                        Message.of("meetings.doubt.confidentiality", open.size(), String.join(", ", open)), false));
    }

    /// Who was here and had not agreed when the group went on; whoever agreed in time stands among those who were
    /// there.
    @Override
    public List<Panel> record(Circle circle, MeetingId meeting) {
        var went = store.wentOn(meeting);
        if (went.isEmpty()) {
            return List.of();
        }
        var late = store.assents(meeting).stream()
                .filter(a -> a.at() == null || a.at().isAfter(went.get()))
                .map(a -> new Assent(circle.nameOf(a.person()), circle.id().member(a.person()), a.at()))
                .toList();
        return late.isEmpty()
                ? List.of()
                : List.of(new Panel("meetings/items/later", Map.of("late", late, "zone", circle.zone())));
    }

    @Override
    public Optional<Panel> paper(OnPaper item) {
        return Optional.of(new Panel(
                "meetings/items/readBackOnPaper",
                Map.of("signed", groups.agreed(item.circle().id(), "confidentiality"))));
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
                groups.agreed(item.group(), "confidentiality"),
                mine.filter(a -> a.at() != null).isPresent(),
                item.live() && mine.isPresent() && store.isReadBack(item.meeting()),
                assents.stream()
                        .map(a -> new Assent(
                                circle.nameOf(a.person()), circle.id().member(a.person()), a.at()))
                        .toList());
        return new Panel("meetings/items/confidentiality", Map.of("page", page));
    }
}
