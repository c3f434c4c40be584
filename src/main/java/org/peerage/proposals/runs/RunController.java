package org.peerage.proposals.runs;

import java.util.Map;
import java.util.UUID;
import org.peerage.networks.NetworkId;
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

    private final RunPages pages;
    private final Runs runs;

    RunController(RunPages pages, Runs runs) {
        this.pages = pages;
        this.runs = runs;
    }

    @GetMapping("/networks/{network}/proposals")
    ModelAndView list(@PathVariable UUID network) {
        return new ModelAndView("proposals/runs/runs", Map.of("page", pages.list(new NetworkId(network))));
    }

    @GetMapping("/proposals/runs/{id}")
    Object page(@PathVariable UUID id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        if (!fragment) {
            return new ModelAndView("proposals/runs/run", Map.of("page", pages.page(new RunId(id))));
        }
        return pages.progress(new RunId(id))
                .<Object>map(page -> new ModelAndView("proposals/runs/progress", Map.of("page", page)))
                .orElseGet(() ->
                        ResponseEntity.noContent().header("HX-Refresh", "true").build());
    }

    /// Takes the best that was found so far.
    @PostMapping("/proposals/runs/{id}/finish")
    String finish(@PathVariable UUID id) {
        runs.finish(new RunId(id));
        return "redirect:/proposals/runs/" + id;
    }

    @PostMapping("/proposals/runs/{id}/cancel")
    String cancel(@PathVariable UUID id) {
        runs.cancel(new RunId(id));
        return "redirect:/proposals/runs/" + id;
    }

    /// The same people, wishes and seed.
    @PostMapping("/proposals/runs/{id}/again")
    ModelAndView again(@PathVariable UUID id, @RequestParam UUID next) {
        return switch (pages.again(new RunId(id), new RunId(next))) {
            case RunPages.Answer.Waiting(var other) -> new ModelAndView("redirect:/proposals/runs/" + other);
            case RunPages.Answer.Refused(var page) ->
                new ModelAndView("proposals/runs/run", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
