package org.peerage.cases;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
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
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A case as a thing that is worked on: anew at each item, and presented by whoever leads the meeting.
@Component
class CaseSubjects implements SubjectKind {

    static final String MODULE = "cases";

    private final ObjectProvider<Protocols> protocols;
    private final Circles circles;
    private final Meetings meetings;
    private final LiveTopics topics;

    CaseSubjects(ObjectProvider<Protocols> protocols, Circles circles, Meetings meetings, LiveTopics topics) {
        this.protocols = protocols;
        this.circles = circles;
        this.meetings = meetings;
        this.topics = topics;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public List<Text> texts() {
        return List.of();
    }

    @Override
    public Optional<Subject> find(ProcessingId id) {
        return meetings.item(new ItemId(id.value()))
                .filter(item -> item.kind().equals(CaseItem.KIND) && item.hasRoom())
                .flatMap(item -> circles.of(item.group()).map(circle -> of(id, item, circle)));
    }

    private Subject of(ProcessingId id, ItemView item, Circle circle) {
        var leader = Optional.ofNullable(item.facilitator()).or(circle::chair).orElseGet(Acting::me);
        return new Subject(
                id,
                id.value(),
                item.group(),
                new RoomId(item.room()),
                leader,
                circle.nameOf(leader),
                protocols.getObject().find(MODULE, "case-study", item.group()).orElseThrow(),
                item.isLedBy(Acting.me()),
                item.live() && item.current(),
                false,
                Subject.Presence.FOLLOWING);
    }

    @Override
    public Optional<Topic> topic(ProcessingId id) {
        return meetings.topic(new ItemId(id.value()));
    }

    @Override
    public void changed(Subject subject, Change change) {
        topics.changed(topic(subject.id()).orElseThrow(NotFound::new), "case-step", subject.thing());
    }

    @Override
    public Message missing(String what) {
        throw new IllegalStateException("a case asks for nothing: " + what);
    }

    @Override
    public Optional<Panel> heading(Subject subject) {
        return Optional.empty();
    }

    @Override
    public Optional<Panel> outcome(Subject subject, boolean complete) {
        return Optional.empty();
    }
}
