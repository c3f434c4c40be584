package org.peerage.groups.seats;

import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.networks.ProfileId;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The seats of a group: the convener picks leaders and appoints the chair; both hand out personal links.
@Controller
@RequestMapping("/groups/{group}/seats")
class SeatsController {

    private final SeatBook book;
    private final Seating seating;
    private final SeatInvitations invitations;

    SeatsController(SeatBook book, Seating seating, SeatInvitations invitations) {
        this.book = book;
        this.seating = seating;
        this.invitations = invitations;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group, @RequestParam(defaultValue = "") String q) {
        return shown(book.seats(new GroupId(group), q));
    }

    @PostMapping
    ModelAndView pick(@PathVariable UUID group, @RequestParam UUID profile, @RequestParam(defaultValue = "") String q) {
        return switch (seating.pick(new GroupId(group), new ProfileId(profile))) {
            case Seats.Picking.Free _, Seats.Picking.SeatedAlready _ -> back(group, q);
            case Seats.Picking.GroupFull(var largest) -> again(group, q, Message.of("groups.seats.full", largest));
            case Seats.Picking.Against(var why) ->
                refused(book.seats(new GroupId(group), q).with(why));
        };
    }

    @PostMapping("/{seat}/remove")
    ModelAndView remove(@PathVariable UUID group, @PathVariable UUID seat) {
        seating.takeBack(new GroupId(group), new SeatId(seat));
        return back(group, "");
    }

    @PostMapping("/{seat}/chair")
    ModelAndView appoint(@PathVariable UUID group, @PathVariable UUID seat) {
        return switch (seating.appoint(new GroupId(group), new SeatId(seat))) {
            case Seats.Appointing.Appoints _ -> back(group, "");
            case Seats.Appointing.NotHere _ -> throw new NotFound();
            case Seats.Appointing.RoomIsOpen _ -> again(group, "", Message.of("groups.seats.chair.open"));
        };
    }

    @PostMapping("/{seat}/take")
    ModelAndView take(@PathVariable UUID group, @PathVariable UUID seat, Principal who) {
        seating.takeMyself(new GroupId(group), new SeatId(seat), who.getName());
        return new ModelAndView("redirect:/groups/" + group);
    }

    @PostMapping("/{seat}/end")
    ModelAndView end(@PathVariable UUID group, @PathVariable UUID seat) {
        seating.end(new GroupId(group), new SeatId(seat));
        return back(group, "");
    }

    @PostMapping("/{seat}/revoke")
    ModelAndView revoke(@PathVariable UUID group, @PathVariable UUID seat) {
        seating.revoke(new GroupId(group), new SeatId(seat));
        return back(group, "");
    }

    /// The link is in the answer and nowhere else; reloading the page does not show it again.
    @PostMapping("/{seat}/link")
    ModelAndView invite(
            @PathVariable UUID group,
            @PathVariable UUID seat,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Principal who) {
        var row = invitations.invite(new GroupId(group), new SeatId(seat), who.getName());
        return fragment != null
                ? new ModelAndView("groups/seats/seatRow", Map.of("row", row))
                : shown(book.seats(new GroupId(group), "").with(row));
    }

    private ModelAndView again(UUID group, String words, Message problem) {
        return refused(book.seats(new GroupId(group), words).with(problem));
    }

    private static ModelAndView refused(SeatsPage page) {
        var again = shown(page);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView shown(SeatsPage page) {
        return new ModelAndView("groups/seats/seats", Map.of("page", page));
    }

    private static ModelAndView back(UUID group, String words) {
        var path = "redirect:/groups/" + group + "/seats";
        return words.isBlank() ? new ModelAndView(path) : new ModelAndView(path + "?q={q}#find", Map.of("q", words));
    }
}
