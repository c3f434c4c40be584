package org.peerage.issues;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circles;
import org.peerage.live.LiveTopics;
import org.peerage.live.Topic;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.Meetings;
import org.peerage.processing.ProcessingId;
import org.peerage.processing.Protocols;
import org.peerage.processing.Subject;
import org.peerage.processing.SubjectKind;
import org.peerage.rooms.Rooms;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Issues as a thing that is worked on: on one item of a meeting, led by its facilitator.
@Component
class IssueSubjects implements SubjectKind {

    static final String MODULE = "issues";

    private final IssueStore store;
    private final ObjectProvider<Protocols> protocols;
    private final ObjectProvider<IssueOutcomes> outcomes;
    private final Rooms rooms;
    private final Circles circles;
    private final Meetings meetings;
    private final LiveTopics topics;
    private final InstantSource clock;

    IssueSubjects(
            IssueStore store,
            ObjectProvider<Protocols> protocols,
            ObjectProvider<IssueOutcomes> outcomes,
            Rooms rooms,
            Circles circles,
            Meetings meetings,
            LiveTopics topics,
            InstantSource clock) {
        this.store = store;
        this.protocols = protocols;
        this.outcomes = outcomes;
        this.rooms = rooms;
        this.circles = circles;
        this.meetings = meetings;
        this.topics = topics;
        this.clock = clock;
    }

    /// @param spokenFor the name of the presenter who promises after the meeting, having no screen in it; else empty
    record Ending(
            String item,
            String spokenFor,
            boolean mine,
            boolean mayClose,
            boolean closed,
            boolean valued,
            List<Panel> panels) {}

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public List<Text> texts() {
        return List.of(IssueTexts.REAL, IssueTexts.NO_ACTION, IssueTexts.NOTE);
    }

    @Override
    public Optional<Subject> find(ProcessingId id) {
        return meetings.item(new ItemId(id.value()))
                .filter(IssueSubjects::isIssue)
                .flatMap(at -> Optional.ofNullable(at.subject())
                        .map(IssueId::new)
                        .flatMap(store::find)
                        .flatMap(issue -> of(id, at, issue)));
    }

    static boolean isIssue(ItemView item) {
        return item.kind().equals(IssueItem.KIND);
    }

    private Optional<Subject> of(ProcessingId id, ItemView at, Issue issue) {
        var what = issue.preparation();
        return protocols
                .getObject()
                .find(MODULE, what.protocol(), what.group())
                .map(protocol -> new Subject(
                        id,
                        what.id().value(),
                        what.group(),
                        what.room(),
                        what.presenter(),
                        circles.of(what.group())
                                .map(circle -> circle.nameOf(what.presenter()))
                                .orElse(""),
                        protocol,
                        at.isLedBy(Acting.me()),
                        at.live() && !(issue instanceof Issue.Closed),
                        issue instanceof Issue.AtWork && (at.afterwards() || isOwnAfter(at, issue)),
                        presence(at, issue)));
    }

    /// The group left it before anything came of it: what does is written down by its presenter, who may have had no
    /// screen to do it on.
    private static boolean isOwnAfter(ItemView at, Issue issue) {
        return at.over() && issue.presenter().equals(Acting.me());
    }

    /// Asked for whoever leads alone, who writes down what somebody without a screen says.
    private Subject.Presence presence(ItemView at, Issue issue) {
        return at.live()
                        && issue instanceof Issue.AtWork
                        && at.isLedBy(Acting.me())
                        && !issue.presenter().equals(Acting.me())
                ? store.presence(
                        at.meeting(), issue.presenter(), clock.instant().minus(Issues.AWAY))
                : Subject.Presence.FOLLOWING;
    }

    @Override
    public Optional<Topic> topic(ProcessingId id) {
        return meetings.topic(new ItemId(id.value()));
    }

    @Override
    public void changed(Subject subject, Change change) {
        if (change == Change.BEGUN) {
            store.begin(new IssueId(subject.thing()));
        }
        topics.changed(
                topic(subject.id()).orElseThrow(NotFound::new),
                switch (change) {
                    case BEGUN, MOVED -> "issue-step";
                    case WRITTEN -> "issue-text";
                },
                subject.thing());
    }

    @Override
    public Message missing(String what) {
        return Message.of("issues.before." + what);
    }

    @Override
    public Optional<Panel> heading(Subject subject) {
        return store.find(new IssueId(subject.thing()))
                .map(Issue::preparation)
                .flatMap(what -> Optional.ofNullable(
                        rooms.texts(what.room(), List.of(what.stated())).get(what.stated())))
                .map(stated -> new Panel("issues/heading", Map.of("stated", stated)));
    }

    @Override
    public Optional<Panel> outcome(Subject subject, boolean complete) {
        var item = new ItemId(subject.id().value());
        return store.find(new IssueId(subject.thing())).map(issue -> {
            var mine = subject.presenter().equals(Acting.me());
            var ending = new Ending(
                    item.toString(),
                    subject.spokenFor() && !complete ? subject.presenterName() : "",
                    mine,
                    complete && (subject.live() || subject.onPaper()) && (mine || subject.leads()),
                    issue instanceof Issue.Closed,
                    issue instanceof Issue.Closed closed && closed.value() != null,
                    outcomes.orderedStream()
                            .flatMap(known -> known.panel(item).stream())
                            .toList());
            return new Panel("issues/outcome", Map.of("ending", ending));
        });
    }
}
