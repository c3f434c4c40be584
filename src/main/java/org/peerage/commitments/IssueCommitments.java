package org.peerage.commitments;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerage.groups.Circle;
import org.peerage.issues.IssueId;
import org.peerage.issues.IssueOutcomes;
import org.peerage.meetings.ItemId;
import org.peerage.processing.Facts;
import org.peerage.processing.Subject;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// The commitments in which an issue ends (`S0.22`): whether there is one, and where the presenter makes it.
@Component
class IssueCommitments implements IssueOutcomes, Facts {

    private final CommitmentStore store;
    private final CommitmentBook book;

    IssueCommitments(CommitmentStore store, CommitmentBook book) {
        this.store = store;
        this.book = book;
    }

    @Override
    public Set<String> names() {
        return Set.of("issue-has-commitment");
    }

    @Override
    public boolean holds(String name, Subject subject) {
        return store.anyFor(subject.thing());
    }

    @Override
    public Optional<Panel> panel(ItemId item) {
        return Optional.of(new Panel("commitments/stage", Map.of("page", book.stage(item.value()))));
    }

    @Override
    public Optional<Panel> kept(Circle circle, IssueId issue) {
        var made = book.outOf(circle, issue);
        return made.isEmpty() ? Optional.empty() : Optional.of(new Panel("commitments/kept", Map.of("made", made)));
    }
}
