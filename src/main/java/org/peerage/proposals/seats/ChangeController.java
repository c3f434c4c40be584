package org.peerage.proposals.seats;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.proposals.Change;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalQuery;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One change of a proposal: what it would do, and making it.
@Controller
@RequestMapping("/proposals/{id}/change")
class ChangeController {

    private final Rearranging rearranging;

    ChangeController(Rearranging rearranging) {
        this.rearranging = rearranging;
    }

    @GetMapping
    ModelAndView preview(
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        return new ModelAndView(
                htmx == null ? "proposals/seats/change" : "proposals/seats/changeSheet",
                "page",
                rearranging.preview(new ProposalId(id), change(parameters), ProposalQuery.of(parameters)));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> parameters) {
        var query = ProposalQuery.of(parameters);
        return SeatController.answer(
                id, query, rearranging.change(new ProposalId(id), version, change(parameters), query));
    }

    private static Change change(Map<String, String> parameters) {
        return new ChangeForm(parameters).parse().orElseThrow(NotFound::new);
    }
}
