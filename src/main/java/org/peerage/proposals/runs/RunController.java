package org.peerage.proposals.runs;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.composition.Reason;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalStore;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.people.LeaderName;
import org.peerage.proposals.people.LeaderNames;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The runs of a network, and one run while it goes on. A page that watches a run asks again each second; when the run
/// has ended it is told to load the whole page, which says what came of it.
@Controller
class RunController {

    private static final int MOST_LISTED = 100;

    private final Networks networks;
    private final Runs runs;
    private final Proposals proposals;
    private final LeaderNames people;

    RunController(Networks networks, Runs runs, Proposals proposals, LeaderNames people) {
        this.networks = networks;
        this.runs = runs;
        this.proposals = proposals;
        this.people = people;
    }

    record RunsPage(Networks.Network network, List<ProposalStore.Line> proposals, List<Run> runs) {

        String base() {
            return "/networks/" + network.id() + "/proposals";
        }
    }

    /// @param proposal what people change and accept, once the run is done
    /// @param wrong why the run was not started again
    /// @param who those chosen by hand, as the directory knows them today
    /// @param known what cannot hold together, and what else should be known of the answer
    record RunPage(
            Networks.Network network,
            Run run,
            Optional<ProposalId> proposal,
            @Nullable Message wrong,
            List<Reason> known,
            Map<String, LeaderName> who) {

        String self() {
            return "/proposals/runs/" + run.id();
        }

        ZoneId zone() {
            return network.zone();
        }

        /// In steps of ten seconds, so that whoever listens to the page is not told each second.
        int tensLeft() {
            return (int) Math.ceil(run.secondsLeft().orElse(0) / 10) * 10;
        }
    }

    @GetMapping("/networks/{network}/proposals")
    ModelAndView list(@PathVariable UUID network) {
        var convened = networks.find(new NetworkId(network))
                .filter(Networks.Network::convened)
                .orElseThrow(NotFound::new);
        return new ModelAndView(
                "proposals/runs/runs",
                Map.of(
                        "page",
                        new RunsPage(
                                convened,
                                proposals.of(convened.id(), MOST_LISTED),
                                runs.of(convened.id(), MOST_LISTED))));
    }

    @GetMapping("/proposals/runs/{id}")
    Object page(@PathVariable UUID id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var run = find(id);
        if (!fragment) {
            return view(run, null);
        }
        return run.state().open()
                ? new ModelAndView("proposals/runs/progress", Map.of("page", page(run, null)))
                : ResponseEntity.noContent().header("HX-Refresh", "true").build();
    }

    /// Takes the best that was found so far.
    @PostMapping("/proposals/runs/{id}/finish")
    String finish(@PathVariable UUID id) {
        var run = find(id);
        runs.finish(run.id());
        return "redirect:/proposals/runs/" + run.id();
    }

    @PostMapping("/proposals/runs/{id}/cancel")
    String cancel(@PathVariable UUID id) {
        var run = find(id);
        runs.cancel(run.id());
        return "redirect:/proposals/runs/" + run.id();
    }

    /// The same people, wishes and seed.
    @PostMapping("/proposals/runs/{id}/again")
    ModelAndView again(@PathVariable UUID id, @RequestParam UUID next) {
        var run = find(id);
        return switch (runs.again(run.id(), new RunId(next)).orElseThrow(NotFound::new)) {
            case Runs.Started.Waiting(var other) -> new ModelAndView("redirect:/proposals/runs/" + other);
            case Runs.Started.TooMany(var most) -> view(run, Message.of("proposals.new.wrong.many", most));
        };
    }

    private ModelAndView view(Run run, @Nullable Message wrong) {
        var view = new ModelAndView("proposals/runs/run", Map.of("page", page(run, wrong)));
        view.setStatus(wrong == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private RunPage page(Run run, @Nullable Message wrong) {
        return new RunPage(
                networks.find(run.network()).orElseThrow(NotFound::new),
                run,
                proposals.of(run.id()),
                wrong,
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

    private Run find(UUID id) {
        return runs.find(new RunId(id)).orElseThrow(NotFound::new);
    }
}
