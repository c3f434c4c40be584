package org.peerage.processing;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Component;

/// Draws the stage for whoever acts, in the transaction of the act.
@Component
class Stages {

    private final ProcessingStore store;
    private final InstantSource clock;

    Stages(ProcessingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    StagePage of(SubjectKind kind, Subject subject, Processing at, Requirement.Present present) {
        var protocol = subject.protocol();
        var step = number(at);
        var ends = at instanceof Processing.AtStep now ? now.endsAt().toEpochMilli() : 0L;
        var written = store.written(subject.thing());
        var complete = Requirement.missing(protocol.end(), present).isEmpty();
        var atEnd = at instanceof Processing.Ended || (at instanceof Processing.AtStep && protocol.isLast(step));
        return new StagePage(
                subject.id().toString(),
                subject.room().value(),
                kind.module(),
                protocol.key(),
                subject.presenterName(),
                isMine(subject),
                subject.leads() && subject.live(),
                phase(at),
                step,
                IntStream.range(0, protocol.steps().size())
                        .mapToObj(number -> line(protocol.steps().get(number), state(at, number)))
                        .toList(),
                ends,
                clock.millis(),
                at instanceof Processing.AtStep now && subject.live()
                        ? forms(kind, subject, now, written, complete)
                        : List.of(),
                kind.texts().stream()
                        .flatMap(text -> shown(text, subject, written).stream())
                        .toList(),
                kind.heading(subject),
                atEnd ? kind.outcome(subject, complete) : Optional.empty(),
                new StagePage.Requests(
                        steady(subject.id(), "begin", ends),
                        steady(subject.id(), "back", step, ends),
                        steady(subject.id(), "on", step, ends)));
    }

    private static int number(Processing at) {
        return switch (at) {
            case Processing.NotBegun _ -> 0;
            case Processing.AtStep now -> now.number();
            case Processing.Ended(var protocol) -> protocol.steps().size() - 1;
        };
    }

    private static StagePage.Phase phase(Processing at) {
        return switch (at) {
            case Processing.NotBegun _ -> StagePage.Phase.AHEAD;
            case Processing.AtStep _ -> StagePage.Phase.UNDER_WAY;
            case Processing.Ended _ -> StagePage.Phase.OVER;
        };
    }

    private static String state(Processing at, int number) {
        return switch (at) {
            case Processing.NotBegun _ -> "ahead";
            case Processing.Ended _ -> "done";
            case Processing.AtStep now -> number > now.number() ? "ahead" : number == now.number() ? "now" : "done";
        };
    }

    private static StagePage.StepLine line(Protocol.Step step, String state) {
        return new StagePage.StepLine(
                step.key(),
                step.speaker().key(),
                step.forbidden().stream().map(Protocol.Forbidden::key).sorted().toList(),
                step.minutes().usual(),
                state);
    }

    /// What the step lets whoever acts write. What is only there in the place of something else is not asked for once
    /// that is there.
    private static List<StagePage.Form> forms(
            SubjectKind kind,
            Subject subject,
            Processing.AtStep at,
            List<ProcessingStore.Written> written,
            boolean complete) {
        var by = new Processing.By(isMine(subject), subject.leads());
        return at.step().captures().stream()
                .filter(capture -> by.may(capture.by()))
                .flatMap(capture ->
                        kind.texts().stream().filter(text -> text.kind().equals(capture.kind())))
                .filter(text -> !complete || !isInstead(at.protocol(), text))
                .map(text -> form(text, subject, isInstead(at.protocol(), text), written))
                .toList();
    }

    private static boolean isInstead(Protocol protocol, SubjectKind.Text text) {
        return protocol.end().stream()
                .filter(Requirement.Any.class::isInstance)
                .flatMap(Requirement::parts)
                .anyMatch(part -> part.equals(new Requirement.Has(text.kind())));
    }

    private static StagePage.Form form(
            SubjectKind.Text text, Subject subject, boolean last, List<ProcessingStore.Written> written) {
        var me = Acting.me();
        var same =
                written.stream().filter(one -> one.kind().equals(text.kind())).toList();
        var before = text.many() || same.isEmpty() ? null : same.getFirst().text();
        var nth = same.stream().filter(one -> one.author().equals(me)).count();
        return new StagePage.Form(
                text.kind(),
                text.many(),
                last,
                before == null ? steady(subject.thing(), me, text.kind(), nth) : before.id(),
                before == null ? 0 : before.rev(),
                before);
    }

    private static Optional<StagePage.Shown> shown(
            SubjectKind.Text text, Subject subject, List<ProcessingStore.Written> written) {
        var same =
                written.stream().filter(one -> one.kind().equals(text.kind())).toList();
        var readable = !text.presenterOnly() || isMine(subject);
        var own = (int)
                same.stream().filter(one -> one.author().equals(Acting.me())).count();
        List<SealedView> texts =
                readable ? same.stream().map(ProcessingStore.Written::text).toList() : List.of();
        return texts.isEmpty() && (readable || own == 0)
                ? Optional.empty()
                : Optional.of(new StagePage.Shown(text.kind(), text.many(), texts, readable ? 0 : own));
    }

    private static boolean isMine(Subject subject) {
        return subject.presenter().equals(Acting.me());
    }

    static Map<String, Object> model(Processings.Answer answer) {
        var model = new HashMap<String, Object>();
        model.put("page", answer.page());
        model.put("outcome", answer.outcome());
        return model;
    }

    /// The stage is drawn again with every act; what somebody is writing keeps its id meanwhile, and what is sent twice
    /// is known.
    private static UUID steady(Object... parts) {
        return UUID.nameUUIDFromBytes(List.of(parts).toString().getBytes(StandardCharsets.UTF_8));
    }
}
