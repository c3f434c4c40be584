package org.peerage.issues;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.IntStream;
import org.peerage.meetings.ItemId;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.springframework.stereotype.Component;

/// Draws the work on an issue for whoever acts.
@Component
class StagePages {

    private final IssueStore store;
    private final Issues issues;
    private final Protocols protocols;
    private final InstantSource clock;

    StagePages(IssueStore store, Issues issues, Protocols protocols, InstantSource clock) {
        this.store = store;
        this.issues = issues;
        this.protocols = protocols;
        this.clock = clock;
    }

    StagePage of(ItemId item, IssueStore.Setting setting, Issue issue) {
        var me = Acting.me();
        var protocol = protocols.of(issue.protocol());
        var standing = store.standing(item);
        var step = standing.map(IssueStore.Standing::step).orElse(0);
        var real = issue.real().flatMap(store::text);
        var lines = IntStream.range(0, protocol.steps().size())
                .mapToObj(number -> new StagePage.StepLine(
                        protocol.step(number).key(),
                        protocol.step(number).usual(),
                        standing.isEmpty() || number > step ? "ahead" : number == step ? "now" : "done"))
                .toList();
        return new StagePage(
                item.toString(),
                issue.id().toString(),
                issue.room().value(),
                store.nameOf(issue.group(), issue.presenter()),
                issue.presenter().equals(me),
                setting.ledBy(me),
                !issue.open(),
                standing.isPresent(),
                step,
                protocol.key(),
                lines,
                standing.map(IssueStore.Standing::endsAt)
                        .map(Instant::toEpochMilli)
                        .orElse(0L),
                clock.millis(),
                protocol.step(step).notes(),
                protocol.last(step),
                store.text(issue.stated()),
                real,
                issue.noAction().flatMap(store::text),
                issues.hasOutcome(issue),
                store.notes(issue.id(), me),
                issue.real().map(UUID::toString).orElseGet(() -> Ids.next().toString()),
                real.map(SealedView::rev).orElse(0),
                Ids.next().toString(),
                Ids.next().toString());
    }
}
