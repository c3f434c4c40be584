package org.peerage.issues;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.web.Outcome;
import org.peerage.web.Panel;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The issue of one item in a live meeting.
@Controller
class IssueController {

    private final Issues issues;

    IssueController(Issues issues) {
        this.issues = issues;
    }

    @PostMapping("/issues/{item}/close")
    ModelAndView close(@PathVariable UUID item, @RequestParam(required = false) @Nullable Integer value) {
        if (value != null && (value < 1 || value > 10)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return view(issues.close(new ItemId(item), value));
    }

    private static ModelAndView view(Panel panel) {
        var view = new ModelAndView(panel.template(), panel.model());
        if (panel.model().get("outcome") instanceof Outcome.Refused) {
            view.setStatus(HttpStatus.CONFLICT);
        }
        return view;
    }
}
