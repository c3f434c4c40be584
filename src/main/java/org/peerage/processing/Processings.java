package org.peerage.processing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.live.Topic;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedActs;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedPut;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Working on things by protocols: each act is decided by the rules and written with its words in one transaction,
/// which also draws the stage that the page then shows.
@Component
public class Processings {

    private final ProcessingStore store;
    private final Stages stages;
    private final Protocols protocols;
    private final ObjectProvider<SubjectKind> kinds;
    private final ObjectProvider<Facts> facts;
    private final Rooms rooms;
    private final Readers readers;
    private final SealedActs acts;
    private final InstantSource clock;

    Processings(
            ProcessingStore store,
            Stages stages,
            Protocols protocols,
            ObjectProvider<SubjectKind> kinds,
            ObjectProvider<Facts> facts,
            Rooms rooms,
            Readers readers,
            SealedActs acts,
            InstantSource clock) {
        this.store = store;
        this.stages = stages;
        this.protocols = protocols;
        this.kinds = kinds;
        this.facts = facts;
        this.rooms = rooms;
        this.readers = readers;
        this.acts = acts;
        this.clock = clock;
    }

    /// What became of an act, and how things stand now.
    record Answer(Outcome outcome, StagePage page) {}

    private record Found(SubjectKind kind, Subject subject) {}

    Answer act(ProcessingId id, Act act, UUID request) {
        return acts.inOrder(() -> topic(id), List.of(), () -> {
            var found = find(id);
            return new Answer(act(found, act, request), page(found));
        });
    }

    /// Writes one sealed text down, if the step lets whoever acts write it. The very same text sent again is written
    /// once; words that cannot be taken stay with their writer, so that nothing typed is lost.
    StagePage write(ProcessingId id, String kind, SealedInput sealed) {
        return acts.inOrder(() -> topic(id), sealed.puts(), () -> written(id, kind, sealed));
    }

    private StagePage written(ProcessingId id, String kind, SealedInput sealed) {
        var found = find(id);
        var subject = found.subject();
        var text = found.kind().texts().stream()
                .filter(known -> known.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new RoomRefused("unexpected-kind"));
        var put = sealed.only(text.sealed());
        if (text.presenterOnly()) {
            readers.mustBe(subject.room(), put, Set.of(subject.presenter()));
        }
        if (rooms.put(subject.room(), List.of(put))) {
            found.kind().changed(subject, SubjectKind.Change.WRITTEN);
            switch (decide(found, new Act.Write(text.kind()))) {
                case Decision.Written(var step) -> keep(subject, text, put, step);
                case Decision.Refused(var why) when why == Refusal.NOT_YOURS -> throw new NotFound();
                case Decision.Refused _, Decision.Held _, Decision.At _, Decision.Over _ ->
                    throw new RoomRefused("not-now");
            }
        }
        return page(found);
    }

    /// Two windows may each write the one text for the first time: the second must not make the first one's words
    /// vanish. A text of many is never written over.
    private void keep(Subject subject, SubjectKind.Text text, SealedPut put, int step) {
        var before =
                text.many() ? null : store.single(subject.thing(), text.kind()).orElse(null);
        if (before == null ? put.rev() != 1 : !before.equals(put.id())) {
            throw new RoomRefused("wrong-revision");
        }
        if (before == null) {
            store.write(subject, text, put.id(), Acting.me(), step, clock.instant());
        }
    }

    @Transactional(readOnly = true)
    StagePage stage(ProcessingId id) {
        return page(find(id));
    }

