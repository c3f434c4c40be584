package org.peerage.selection.gaps;

import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a room lacks.
@Controller
class GapsController {

    private final Gaps gaps;

    GapsController(Gaps gaps) {
        this.gaps = gaps;
    }

    /// @param of the kind of gap for which somebody is looked for, if one is
    @GetMapping("/groups/{group}/prospects/gaps")
    ModelAndView page(
            @PathVariable UUID group,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String value) {
        return new ModelAndView(
                "selection/gaps/gaps",
                Map.of("page", gaps.page(new GroupId(group), Facet.Kind.of(of).orElse(null), value)));
    }
}
