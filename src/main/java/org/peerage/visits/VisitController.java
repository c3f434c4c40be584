package org.peerage.visits;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.scheduling.DateId;
import org.peerage.selection.ProspectId;
import org.peerage.web.Name;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The group invites a candidate to a visit, and writes down what became of it.
@Controller
@RequestMapping("/groups/{group}/visits")
class VisitController {

    private final Hosting hosting;

    VisitController(Hosting hosting) {
        this.hosting = hosting;
    }

    /// The link is shown by the answer itself: a redirect would have to keep it.
    @PostMapping
    ModelAndView invite(
            @PathVariable UUID group,
            @RequestParam UUID prospect,
            @RequestParam UUID date,
            @RequestParam(defaultValue = "") String bring) {
        var circle = new GroupId(group);
        var whom = new ProspectId(prospect);
        if (!bring.isBlank() && !Name.accepts(bring, Hosting.BRING)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return hosting.invite(circle, whom, new DateId(date), bring)
                .map(VisitController::shown)
                .orElseGet(() -> new ModelAndView("redirect:" + whom.in(circle)));
    }

    @PostMapping("/{visit}/link")
    ModelAndView link(@PathVariable UUID group, @PathVariable UUID visit) {
        return shown(hosting.link(new GroupId(group), visit));
    }

    @PostMapping("/{visit}/came")
    String came(@PathVariable UUID group, @PathVariable UUID visit) {
        return act(group, visit, VisitAct.CAME);
    }

    @PostMapping("/{visit}/call-off")
    String callOff(@PathVariable UUID group, @PathVariable UUID visit) {
        return act(group, visit, VisitAct.CALL_OFF);
    }

    @PostMapping("/{visit}/set-aside")
    String setAside(@PathVariable UUID group, @PathVariable UUID visit) {
        return act(group, visit, VisitAct.SET_ASIDE);
    }

    private String act(UUID group, UUID visit, VisitAct act) {
        var circle = new GroupId(group);
        return "redirect:" + hosting.act(circle, visit, act).in(circle);
    }

    private static ModelAndView shown(Hosting.Invited invited) {
        return new ModelAndView("visits/invited", "invited", invited);
    }
}
