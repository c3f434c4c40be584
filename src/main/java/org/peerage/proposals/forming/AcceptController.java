package org.peerage.proposals.forming;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalQuery;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Forms groups of the network from groups of a proposal.
@Controller
@RequestMapping("/proposals/{id}/forming")
class AcceptController {

    private final AcceptPages pages;
    private final Accepting accepting;

    AcceptController(AcceptPages pages, Accepting accepting) {
        this.pages = pages;
        this.accepting = accepting;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID id,
            @RequestParam(name = "group", required = false, defaultValue = "") List<Integer> numbers,
            @RequestParam Map<String, String> parameters) {
        return switch (pages.chosen(new ProposalId(id), numbers, ProposalQuery.of(parameters))) {
            case AcceptPages.Shown.Form(var page) -> form(page, HttpStatus.OK);
            case AcceptPages.Shown.Proposal(var page) ->
                new ModelAndView("proposals/proposal", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping
    ModelAndView form(
            @PathVariable UUID id,
            @RequestParam(name = "group", required = false, defaultValue = "") List<Integer> numbers,
            @RequestParam int version,
            @RequestParam Map<String, String> parameters) {
        var query = ProposalQuery.of(parameters);
        return switch (accepting.form(new ProposalId(id), version, numbers, parameters, query)) {
            case Accepting.Answer.Formed(var first) ->
                new ModelAndView("redirect:/proposals/" + id + query.query() + "#g" + first);
            case Accepting.Answer.Wrong(var page) -> form(page, HttpStatus.UNPROCESSABLE_CONTENT);
            case Accepting.Answer.Changed(var page) -> form(page, HttpStatus.CONFLICT);
        };
    }

    private static ModelAndView form(AcceptPage page, HttpStatus status) {
        return new ModelAndView("proposals/forming/accept", Map.of("page", page), status);
    }
}
