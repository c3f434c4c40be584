package org.peerage.proposals.seats;

import java.util.UUID;
import org.peerage.proposals.ProposalId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Holds two proposals of a network against each other.
@Controller
@RequestMapping("/proposals/{id}/compare")
class CompareController {

    private final ComparePages pages;

    CompareController(ComparePages pages) {
        this.pages = pages;
    }

    /// Where the form of the proposal leads.
    @GetMapping
    String chosen(@PathVariable UUID id, @RequestParam UUID with) {
        return "redirect:" + pages.address(new ProposalId(id), new ProposalId(with));
    }

    @GetMapping("/{other}")
    ModelAndView compare(@PathVariable UUID id, @PathVariable UUID other, @RequestParam(defaultValue = "1") int page) {
        return new ModelAndView(
                "proposals/seats/compare", "page", pages.compare(new ProposalId(id), new ProposalId(other), page));
    }
}
