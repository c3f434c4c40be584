package org.peerage.identity.trail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/keys/trail`: what was done in my name. For that, a session begun by a link has to show keys first.
@Controller
class TrailController {

    private final Trail trail;

    TrailController(Trail trail) {
        this.trail = trail;
    }

    @GetMapping("/keys/trail")
    ModelAndView page(@RequestParam(required = false) @Nullable UUID before) {
        return new ModelAndView("identity/trail/trail", "page", trail.page(before));
    }
}
