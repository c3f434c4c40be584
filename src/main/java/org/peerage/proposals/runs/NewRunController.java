package org.peerage.proposals.runs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.networks.NetworkId;
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

    private final NewRuns newRuns;

    NewRunController(NewRuns newRuns) {
        this.newRuns = newRuns;
    }

    @GetMapping("/new")
    ModelAndView form(
            @PathVariable UUID network,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") List<String> pressed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var form = RunForm.of(parameters).with(pressed);
        return fragment
                ? new ModelAndView(
                        "proposals/runs/chosen", Map.of("chosen", newRuns.chosen(new NetworkId(network), form)))
                : page(newRuns.page(new NetworkId(network), form), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable UUID network,
            @RequestParam UUID run,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") List<String> pressed) {
        return switch (newRuns.ask(new RunId(run), new NetworkId(network), new RunForm(parameters).with(pressed))) {
            case NewRuns.Answer.Waiting(var waiting) -> new ModelAndView("redirect:/proposals/runs/" + waiting);
            case NewRuns.Answer.Again(var page) -> page(page, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView page(NewRunPage page, HttpStatus status) {
        return new ModelAndView("proposals/runs/newRun", Map.of("page", page), status);
    }
}
