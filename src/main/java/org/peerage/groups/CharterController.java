package org.peerage.groups;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a group agreed: read by all, changed by the chair until it is signed, signed by each.
@Controller
@RequestMapping("/groups/{group}/charter")
class CharterController {

    private static final String TERM = "term.";

    private final Groups groups;
    private final Charters charters;
    private final SeatStore seats;

    CharterController(Groups groups, Charters charters, SeatStore seats) {
        this.groups = groups;
        this.charters = charters;
        this.seats = seats;
    }

    @GetMapping
    String page(@PathVariable UUID group, Model model) {
        var here = group(group);
        model.addAttribute("page", page(here, charter(here), Map.of()));
        return "groups/charter";
    }

    @PostMapping
    ModelAndView edit(
            @PathVariable UUID group,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> strike) {
        var here = group(group);
        if (!here.chaired()) {
            throw new NotFound();
        }
        if (!(charter(here) instanceof Charter.Draft draft)) {
            return problem(page(here, charter(here), Map.of()), HttpStatus.CONFLICT);
        }
        Map<String, String> terms = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(TERM)) {
                terms.put(name.substring(TERM.length()), value);
            }
        });
        return switch (draft.edit(charters.template(), terms, Set.copyOf(strike))) {
            case Charter.Editing.Edited(var edited) ->
                charters.keep(here.id(), edited)
                        ? back(here)
                        : problem(page(here, charter(here), Map.of()), HttpStatus.CONFLICT);
            case Charter.Editing.Wrong(var problems) ->
                problem(page(here, draft.typed(terms, Set.copyOf(strike)), problems), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/sign")
    ModelAndView sign(@PathVariable UUID group, @RequestParam int version) {
        var here = group(group);
        var seat = seats.of(here.id(), Acting.me()).filter(Seat::taken).orElseThrow(NotFound::new);
        return switch (charters.sign(here, seat, version)) {
            case SIGNED, SIGNED_ALREADY -> new ModelAndView("redirect:/groups/" + here.id());
            case CHAIR_FIRST, CHANGED -> problem(page(here, charter(here), Map.of()), HttpStatus.CONFLICT);
        };
    }

    private CharterPage page(Group group, Charter charter, Map<String, String> wrong) {
        return CharterPage.of(
                group, charters.template(), charter, seats.of(group.id(), group.band()), Acting.me(), wrong);
    }

    private Group group(UUID id) {
        return groups.find(new GroupId(id)).orElseThrow(NotFound::new);
    }

    private Charter charter(Group group) {
        return charters.find(group.id()).orElseThrow(NotFound::new);
    }

    private static ModelAndView back(Group group) {
        return new ModelAndView("redirect:/groups/" + group.id() + "/charter");
    }

    private static ModelAndView problem(CharterPage page, HttpStatus status) {
        var again = new ModelAndView("groups/charter");
        again.addObject("page", page);
        again.setStatus(status);
        return again;
    }
}
