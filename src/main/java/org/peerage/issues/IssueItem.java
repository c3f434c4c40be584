package org.peerage.issues;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.Reason;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// An issue as an item of a meeting: a place on the agenda, held open until it has led to something.
@Component
class IssueItem implements ItemType {

    private static final ItemKind KIND = ItemKind.of("issues.item.", "issue");

    private final Issues issues;
    private final IssueStore store;
    private final StagePages pages;

    IssueItem(Issues issues, IssueStore store, StagePages pages) {
        this.issues = issues;
        this.store = store;
        this.pages = pages;
    }

    @Override
    public ItemKind kind() {
        return KIND;
    }

    @Override
    public List<AgendaProposal> proposals(Occasion at) {
        return issues.proposals(at);
    }

    @Override
    public Optional<Reason> vacant() {
        return Optional.of(Reason.of("issues.reason.open-slot"));
    }

    @Override
    public Optional<Message> holds(ItemId item) {
        return issues.holds(item);
    }

    @Override
    public Panel stage(ItemView item) {
        var issue = Optional.ofNullable(item.subject()).map(IssueId::new).flatMap(store::find);
        if (issue.isEmpty()) {
            return new Panel("issues/nobody", Map.of());
        }
        var setting = store.setting(item.meeting()).orElseThrow(NotFound::new);
        return new Panel("issues/stage", Map.of("page", pages.of(item.item(), setting, issue.get())));
    }
}
