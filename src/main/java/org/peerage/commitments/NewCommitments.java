package org.peerage.commitments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.OnPaper;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// Each in turn, before the end: one thing, a date, and somebody who will ask.
@Component
class NewCommitments implements ItemType {

    private static final ItemKind KIND =
            ItemKind.of("commitments.item.", "commitments-new").inTurn();

    private final CommitmentBook book;

    NewCommitments(CommitmentBook book) {
        this.book = book;
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public Optional<Panel> paper(OnPaper item) {
        return Optional.of(new Panel(
                "commitments/newOnPaper",
                Map.of(
                        "people",
                        item.circle().inRoom().stream().map(Circle.Sitter::name).toList())));
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel(
                "commitments/stage", Map.of("page", book.stage(item.item().value())));
    }

    @Override
    public List<Panel> record(Circle circle, MeetingId meeting) {
        var made = book.made(circle, meeting);
        return made.isEmpty() ? List.of() : List.of(new Panel("commitments/kept", Map.of("made", made)));
    }
}
