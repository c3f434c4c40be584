package org.peerage.commitments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.OnPaper;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// Puts the commitments on the agenda of every meeting while there are any (`S0.24`).
@Component
class DueReview implements ItemType {

    /// What a commitment needs in the review: who, what, done or not, and a word for the next step.
    private static final int MINUTES_EACH = 3;

    private static final ItemKind KIND =
            ItemKind.of("commitments.item.", "commitments-review").inTurn();

    private final CommitmentStore store;
    private final CommitmentBook book;

    DueReview(CommitmentStore store, CommitmentBook book) {
        this.store = store;
        this.book = book;
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public List<AgendaProposal> proposals(Occasion at) {
        var review = store.toReview(at.group());
        if (review.open() > 0) {
            return List.of(new AgendaProposal.Due(
                    review.open() * MINUTES_EACH, new ItemReason("commitments.reason.due", review.open())));
        }
        return review.kept() == 0
                ? List.of()
                : List.of(
                        new AgendaProposal.Due(MINUTES_EACH, new ItemReason("commitments.reason.kept", review.kept())));
    }

    /// With nothing to review and nothing to be glad of there is no review.
    @Override
    public Optional<ItemReason> vacant() {
        return Optional.empty();
    }

    @Override
    public Optional<Panel> paper(OnPaper item) {
        return Optional.of(new Panel(
                "commitments/onPaper",
                Map.of("due", book.due(item.circle(), item.circle().day(item.startsAt())))));
    }

    @Override
    public Panel stage(ItemView item) {
        return new Panel(
                "commitments/stage", Map.of("page", book.stage(item.item().value())));
    }
}
