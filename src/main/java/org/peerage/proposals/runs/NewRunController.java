package org.peerage.proposals.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peerage.composition.Leader;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.directory.Directory;
import org.peerage.proposals.people.Rosters;
import org.peerage.proposals.people.Wishes;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A convener says whom to compose, what matters, and what must not happen. The same address serves the form and, to
/// htmx, how many people and groups its choice makes.
@Controller
@RequestMapping("/networks/{network}/proposals")
class NewRunController {

    private final Networks networks;
    private final Directory directory;
    private final Rosters rosters;
    private final Wishes wishes;
    private final ByHandChoice byHandChoice;
    private final Runs runs;

    NewRunController(
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

    record NewRunPage(
            Networks.Network network,
            RunForm form,
            Map<String, Message> wrong,
            RunTally tally,
            ByHandChoice.Shown shown,
            Directory.Choices choices,
            int wishes) {

        String base() {
            return NewRunController.base(network);
        }
    }

    @GetMapping("/new")
    ModelAndView form(
            @PathVariable UUID network,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var convened = convened(network);
        var applied = byHandChoice.applied(convened.id(), RunForm.of(parameters));
        return fragment
                ? new ModelAndView(
                        "proposals/runs/chosen",
                        Map.of(
                                "tally", tally(applied),
                                "shown", byHandChoice.shown(convened.id(), applied),
                                "base", base(convened)))
                : page(convened, applied, Map.of());
    }

    @PostMapping
    ModelAndView ask(@PathVariable UUID network, @RequestParam UUID run, @RequestParam Map<String, String> parameters) {
        var convened = convened(network);
        var form = new RunForm(parameters);
        return switch (form.parse()) {
            case RunForm.Parsed.Invalid(var wrong) -> page(convened, byHandChoice.applied(convened.id(), form), wrong);
            case RunForm.Parsed.Valid(var command) ->
                start(new RunId(run), convened, byHandChoice.applied(convened.id(), form), command);
        };
    }

    private ModelAndView start(
            RunId run, Networks.Network network, ByHandChoice.Applied applied, RunForm.Command command) {
        var problem = tally(applied).problem();
        if (problem.isPresent()) {
            return page(network, applied, Map.of("people", problem.get()));
        }
        var people = rosters.leaders(network.id(), applied.chosen().people());
        var rules = wishes.rules(network.id(), command.wishes(), command.hoursApart(), command.kilometres());
        var request = new RunRequest(
                network.id(),
                command.competitors() ? people : withoutMarkets(people),
                applied.chosen().byHand(),
                command.size(),
                command.weights(),
                rules,
                Map.of(),
                command.effort());
        return switch (runs.start(run, request)) {
            case Runs.Started.Waiting(var waiting) -> new ModelAndView("redirect:/proposals/runs/" + waiting);
            case Runs.Started.TooMany(var most) ->
                page(network, applied, Map.of("run", Message.of("proposals.new.wrong.many", most)));
        };
    }

    /// Who competes with whom is computed from markets in common; without them nobody does, but for those whom the
    /// convener has named.
    private static List<Leader> withoutMarkets(List<Leader> people) {
        return people.stream()
                .map(leader -> new Leader(
                        leader.id(),
                        leader.name(),
                        leader.role(),
                        leader.size(),
                        leader.stage(),
                        leader.experience(),
                        leader.industry(),
                        leader.narrowIndustry(),
                        Set.of(),
                        leader.competencies(),
                        leader.aims(),
                        leader.place(),
                        leader.zone(),
                        leader.spot(),
                        leader.languages(),
                        leader.kind(),
                        leader.earlier(),
                        leader.wishes(),
                        leader.conflicts()))
                .toList();
    }

    private static RunTally tally(ByHandChoice.Applied applied) {
        return new RunTally(applied.chosen().people().size(), applied.form().size());
    }

    private static String base(Networks.Network network) {
        return "/networks/" + network.id() + "/proposals";
    }

    private ModelAndView page(Networks.Network network, ByHandChoice.Applied applied, Map<String, Message> wrong) {
        var view = new ModelAndView(
                "proposals/runs/newRun",
                Map.of(
                        "page",
                        new NewRunPage(
                                network,
                                applied.form(),
                                new LinkedHashMap<>(wrong),
                                tally(applied),
                                byHandChoice.shown(network.id(), applied),
                                directory.choices(network.id()),
                                wishes.of(network.id()).size())));
        view.setStatus(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Networks.Network convened(UUID network) {
        return networks.find(new NetworkId(network))
                .filter(Networks.Network::convened)
                .orElseThrow(NotFound::new);
    }
}
