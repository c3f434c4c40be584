package org.peerage.proposals.runs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.composition.Reason;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.people.LeaderNames;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of runs read, and the form that asks for the same once more.
@Component
class RunPages {

    private static final int MOST_LISTED = 100;

    private final Networks networks;
    private final Runs runs;
    private final Proposals proposals;
    private final LeaderNames people;

    RunPages(Networks networks, Runs runs, Proposals proposals, LeaderNames people) {
        this.networks = networks;
        this.runs = runs;
        this.proposals = proposals;
        this.people = people;
    }

    sealed interface Answer {

        record Waiting(RunId run) implements Answer {}

        record Refused(RunPage page) implements Answer {}
    }

    @Transactional(readOnly = true)
    RunsPage list(NetworkId network) {
        return new RunsPage(
                networks.convened(network), proposals.of(network, MOST_LISTED), runs.of(network, MOST_LISTED));
    }

    @Transactional(readOnly = true)
    RunPage page(RunId id) {
        return page(run(id));
    }

    /// Empty where the run has ended and the whole page is another one.
    @Transactional(readOnly = true)
    Optional<RunPage> progress(RunId id) {
        return Optional.of(run(id)).filter(run -> run.state().open()).map(this::page);
    }

    @Transactional
    Answer again(RunId id, RunId next) {
        return switch (runs.again(id, next).orElseThrow(NotFound::new)) {
            case Runs.Started.Waiting(var other) -> new Answer.Waiting(other);
            case Runs.Started.TooMany(var most) ->
                new Answer.Refused(page(run(id)).refused(Message.of("proposals.new.wrong.many", most)));
        };
    }

    private RunPage page(Run run) {
        return new RunPage(
                networks.find(run.network()).orElseThrow(NotFound::new),
                run,
                proposals.of(run.id()),
                null,
                known(run),
                people.of(run.network(), run.byHand()));
    }

    private List<Reason> known(Run run) {
        if (run.state() != RunState.DONE) {
            return List.of();
        }
        return runs.composer(run.id()).stream()
                .flatMap(composer -> Stream.concat(composer.contradictions().stream(), composer.notices().stream()))
                .toList();
    }

    private Run run(RunId id) {
        return runs.find(id).orElseThrow(NotFound::new);
    }
}
