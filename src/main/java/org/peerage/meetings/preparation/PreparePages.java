package org.peerage.meetings.preparation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.Afterwards;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.rooms.SealedActs;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Draws what a member prepares.
@Component
class PreparePages {

    private final MeetingStore meetings;
    private final PreparationStore preparations;
    private final UpdateFormats formats;
    private final Preparations operations;
    private final SealedActs acts;
    private final ItemTypes types;
    private final Afterwards afterwards;

    PreparePages(
            MeetingStore meetings,
            PreparationStore preparations,
            UpdateFormats formats,
            Preparations operations,
            SealedActs acts,
            ItemTypes types,
            Afterwards afterwards) {
        this.meetings = meetings;
        this.preparations = preparations;
        this.formats = formats;
        this.operations = operations;
        this.acts = acts;
        this.types = types;
        this.afterwards = afterwards;
    }

    @Transactional(readOnly = true)
    PreparePage of(MeetingId id, String format) {
        return draw(id, format, null);
    }

    /// One's own, in the transaction of the page that shows what everybody has told.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    PreparePage own(MeetingId id) {
        return draw(id, "", null);
    }

    /// Shares and shows how it stands, or what was not acceptable, in one transaction.
    PreparePage share(MeetingId id, String format, SealedInput sealed) {
        return acts.inOrder(
                () -> Optional.of(id.topic()), sealed.puts(), () -> switch (operations.share(id, format, sealed)) {
                    case Outcome.Done() -> draw(id, format, null);
                    case Outcome.Refused(var why) -> draw(id, format, why);
                });
    }

    private PreparePage draw(MeetingId id, String format, @Nullable Message wrong) {
        var meeting = meetings.find(id).orElseThrow(NotFound::new);
        var written = afterwards.takesWords(meeting);
        var mine = preparations.shared(id).stream()
                .filter(s -> s.person().equals(Acting.me()))
                .findFirst()
                .orElse(null);
        var chosen = formats.of(format)
                .or(() -> formats.of(mine == null ? "" : mine.format()))
                .orElseGet(() -> formats.all().getFirst());
        return new PreparePage(
                id,
                meeting.group().value(),
                meeting.groupName(),
                meeting.startsAt(),
                meeting.zone(),
                meeting.room(),
                formats.kind(),
                formats.all(),
                chosen,
                mine == null ? null : mine.words().id(),
                mine == null ? 0 : mine.words().rev(),
                mine != null && mine.format().equals(chosen.key()) ? mine.words() : null,
                mine == null ? null : mine.at(),
                !meeting.isOver() || written,
                written,
                meeting.isOver() ? List.of() : types.preparations(id),
                wrong);
    }
}
