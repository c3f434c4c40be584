package org.peerage.issues;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.Doubt;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.OnPaper;
import org.peerage.meetings.StepRound;
import org.peerage.processing.ProcessingId;
import org.peerage.processing.Processings;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// An issue as an item of a meeting: a place on the agenda, held open until it has led to something.
@Component
class IssueItem implements ItemType {

    static final ItemKind KIND = ItemKind.of("issues.item.", "issue");

    /// What only has to be closed whoever leads can close.
    private static final String OUTCOME_THERE = "issues.before.end";

    private final IssueStore store;
    private final Issues issues;
    private final Processings processings;
    private final ObjectProvider<IssueQueue> queues;

    IssueItem(IssueStore store, Issues issues, Processings processings, ObjectProvider<IssueQueue> queues) {
        this.store = store;
        this.issues = issues;
        this.processings = processings;
        this.queues = queues;
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public List<AgendaProposal> proposals(Occasion at) {
        var open = store.open(at.group());
        var queue = new HashMap<IssueId, Integer>();
        if (!open.isEmpty()) {
            queues.forEach(known -> queue.putAll(known.scores(at.group())));
        }
        return open.stream()
                .<AgendaProposal>map(issue -> new AgendaProposal.Brought(
                        issue.id().value(),
                        issue.presenter(),
                        issue.preparation().protocol(),
                        issue.preparation().minutes(),
                        !(issue instanceof Issue.Waiting),
                        queue.getOrDefault(issue.id(), 0)))
                .toList();
    }

    @Override
    public Optional<ItemReason> vacant() {
        return Optional.of(ItemReason.of("issues.reason.open-slot"));
    }

    @Override
    public Optional<Link> preparation(MeetingId meeting) {
        return Optional.of(Link.to("/meetings/" + meeting + "/issue", "issues.item.issue.bring"));
    }

    /// An item with an issue that the group has begun with is left when the issue is closed. Where its presenter has
    /// gone nobody can say what comes of it: then whoever leads is asked instead, and it comes back.
    @Override
    public Optional<Message> holds(ItemId item) {
        return issues.on(item)
                .filter(Issue.AtWork.class::isInstance)
                .flatMap(issue -> processings
                        .holds(new ProcessingId(item.value()))
                        .filter(why -> why.key().equals(OUTCOME_THERE) || !issues.isPresenterAway(item, issue)));
    }

    @Override
    public Optional<StepRound> round(ItemId item) {
        return processings
                .round(new ProcessingId(item.value()))
                .map(round -> new StepRound(round.number(), round.endsAt()));
    }

    /// An issue that its presenter has prepared and nobody has begun with is not passed over by a slip of the thumb.
    @Override
    public Optional<Doubt> doubts(ItemId item) {
        return issues.on(item).flatMap(issue -> doubt(item, issue)).map(why -> new Doubt(Message.of(why), true));
    }

    private Optional<String> doubt(ItemId item, Issue issue) {
        if (issue instanceof Issue.Prepared || issue instanceof Issue.Waiting) {
            return Optional.of("issues.doubt.not-begun");
        }
        return issue instanceof Issue.AtWork && issues.isPresenterAway(item, issue)
                ? Optional.of("issues.doubt.presenter-away")
                : Optional.empty();
    }

    @Override
    public Panel stage(ItemView item) {
        return issues.stage(item.item());
    }

    @Override
    public Optional<Panel> paper(OnPaper item) {
        return Optional.ofNullable(item.subject()).map(IssueId::new).flatMap(id -> issues.onPaper(item.circle(), id));
    }

    /// It has been worked on; what came of it is written down from now on.
    @Override
    public void cameTo(ItemId item) {
        issues.on(item)
                .filter(issue -> !(issue instanceof Issue.Closed) && !(issue instanceof Issue.LetGo))
                .ifPresent(_ -> processings.onPaper(new ProcessingId(item.value())));
    }

    @Override
    public List<Panel> record(Circle circle, MeetingId meeting) {
        var kept = issues.kept(circle, meeting);
        return kept.isEmpty() ? List.of() : List.of(new Panel("issues/kept", Map.of("kept", kept)));
    }
}
