package org.peerage.calls;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Calls after a setback, answered with the part of the page that asked.
@Controller
@RequestMapping("/groups/{group}/calls/{issue}")
class CallsController {

    private final Calls calls;

    CallsController(Calls calls) {
        this.calls = calls;
    }

    @PostMapping("/taken")
    ModelAndView take(
            @PathVariable UUID group, @PathVariable UUID issue, @RequestParam(required = false) @Nullable UUID item) {
        return part(calls.take(new GroupId(group), issue, item));
    }

    @PostMapping("/made")
    ModelAndView made(
            @PathVariable UUID group, @PathVariable UUID issue, @RequestParam(required = false) @Nullable UUID item) {
        return part(calls.made(new GroupId(group), issue, item));
    }

    @PostMapping("/back")
    ModelAndView takeBack(
            @PathVariable UUID group, @PathVariable UUID issue, @RequestParam(required = false) @Nullable UUID item) {
        return part(calls.takeBack(new GroupId(group), issue, item));
    }

    private static ModelAndView part(CallsPage page) {
        return new ModelAndView("calls/calls", "page", page);
    }
}
