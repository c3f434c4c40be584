package org.peerage.calls;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.issues.IssueId;
import org.peerage.issues.IssueOutcomes;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.Meetings;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Taking a call with the presenter of a setback, making it, or giving it back.
@Component
class Calls implements IssueOutcomes {

    private final CallStore store;
    private final CallNotices notices;
    private final Circles circles;
    private final Meetings meetings;
    private final LiveTopics topics;
    private final InstantSource clock;

    Calls(
            CallStore store,
            CallNotices notices,
            Circles circles,
            Meetings meetings,
            LiveTopics topics,
            InstantSource clock) {
        this.store = store;
        this.notices = notices;
        this.circles = circles;
        this.meetings = meetings;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Panel> panel(ItemId item) {
        return meetings.item(item)
                .flatMap(at -> Optional.ofNullable(at.subject())
                        .flatMap(store::setback)
                        .flatMap(setback -> circles.withRoom(at.group())
                                .filter(Circle::mine)
                                .map(circle -> page(circle, setback, item.value()))))
                .map(Calls::panel);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Panel> kept(Circle circle, IssueId issue) {
        return store.setback(issue.value())
                .map(setback -> page(circle, setback, null))
                .filter(page -> page.open() || !page.calls().isEmpty())
                .map(Calls::panel);
    }

    private static Panel panel(CallsPage page) {
        return new Panel("calls/calls", Map.of("page", page));
    }

    private CallsPage page(Circle circle, Setback setback, @Nullable UUID item) {
        var calls = store.of(setback.issue()).stream()
                .map(call -> new CallsPage.Line(
                        circle.nameOf(call.by()),
                        circle.id().member(call.by()),
                        call.by().equals(Acting.me()),
                        call.made()))
                .toList();
        return new CallsPage(
                circle,
                setback.issue(),
                item,
                circle.nameOf(setback.presenter()),
                setback.presenter().equals(Acting.me()),
                calls,
                isOpen(setback),
                !setback.isFresh(clock.instant()));
    }

    /// Nobody calls themselves.
    private boolean isOpen(Setback setback) {
        return setback.isFresh(clock.instant()) && !setback.presenter().equals(Acting.me());
    }

    @Transactional
    CallsPage take(GroupId group, UUID issue, @Nullable UUID item) {
        return act(group, issue, item, (circle, setback) -> {
            if (!isOpen(setback)) {
                throw new NotFound();
            }
            var now = clock.instant();
            if (store.take(setback, now)) {
                notices.taken(circle, setback, new IssueId(issue).address(group), now);
            }
        });
    }

    @Transactional
    CallsPage made(GroupId group, UUID issue, @Nullable UUID item) {
        return act(group, issue, item, (_, _) -> {
            store.made(issue, clock.instant());
            notices.settled(issue);
        });
    }

    @Transactional
    CallsPage takeBack(GroupId group, UUID issue, @Nullable UUID item) {
        return act(group, issue, item, (_, _) -> {
            store.takeBack(issue);
            notices.settled(issue);
        });
    }

    private CallsPage act(GroupId group, UUID issue, @Nullable UUID item, BiConsumer<Circle, Setback> act) {
        var circle = circles.own(group);
        var at = Optional.ofNullable(item)
                .map(ItemId::new)
                .flatMap(meetings::item)
                .filter(view -> view.live() && issue.equals(view.subject()));
        at.map(ItemView::meeting).ifPresent(meeting -> topics.take(meeting.topic()));
        var setback = store.setback(issue)
                .filter(found -> found.group().equals(group))
                .orElseThrow(NotFound::new);
        act.accept(circle, setback);
        at.map(ItemView::meeting).ifPresent(meeting -> topics.changed(meeting.topic(), "call", issue));
        return page(circle, setback, at.map(view -> view.item().value()).orElse(null));
    }
}
