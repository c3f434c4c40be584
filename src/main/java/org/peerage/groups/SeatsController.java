package org.peerage.groups;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    private static final int MOST_FOUND = 20;

    private final Groups groups;
    private final SeatStore seats;
    private final Seating seating;
    private final Directory directory;

    SeatsController(Groups groups, SeatStore seats, Seating seating, Directory directory) {
        this.groups = groups;
        this.seats = seats;
        this.seating = seating;
        this.directory = directory;
    }

    @GetMapping
    String page(@PathVariable UUID group, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("page", page(group(group), q, ""));
        return "groups/seats";
    }

    @PostMapping
    ModelAndView pick(@PathVariable UUID group, @RequestParam UUID profile, @RequestParam(defaultValue = "") String q) {
        var here = group(group);
        return switch (seating.pick(here, new ProfileId(profile))) {
            case Seats.Picking.Free free -> back(here, q);
            case Seats.Picking.SeatedAlready already -> back(here, q);
            case Seats.Picking.GroupFull full -> again(here, q, "groups.seats.full");
        };
    }

    @PostMapping("/{seat}/remove")
    ModelAndView remove(@PathVariable UUID group, @PathVariable UUID seat) {
        var here = group(group);
        seating.takeBack(here, new SeatId(seat));
        return back(here, "");
    }

    @PostMapping("/{seat}/chair")
    ModelAndView appoint(@PathVariable UUID group, @PathVariable UUID seat) {
        var here = group(group);
        return switch (seating.appoint(here, new SeatId(seat))) {
            case Seats.Appointing.Appoints appoints -> back(here, "");
            case Seats.Appointing.NotHere notHere -> throw new NotFound();
            case Seats.Appointing.RoomIsOpen open -> again(here, "", "groups.seats.chair.open");
        };
    }

    @PostMapping("/{seat}/take")
    ModelAndView take(@PathVariable UUID group, @PathVariable UUID seat, Principal who) {
        var here = group(group);
        seating.takeMyself(here, new SeatId(seat), who.getName());
        return new ModelAndView("redirect:/groups/" + here.id());
    }

    @PostMapping("/{seat}/end")
    ModelAndView end(@PathVariable UUID group, @PathVariable UUID seat) {
        var here = group(group);
        seating.end(here, new SeatId(seat));
        return back(here, "");
    }

    @PostMapping("/{seat}/revoke")
    ModelAndView revoke(@PathVariable UUID group, @PathVariable UUID seat) {
        var here = group(group);
        seating.revoke(here, new SeatId(seat));
        return back(here, "");
    }

    /// The link is in the answer and nowhere else; reloading the page does not show it again.
    @PostMapping("/{seat}/link")
    String invite(
            @PathVariable UUID group,
            @PathVariable UUID seat,
            @RequestHeader(name = "HX-Request", required = false) @org.jspecify.annotations.Nullable String fragment,
            Model model) {
        var here = group(group);
        var name = seats.of(here.id(), here.band())
                .find(new SeatId(seat))
                .map(Seat::name)
                .orElseThrow(NotFound::new);
        var row = switch (seating.invite(here, new SeatId(seat), name)) {
            case Seating.Inviting.Invited(var invited, var url) -> SeatRow.of(here, invited, false, url);
            case Seating.Inviting.TakenAlready(var taken) -> SeatRow.of(here, taken, false, "");
        };
        if (fragment != null) {
            model.addAttribute("row", row);
            return "groups/seatRow";
        }
        var page = page(here, "", "");
        model.addAttribute(
                "page",
                new SeatsPage(
                        page.group(),
                        page.rows().stream()
                                .map(other -> other.seat().equals(row.seat()) ? row : other)
                                .toList(),
                        page.picked(),
                        page.empty(),
                        page.rivals(),
                        "",
                        List.of(),
                        ""));
        return "groups/seats";
    }

    private SeatsPage page(Group group, String words, String problem) {
        var all = seats.of(group.id(), group.band());
        var own = seats.profile(group.network(), Acting.me());
        return new SeatsPage(
                group,
                all.filled().stream()
                        .map(seat -> SeatRow.of(
                                group, seat, own.filter(seat.profile()::equals).isPresent(), ""))
                        .toList(),
                all.picked(),
                all.empty(),
                all.rivals(),
                words,
                group.convened() && !words.isBlank() ? found(group, words, all) : List.of(),
                problem);
    }

    private List<Directory.Entry> found(Group group, String words, Seats seated) {
        return directory.search(group.network(), words, MOST_FOUND + seated.picked()).stream()
                .filter(entry -> !seated.seats(entry.id()))
                .limit(MOST_FOUND)
                .toList();
    }

    /// Seats are arranged by the convener and the chair; to members the group's own page shows them.
    private Group group(UUID id) {
        return groups.find(new GroupId(id))
                .filter(group -> group.convened() || group.chaired())
                .orElseThrow(NotFound::new);
    }

    private ModelAndView again(Group group, String words, String problem) {
        var again = new ModelAndView("groups/seats");
        again.addObject("page", page(group, words, problem));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView back(Group group, String words) {
        var path = "redirect:/groups/" + group.id() + "/seats";
        return words.isBlank()
                ? new ModelAndView(path)
                : new ModelAndView(path + "?q={q}#find", java.util.Map.of("q", words));
    }
}
