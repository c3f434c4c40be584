package org.peerage.proposals.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.directory.Directory;
import org.peerage.proposals.people.Rosters;
import org.peerage.proposals.people.Wishes;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Runs as a convener asks for them: whom the choice means is found out in the transaction that starts the run, and a
/// refusal comes with the form that says why.
@Component
class NewRuns {

    private final Networks networks;
    private final Directory directory;
    private final Rosters rosters;
    private final Wishes wishes;
    private final ByHandChoice byHandChoice;
    private final Runs runs;

    NewRuns(
            Networks networks,
            Directory directory,
            Rosters rosters,
            Wishes wishes,
            ByHandChoice byHandChoice,
            Runs runs) {
        this.networks = networks;
        this.directory = directory;
        this.rosters = rosters;
        this.wishes = wishes;
        this.byHandChoice = byHandChoice;
        this.runs = runs;
    }

    sealed interface Answer {

        record Waiting(RunId run) implements Answer {}

        record Again(NewRunPage page) implements Answer {}
    }

    @Transactional(readOnly = true)
    NewRunPage page(NetworkId network, RunForm form) {
        return page(networks.convened(network), byHandChoice.applied(network, form), Map.of());
    }

    @Transactional(readOnly = true)
    NewRunPage.Chosen chosen(NetworkId network, RunForm form) {
        return chosen(networks.convened(network), byHandChoice.applied(network, form));
    }

    /// Under an id that the form was given, so that sending it twice asks once.
    @Transactional
    Answer ask(RunId run, NetworkId network, RunForm form) {
        var convened = networks.convened(network);
        var applied = byHandChoice.applied(network, form);
        return switch (form.parse()) {
            case RunForm.Parsed.Invalid(var wrong) -> new Answer.Again(page(convened, applied, wrong));
            case RunForm.Parsed.Valid(var command) ->
                tally(applied)
                        .problem()
                        .<Answer>map(problem -> new Answer.Again(page(convened, applied, Map.of("people", problem))))
                        .orElseGet(() -> start(run, convened, applied, command));
        };
    }

    private Answer start(RunId run, Networks.Network network, ByHandChoice.Applied applied, RunForm.Command command) {
        return switch (runs.start(run, request(network.id(), applied, command))) {
            case Runs.Started.Waiting(var waiting) -> new Answer.Waiting(waiting);
            case Runs.Started.TooMany(var most) ->
                new Answer.Again(page(network, applied, Map.of("run", Message.of("proposals.new.wrong.many", most))));
        };
    }

    private RunRequest request(NetworkId network, ByHandChoice.Applied applied, RunForm.Command command) {
        var people = rosters.leaders(network, applied.chosen().people());
        return new RunRequest(
                network,
                people,
                applied.chosen().byHand(),
                command.size(),
                command.weights(),
                wishes.rules(network, command.wishes(), command.hoursApart(), command.kilometres())
                        .competing(command.competitors()),
                Map.of(),
                command.effort());
    }

    private NewRunPage page(Networks.Network network, ByHandChoice.Applied applied, Map<String, Message> wrong) {
        return new NewRunPage(
                network,
                applied.form(),
                new LinkedHashMap<>(wrong),
                chosen(network, applied),
                directory.choices(network.id()),
                wishes.count(network.id()));
    }

    private NewRunPage.Chosen chosen(Networks.Network network, ByHandChoice.Applied applied) {
        return new NewRunPage.Chosen(
                tally(applied),
                byHandChoice.shown(network.id(), applied),
                network.id().address() + "/proposals");
    }

    private static RunTally tally(ByHandChoice.Applied applied) {
        return new RunTally(applied.chosen().people().size(), applied.form().size());
    }
}