    /// What the module of the thing shows of it, in its own transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public Panel panel(ProcessingId id) {
        return new Panel("processing/stage", Map.of("page", stage(id)));
    }

    /// The same after an act of the module itself.
    @Transactional(propagation = Propagation.MANDATORY)
    public Panel panel(ProcessingId id, Outcome outcome) {
        return new Panel("processing/stage", Stages.model(new Answer(outcome, stage(id))));
    }

    /// The group has taken the steps of it without screens, as whoever leads says: from now on what it wrote is taken.
    /// Nothing where nobody knows it or it has begun before.
    @Transactional(propagation = Propagation.MANDATORY)
    public void onPaper(ProcessingId id) {
        subjects(id).findFirst().ifPresent(this::onPaper);
    }

    private void onPaper(Found found) {
        var subject = found.subject();
        var now = clock.instant();
        var last = new Processing.AtStep(
                subject.protocol(), subject.protocol().steps().size() - 1, now);
        if (store.begin(found.kind().module(), subject, last, now)) {
            store.add(subject, Ids.steady(subject.id(), "paper"), Acting.me(), "paper", last.number(), now);
            found.kind().changed(subject, SubjectKind.Change.BEGUN);
        }
    }

    /// Ends the work; a part of the act by which its module finishes the thing, which also tells its followers.
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome end(ProcessingId id, UUID request) {
        return act(find(id), new Act.End(), request);
    }

    /// What was written about a thing, by kind, each as far as whoever acts may read it and in the order of writing.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<String, List<SealedView>> written(RoomId room, UUID thing) {
        var written = store.written(thing);
        var texts = rooms.texts(
                room, written.stream().map(ProcessingStore.Written::record).toList());
        return written.stream()
                .filter(one -> texts.containsKey(one.record()))
                .collect(Collectors.groupingBy(
                        ProcessingStore.Written::kind,
                        Collectors.mapping(one -> texts.get(one.record()), Collectors.toList())));
    }

    /// What is still missing before the work can end, to those who would leave it; nothing where none has begun.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Message> holds(ProcessingId id) {
        var found = find(id);
        return store.find(found.subject()) instanceof Processing.AtStep at
                ? Optional.of(Requirement.missing(at.protocol().end(), present(found))
                        .map(missing -> held(found, missing))
                        .orElseGet(() -> found.kind().missing("end")))
                : Optional.empty();
    }

    /// The step in which everybody is heard in turn, with its end, while the group is at one.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Round> round(ProcessingId id) {
        return store.underWay(id)
                .filter(at -> protocols
                        .find(at.module(), at.protocol(), at.group())
                        .filter(protocol -> protocol.hears(at.step()))
                        .isPresent())
                .map(at -> new Round(at.step() + 1, at.endsAt()));
    }

    /// A step in which all are heard.
    ///
    /// @param number counted from one
    public record Round(int number, Instant endsAt) {}

    private Outcome act(Found found, Act act, UUID request) {
        var subject = found.subject();
        if (store.has(subject.id(), request)) {
            return Outcome.done();
        }
        if (!subject.isWritten()) {
            return new Outcome.Refused(Refusal.NOT_LIVE.message());
        }
        var before = standing(subject);
        return switch (before.decide(act, by(subject), present(found), clock.instant())) {
            case Decision.Refused(var why) -> new Outcome.Refused(why.message());
            case Decision.Held(var missing) -> new Outcome.Refused(held(found, missing));
            case Decision.Written _ -> throw new IllegalStateException("words are written with their text");
            case Decision.At(var step) -> move(found, before, step, request);
            case Decision.Over _ -> end(found, before, request);
        };
    }

    private Outcome move(Found found, Processing before, Processing.AtStep after, UUID request) {
        var subject = found.subject();
        var now = clock.instant();
        var moved = before instanceof Processing.AtStep at
                ? store.move(subject.id(), at.number(), after, now)
                : store.begin(found.kind().module(), subject, after, now);
        if (!moved) {
            return overtaken(subject, request);
        }
        var begun = before instanceof Processing.NotBegun;
        store.add(subject, request, Acting.me(), begun ? "begin" : "step", after.number(), now);
        found.kind().changed(subject, begun ? SubjectKind.Change.BEGUN : SubjectKind.Change.MOVED);
        return Outcome.done();
    }

    private Outcome end(Found found, Processing before, UUID request) {
        var subject = found.subject();
        var now = clock.instant();
        var step = before.stands();
        if (step.isEmpty() || !store.end(subject.id(), step.getAsInt(), now)) {
            return overtaken(subject, request);
        }
        store.add(subject, request, Acting.me(), "end", step.getAsInt(), now);
        return Outcome.done();
    }

    /// Somebody was faster since the rules decided. If it was this very request, sent twice, all is done.
    private Outcome overtaken(Subject subject, UUID request) {
        return store.has(subject.id(), request) ? Outcome.done() : new Outcome.Refused(Refusal.MOVED.message());
    }

    private Decision decide(Found found, Act act) {
        var subject = found.subject();
        return subject.isWritten()
                ? standing(subject).decide(act, by(subject), present(found), clock.instant())
                : new Decision.Refused(Refusal.NOT_LIVE);
    }

    private StagePage page(Found found) {
        return stages.of(found.kind(), found.subject(), standing(found.subject()), present(found));
    }

    private Processing standing(Subject subject) {
        var stands = store.find(subject);
        return subject.onPaper() && stands instanceof Processing.AtStep at
                ? new Processing.OnPaper(at.protocol(), at.number())
                : stands;
    }

    private Optional<Topic> topic(ProcessingId id) {
        return kinds.orderedStream().flatMap(kind -> kind.topic(id).stream()).findFirst();
    }

    private Found find(ProcessingId id) {
        return subjects(id).findFirst().orElseThrow(NotFound::new);
    }

    private Stream<Found> subjects(ProcessingId id) {
        return kinds.orderedStream().flatMap(kind -> kind.find(id).map(subject -> new Found(kind, subject)).stream());
    }

    private static Processing.By by(Subject subject) {
        return new Processing.By(subject.writesAsPresenter(), subject.leads());
    }

    private Requirement.Present present(Found found) {
        var subject = found.subject();
        return new Requirement.Present(
                store.written(subject.thing()).stream()
                        .map(ProcessingStore.Written::kind)
                        .collect(Collectors.toSet()),
                name -> facts.stream()
                        .filter(teller -> teller.names().contains(name))
                        .anyMatch(teller -> teller.holds(name, subject)));
    }

    private static Message held(Found found, Requirement missing) {
        return found.kind().missing(missing.key());
    }
}
