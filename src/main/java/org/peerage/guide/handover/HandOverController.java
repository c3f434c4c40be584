package org.peerage.guide.handover;

import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// What is handed over.
@Controller
class HandOverController {

    private final HandOverPages pages;

    HandOverController(HandOverPages pages) {
        this.pages = pages;
    }

    @GetMapping("/groups/{group}/hand-over")
    ModelAndView page(@PathVariable UUID group) {
        return new ModelAndView("guide/handover/handover", Map.of("page", pages.of(new GroupId(group))));
    }
}
