package org.peerage.processing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peerage.groups.CharterTerms.Speaking;
import org.peerage.groups.Groups;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.springframework.stereotype.Component;

/// Draws the stage for whoever acts, in the transaction of the act.
@Component
class Stages {

    private final ProcessingStore store;
    private final Rooms rooms;
    private final Groups groups;

    Stages(ProcessingStore store, Rooms rooms, Groups groups) {
        this.store = store;
        this.rooms = rooms;
        this.groups = groups;
    }

    /// What one look at a thing needs, fetched once.
    ///
    /// @param texts as far as whoever looks may read them
    /// @param complete whether all is there that the end asks for
    private record Scene(
            SubjectKind kind,
            Subject subject,
            List<ProcessingStore.Written> written,
            Map<UUID, SealedView> texts,
            boolean complete) {

        boolean mine() {
            return subject.presenter().equals(Acting.me());
        }

        List<ProcessingStore.Written> of(SubjectKind.Text text) {
            return written.stream()
                    .filter(one -> one.kind().equals(text.kind()))
                    .toList();
        }

        List<SealedView> textsOf(SubjectKind.Text text) {
            return of(text).stream()
                    .flatMap(one -> Optional.ofNullable(texts.get(one.record())).stream())
                    .toList();
        }

        int own(SubjectKind.Text text) {
            return (int) of(text).stream()
                    .filter(one -> one.author().equals(Acting.me()))
                    .count();
        }

        /// Only its author can write a text again.
        boolean isOfAnother(SubjectKind.Text text) {
            return of(text).stream().anyMatch(one -> !one.author().equals(Acting.me()));
        }

        /// Only there in the place of something else that may come of it.
        boolean isInstead(String text) {
            return subject.protocol().end().stream()
                    .filter(Requirement.Any.class::isInstance)
                    .flatMap(Requirement::parts)
                    .anyMatch(part -> part.equals(new Requirement.Has(text)));
        }
    }

    StagePage of(SubjectKind kind, Subject subject, Processing at, Requirement.Present present) {
        var protocol = subject.protocol();
        var step = number(at);
        var speaking = Protocols.speaking(groups, subject.group());
        var ends = at instanceof Processing.AtStep now ? now.endsAt().toEpochMilli() : 0L;
        var written = store.written(subject.thing());
        var unmet = protocol.requirements().filter(one -> !one.met(present)).toList();
        var scene = new Scene(
                kind,
                subject,
                written,
                rooms.texts(
                        subject.room(),
                        written.stream().map(ProcessingStore.Written::record).toList()),
                protocol.end().stream().noneMatch(unmet::contains));
        return new StagePage(
                subject.id().toString(),
                subject.thing(),
                subject.room().value(),
                kind.module(),
                protocol.key(),
                subject.presenterName(),
                subject.group().member(subject.presenter()),
                scene.mine(),
                subject.leads() && subject.live(),
                subject.presence(),
                phase(at),
                step,
                IntStream.range(0, protocol.steps().size())
                        .mapToObj(number -> line(protocol.steps().get(number), speaking, state(at, number)))
                        .toList(),
                ends,
                unmet.stream().map(Requirement::key).toList(),
                forms(scene, at),
                kind.texts().stream()
                        .flatMap(text -> shown(scene, text).stream())
                        .toList(),
                kind.heading(subject),
                showsOutcome(scene, at) ? kind.outcome(subject, scene.complete()) : Optional.empty(),
                new StagePage.Requests(
                        Ids.steady(subject.id(), "begin", ends),
                        Ids.steady(subject.id(), "back", step, ends),
                        Ids.steady(subject.id(), "on", step, ends)));
    }

    /// Where something may come of it: at the last step, and at those before it that let the presenter say why nothing
    /// does.
    private static boolean showsOutcome(Scene scene, Processing at) {
        return switch (at) {
            case Processing.NotBegun _ -> false;
            case Processing.Ended _, Processing.OnPaper _ -> true;
            case Processing.AtStep now ->
                now.protocol().isLast(now.number())
                        || now.step().captures().stream().anyMatch(capture -> scene.isInstead(capture.kind()));
        };
    }

