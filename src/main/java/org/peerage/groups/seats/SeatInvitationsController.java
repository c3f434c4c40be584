package org.peerage.groups.seats;

import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// All invitations into a group at once.
@Controller
@RequestMapping("/groups/{group}/invitations")
class SeatInvitationsController {

    private final SeatInvitations invitations;

    SeatInvitationsController(SeatInvitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return shown(invitations.page(new GroupId(group)));
    }

    /// The links are in the answer and nowhere else; reloading the page does not show them again.
    @PostMapping
    ModelAndView invite(@PathVariable UUID group, Principal who) {
        return shown(invitations.invite(new GroupId(group), who.getName()));
    }

    private static ModelAndView shown(SeatInvitations.Page page) {
        return new ModelAndView("groups/seats/invitations", Map.of("page", page));
    }
}
