package org.peerage.groups.charter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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

    private final Charters charters;

    CharterController(Charters charters) {
        this.charters = charters;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return shown(charters.page(new GroupId(group)), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView edit(
            @PathVariable UUID group,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> strike) {
        Map<String, String> terms = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(TERM)) {
                terms.put(name.substring(TERM.length()), value);
            }
        });
        return switch (charters.edit(new GroupId(group), terms, Set.copyOf(strike))) {
            case Charters.Editing.Kept() -> new ModelAndView("redirect:/groups/" + group + "/charter");
            case Charters.Editing.Fixed(var page) -> shown(page, HttpStatus.CONFLICT);
            case Charters.Editing.Wrong(var page) -> shown(page, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/sign")
    ModelAndView sign(@PathVariable UUID group, @RequestParam int version) {
        var id = new GroupId(group);
        return switch (charters.sign(id, version)) {
            case SIGNED, SIGNED_ALREADY -> new ModelAndView("redirect:/groups/" + id);
            case CHAIR_FIRST, CHANGED -> shown(charters.page(id), HttpStatus.CONFLICT);
        };
    }

    private static ModelAndView shown(CharterPage page, HttpStatus status) {
        var view = new ModelAndView("groups/charter/charter", Map.of("page", page));
        view.setStatus(status);
        return view;
    }
}
