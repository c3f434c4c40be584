package org.peerage.meetings.agenda;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a group that begins does in its first meetings.
@Controller
class FirstAgendasController {

    private final FirstAgendas agendas;

    FirstAgendasController(FirstAgendas agendas) {
        this.agendas = agendas;
    }

    @GetMapping("/groups/{id}/meetings/first")
    ModelAndView page(@PathVariable UUID id) {
        return new ModelAndView("meetings/agenda/firstAgendas", "page", agendas.page(new GroupId(id)));
    }

    @PostMapping("/groups/{id}/meetings/first")
    ModelAndView take(@PathVariable UUID id, @RequestParam UUID request, @RequestParam(defaultValue = "") String seen) {
        var page = agendas.take(new GroupId(id), request, seen);
        if (page.notice() == null) {
            return new ModelAndView("redirect:/groups/" + id + "/meetings/first");
        }
        var again = new ModelAndView("meetings/agenda/firstAgendas", "page", page);
        again.setStatus(HttpStatus.CONFLICT);
        return again;
    }
}
