package org.peerage.meetings;

import java.util.Objects;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws what a member prepares.
@Component
class PreparePages {

    private final MeetingStore meetings;
    private final PreparationStore preparations;
    private final Formats formats;

    PreparePages(MeetingStore meetings, PreparationStore preparations, Formats formats) {
        this.meetings = meetings;
        this.preparations = preparations;
        this.formats = formats;
    }

    @Transactional(readOnly = true)
    public PreparePage of(MeetingId id, String format, String wrong) {
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        var mine = preparations.shared(id).stream()
                .filter(s -> s.person().equals(Acting.me()))
                .findFirst()
                .orElse(null);
        var chosen = formats.update(format)
                .or(() -> formats.update(mine == null ? "" : mine.format()))
                .orElseGet(() -> formats.updates().getFirst());
        return new PreparePage(
                id,
                sitting.group().value(),
                sitting.groupName(),
                sitting.startsAt(),
                sitting.zone(),
                Objects.requireNonNullElse(sitting.room(), ""),
                formats.updates(),
                chosen,
                mine == null ? Ids.next() : mine.words().id(),
                mine == null ? 0 : mine.words().rev(),
                mine != null && mine.format().equals(chosen.key()) ? mine.words() : null,
                mine == null ? null : mine.at(),
                sitting.state() == Sitting.State.PLANNED || sitting.state() == Sitting.State.LIVE,
                wrong);
    }
}