    private static int number(Processing at) {
        return switch (at) {
            case Processing.NotBegun _ -> 0;
            case Processing.AtStep now -> now.number();
            case Processing.OnPaper paper -> paper.number();
            case Processing.Ended(var protocol) -> protocol.steps().size() - 1;
        };
    }

    private static StagePage.Phase phase(Processing at) {
        return switch (at) {
            case Processing.NotBegun _ -> StagePage.Phase.AHEAD;
            case Processing.AtStep _ -> StagePage.Phase.UNDER_WAY;
            case Processing.OnPaper _ -> StagePage.Phase.ON_PAPER;
            case Processing.Ended _ -> StagePage.Phase.OVER;
        };
    }

    private static String state(Processing at, int number) {
        return switch (at) {
            case Processing.NotBegun _ -> "ahead";
            case Processing.Ended _, Processing.OnPaper _ -> "done";
            case Processing.AtStep now -> number > now.number() ? "ahead" : number == now.number() ? "now" : "done";
        };
    }

    private static StagePage.StepLine line(Protocol.Step step, Speaking speaking, String state) {
        return new StagePage.StepLine(
                step.key(),
                step.speaker().key(),
                step.forbidden(speaking),
                step.minutes().usual(),
                state);
    }

    /// What the step lets whoever acts write, or on paper all steps together. What is only there in the place of
    /// something else is not asked for once that is there.
    private static List<StagePage.Form> forms(Scene scene, Processing at) {
        return switch (at) {
            case Processing.NotBegun _, Processing.Ended _ -> List.of();
            case Processing.AtStep now ->
                scene.subject().live() ? forms(scene, now.step().captures().stream(), false) : List.of();
            case Processing.OnPaper paper ->
                forms(scene, paper.protocol().captures(), scene.subject().leads());
        };
    }

    /// @param keeps whoever acts keeps the minutes, and may write for the group what nobody has written yet
    private static List<StagePage.Form> forms(Scene scene, Stream<Protocol.Capture> captures, boolean keeps) {
        var by = new Processing.By(
                scene.subject().writesAsPresenter(), scene.subject().leads());
        return captures.filter(capture -> keeps || by.may(capture.by()))
                .map(Protocol.Capture::kind)
                .distinct()
                .filter(kind -> !scene.complete() || !scene.isInstead(kind))
                .flatMap(kind ->
                        scene.kind().texts().stream().filter(text -> text.kind().equals(kind)))
                .filter(text -> text.many() || !scene.isOfAnother(text))
                .map(text -> form(scene, text))
                .toList();
    }

    private static StagePage.Form form(Scene scene, SubjectKind.Text text) {
        var before =
                text.many() ? null : scene.textsOf(text).stream().findFirst().orElse(null);
        var kind = text.sealed();
        return new StagePage.Form(
                kind,
                text.many(),
                scene.isInstead(text.kind()),
                kind.readers(Map.of("presenter", scene.subject().presenter())),
                before == null
                        ? Ids.steady(scene.subject().thing(), Acting.me(), text.kind(), scene.own(text))
                        : before.id(),
                before == null ? 0 : before.rev(),
                before);
    }

    private static Optional<StagePage.Shown> shown(Scene scene, SubjectKind.Text text) {
        var readable = !text.presenterOnly() || scene.mine();
        var texts = readable ? scene.textsOf(text) : List.<SealedView>of();
        var own = readable ? 0 : scene.own(text);
        return texts.isEmpty() && own == 0
                ? Optional.empty()
                : Optional.of(new StagePage.Shown(text.sealed(), text.many(), texts, own));
    }

    static Map<String, Object> model(Processings.Answer answer) {
        var model = new HashMap<String, Object>();
        model.put("page", answer.page());
        model.put("outcome", answer.outcome());
        return model;
    }
}
