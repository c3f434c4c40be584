package org.peerage.meetings.paper;

import java.util.Map;
import java.util.UUID;
import org.peerage.meetings.MeetingId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// A meeting on paper.
@Controller
class PaperController {

    private final PaperPages pages;

    PaperController(PaperPages pages) {
        this.pages = pages;
    }

    @GetMapping("/meetings/{id}/paper")
    ModelAndView paper(@PathVariable UUID id) {
        return new ModelAndView("meetings/paper/paper", Map.of("page", pages.of(new MeetingId(id))));
    }
}
