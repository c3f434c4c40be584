package org.peerage.proposals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peerage.composition.Leader;
import org.peerage.networks.Directory;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.tenancy.Ids;
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
    private final Runs runs;

    NewRunController(Networks networks, Directory directory, Rosters rosters, Wishes wishes, Runs runs) {
        this.networks = networks;
        this.directory = directory;
        this.rosters = rosters;
        this.wishes = wishes;
        this.runs = runs;
    }

    record NewRunPage(
            Networks.Network network,
            RunForm form,
            RunId run,
            Map<String, Problem> wrong,
            RunTally tally,
            Directory.Choices choices,
            int wishes) {

        String base() {
            return "/networks/" + network.id() + "/proposals";
        }
    }

    @GetMapping("/new")
    ModelAndView form(
            @PathVariable UUID network,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var convened = convened(network);
        var form = RunForm.of(parameters);
        return fragment
                ? new ModelAndView("proposals/tally", Map.of("tally", tally(convened.id(), form)))
                : page(convened, form, Map.of());
    }

    @PostMapping
    ModelAndView ask(@PathVariable UUID network, @RequestParam Map<String, String> parameters) {
        var convened = convened(network);
        var form = new RunForm(parameters);
        return switch (form.parse()) {
            case RunForm.Parsed.Invalid(var wrong) -> page(convened, form, wrong);
            case RunForm.Parsed.Valid(var command) -> start(convened, form, command);
        };
    }

    private ModelAndView start(Networks.Network network, RunForm form, RunForm.Command command) {
        var tally = tally(network.id(), form);
        var problem = tally.problem();
        if (problem.isPresent()) {
            return page(network, form, Map.of("people", problem.get()));
        }
        var people = rosters.leaders(network.id(), rosters.chosen(network.id(), command.choice()));
        var rules = wishes.rules(network.id(), command.wishes(), command.hoursApart(), command.kilometres());
        var asking = new Asking(
                network.id(),
                command.competitors() ? people : withoutMarkets(people),
                command.size(),
                command.weights(),
                rules,
                Map.of(),
                command.effort());
        return switch (runs.start(command.run(), asking)) {
            case Runs.Started.Waiting(var run) -> new ModelAndView("redirect:/proposals/runs/" + run);
            case Runs.Started.TooMany(var most) ->
                page(network, form, Map.of("run", Problem.of("proposals.new.wrong.many", most)));
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

    private RunTally tally(NetworkId network, RunForm form) {
        return new RunTally(rosters.chosen(network, form.choice()).size(), form.size());
    }

    private ModelAndView page(Networks.Network network, RunForm form, Map<String, Problem> wrong) {
        var view = new ModelAndView(
                "proposals/newRun",
                Map.of(
                        "page",
                        new NewRunPage(
                                network,
                                form,
                                new RunId(Ids.next()),
                                new LinkedHashMap<>(wrong),
                                tally(network.id(), form),
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
