package org.peerage.cases;

import java.util.Map;
import java.util.Optional;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.Place;
import org.peerage.meetings.StepRound;
import org.peerage.processing.ProcessingId;
import org.peerage.processing.Processings;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// A case as an item of a meeting: after arriving, while what was read back is still in the ear.
@Component
class CaseItem implements ItemType {

    static final ItemKind KIND = ItemKind.of("cases.item.", "case").at(Place.OPENING);

    /// One for each month of a year: `cases.story.1` and on.
    static final int STORIES = 12;

    private final Processings processings;

    CaseItem(Processings processings) {
        this.processings = processings;
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public Optional<StepRound> round(ItemId item) {
        return processings
                .round(new ProcessingId(item.value()))
                .map(round -> new StepRound(round.number(), round.endsAt()));
    }

    @Override
    public Panel stage(ItemView item) {
        var month = item.since().atZone(item.zone()).getMonthValue();
        return item.hasRoom()
                ? new Panel(
                        "cases/story",
                        Map.of(
                                "number",
                                month,
                                "steps",
                                processings.panel(new ProcessingId(item.item().value()))))
                : new Panel("cases/unopened", Map.of());
    }
}
