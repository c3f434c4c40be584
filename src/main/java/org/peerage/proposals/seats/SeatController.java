package org.peerage.proposals.seats;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalQuery;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One seat and one group of a proposal. The same addresses serve a page of their own and, to htmx, what is shown in
/// the sheet beside the groups.
@Controller
@RequestMapping("/proposals/{id}")
class SeatController {

    private final SeatPages pages;
    private final Rearranging rearranging;

    SeatController(SeatPages pages, Rearranging rearranging) {
        this.pages = pages;
        this.rearranging = rearranging;
    }

    @GetMapping("/seats/{who}")
    ModelAndView seat(
            @PathVariable UUID id,
            @PathVariable UUID who,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        var there = new ChangeForm(parameters).number("there");
        var page = pages.seat(new ProposalId(id), who.toString(), there, ProposalQuery.of(parameters));
        var part = htmx == null
                ? "proposals/seats/seat"
                : there.isPresent() ? "proposals/seats/otherGroup" : "proposals/seats/seatSheet";
        return new ModelAndView(part, "page", page);
    }

    @PostMapping("/seats/{who}/lock")
    ModelAndView lock(
            @PathVariable UUID id,
            @PathVariable UUID who,
            @RequestParam int number,
            @RequestParam boolean locked,
            @RequestParam Map<String, String> parameters) {
        var query = ProposalQuery.of(parameters);
        return answer(id, query, rearranging.lock(new ProposalId(id), who.toString(), number, locked, query));
    }

    @GetMapping("/groups/{number}")
    ModelAndView group(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        return new ModelAndView(
                htmx == null ? "proposals/seats/group" : "proposals/seats/groupSheet",
                "page",
                pages.group(new ProposalId(id), number, ProposalQuery.of(parameters)));
    }

    @PostMapping("/groups/{number}/lock")
    ModelAndView lock(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam boolean locked,
            @RequestParam Map<String, String> parameters) {
        var query = ProposalQuery.of(parameters);
        return answer(id, query, rearranging.lock(new ProposalId(id), number, locked, query));
    }

    /// Where an act leads: to the group it was about, or to the page that says why not.
    static ModelAndView answer(UUID id, ProposalQuery query, Rearranging.Answer answer) {
        return switch (answer) {
            case Rearranging.Answer.Done(var group) ->
                new ModelAndView("redirect:/proposals/" + id + query.query() + "#g" + group);
            case Rearranging.Answer.Refused(var page) ->
                new ModelAndView(
                        "proposals/seats/change",
                        Map.of("page", page),
                        page.stale() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            case Rearranging.Answer.Moved(var page) ->
                new ModelAndView("proposals/proposal", Map.of("page", page), HttpStatus.CONFLICT);
        };
    }
}
