package org.peerage.guide;

import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/// The page of whoever chairs a group.
@Controller
class LeadingController {

    private final Leading leading;

    LeadingController(Leading leading) {
        this.leading = leading;
    }

    @GetMapping("/groups/{group}/leading")
    ModelAndView page(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "guide/things" : "guide/leading", Map.of("page", leading.page(new GroupId(group))));
    }

    @PostMapping("/groups/{group}/leading/{nudge}")
    String remind(@PathVariable UUID group, @PathVariable String nudge) {
        var id = new GroupId(group);
        leading.remind(id, Nudge.of(nudge).orElseThrow(NotFound::new));
        return "redirect:" + LeadingPage.address(id);
    }
}
