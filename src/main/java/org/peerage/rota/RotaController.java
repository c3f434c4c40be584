package org.peerage.rota;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whose turn it is to lead.
@Controller
class RotaController {

    private final Rota rota;

    RotaController(Rota rota) {
        this.rota = rota;
    }

    @GetMapping("/groups/{group}/rota")
    ModelAndView page(@PathVariable UUID group) {
        return new ModelAndView("rota/rota", "page", rota.page(new GroupId(group)));
    }

    @PostMapping("/groups/{group}/rota")
    ModelAndView handOut(@PathVariable UUID group) {
        return answer(new GroupId(group), rota.handOut(new GroupId(group)));
    }

    @PostMapping("/groups/{group}/rota/way")
    ModelAndView choose(@PathVariable UUID group, @RequestParam boolean rotates) {
        rota.choose(new GroupId(group), rotates);
        return answer(new GroupId(group), Outcome.done());
    }

    @PostMapping("/groups/{group}/rota/{meeting}/{act}")
    ModelAndView act(
            @PathVariable UUID group,
            @PathVariable UUID meeting,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable UUID person) {
        var where = new GroupId(group);
        var which = new MeetingId(meeting);
        var outcome = switch (act) {
            case "set" -> rota.set(where, which, person(person));
            case "skip" -> rota.skip(where, which);
            case "ask" -> rota.ask(where, which, person(person));
            case "withdraw" -> rota.withdraw(where, which);
            case "agree", "decline" -> rota.answer(where, which, act.equals("agree"));
            default -> throw new NotFound();
        };
        return answer(where, outcome);
    }

    private static PersonId person(@Nullable UUID person) {
        return Optional.ofNullable(person).map(PersonId::new).orElseThrow(NotFound::new);
    }

    private ModelAndView answer(GroupId group, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> new ModelAndView("redirect:" + Rota.address(group));
            case Outcome.Refused refused -> {
                var view = new ModelAndView("rota/rota", "page", rota.page(group, refused));
                view.setStatus(HttpStatus.CONFLICT);
                yield view;
            }
        };
    }
}
