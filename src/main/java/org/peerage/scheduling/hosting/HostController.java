package org.peerage.scheduling.hosting;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.scheduling.DateId;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whose turn it is to host, and what a host sees to.
@Controller
class HostController {

    private final Hosting hosting;

    HostController(Hosting hosting) {
        this.hosting = hosting;
    }

    @GetMapping("/groups/{group}/hosts")
    ModelAndView page(@PathVariable UUID group) {
        return new ModelAndView("scheduling/hosting/hosts", "page", hosting.page(new GroupId(group)));
    }

    @PostMapping("/groups/{group}/hosts")
    String handOut(@PathVariable UUID group) {
        hosting.handOut(new GroupId(group));
        return back(new GroupId(group));
    }

    @PostMapping("/dates/{date}/host/assign")
    String assign(@PathVariable UUID date, @RequestParam UUID person) {
        return back(hosting.assign(new DateId(date), new PersonId(person)));
    }

    @PostMapping("/dates/{date}/host/skip")
    String skip(@PathVariable UUID date) {
        return back(hosting.skip(new DateId(date)));
    }

    @PostMapping("/dates/{date}/host/offer")
    String offer(@PathVariable UUID date) {
        return back(hosting.offer(new DateId(date)));
    }

    @PostMapping("/dates/{date}/host/take")
    String take(@PathVariable UUID date) {
        return back(hosting.take(new DateId(date)));
    }

    @PostMapping("/dates/{date}/host/check")
    String check(
            @PathVariable UUID date, @RequestParam String item, @RequestParam(defaultValue = "false") boolean done) {
        return back(hosting.check(new DateId(date), item, done));
    }

    private static String back(GroupId group) {
        return "redirect:" + Hosting.address(group);
    }
}
