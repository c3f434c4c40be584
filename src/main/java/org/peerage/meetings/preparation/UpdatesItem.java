package org.peerage.meetings.preparation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.TextKind;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// The round in which each tells how they are; what was shared in writing stands beside the voice.
@Component
class UpdatesItem implements ItemType {

    private static final ItemKind KIND =
            ItemKind.of("meetings.item.", "updates").inTurn();

    private final Circles circles;
    private final PreparationStore preparations;
    private final UpdateFormats formats;
    private final PreparePages own;

    UpdatesItem(Circles circles, PreparationStore preparations, UpdateFormats formats, PreparePages own) {
        this.circles = circles;
        this.preparations = preparations;
        this.formats = formats;
        this.own = own;
    }

    record Page(MeetingId meeting, List<Update> updates, List<String> without) {}

    record Update(
            MeetingId meeting,
            String name,
            String member,
            boolean speaking,
            TextKind kind,
            UpdateFormat format,
            SealedView words) {}

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public Panel stage(ItemView item) {
        var page = page(circles.of(item.group()).orElseThrow(), item.meeting());
        return new Panel(
                "meetings/preparation/updates",
                item.afterwards() ? Map.of("page", page, "own", own.own(item.meeting())) : Map.of("page", page));
    }

    @Override
    public List<Panel> record(Circle circle, MeetingId meeting) {
        var page = page(circle, meeting);
        return page.updates().isEmpty()
                ? List.of()
                : List.of(new Panel("meetings/preparation/updatesKept", Map.of("page", page)));
    }

    /// Whoever has the word first, then in the order in which they were shared.
    private Page page(Circle circle, MeetingId meeting) {
        var shared = preparations.shared(meeting);
        var speaker = preparations.speaker(meeting).orElse(null);
        var updates = shared.stream()
                .flatMap(s -> formats.of(s.format()).stream()
                        .map(format -> new Update(
                                meeting,
                                circle.nameOf(s.person()),
                                circle.id().member(s.person()),
                                s.person().equals(speaker),
                                formats.kind(),
                                format,
                                s.words())))
                .sorted((a, b) -> Boolean.compare(b.speaking(), a.speaking()))
                .toList();
        var writers = shared.stream().map(PreparationStore.Shared::person).collect(Collectors.toSet());
        return new Page(
                meeting,
                updates,
                circle.seated().stream()
                        .filter(one -> !writers.contains(one.id()))
                        .map(Circle.Sitter::name)
                        .toList());
    }
}
