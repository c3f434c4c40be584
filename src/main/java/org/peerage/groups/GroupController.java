package org.peerage.groups;

import java.util.UUID;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The group's own page: who belongs, and the one next thing to do.
@Controller
class GroupController {

    private final Groups groups;
    private final SeatStore seats;
    private final Charters charters;
    private final RoomDoor door;
    private final Course course;

    GroupController(Groups groups, SeatStore seats, Charters charters, RoomDoor door, Course course) {
        this.groups = groups;
        this.seats = seats;
        this.charters = charters;
        this.door = door;
        this.course = course;
    }

    @GetMapping("/groups/{group}")
    String page(@PathVariable UUID group, Model model) {
        var here = groups.find(new GroupId(group)).orElseThrow(NotFound::new);
        var all = seats.of(here.id(), here.band());
        var charter = charters.find(here.id()).orElseThrow(NotFound::new);
        var me = Acting.me();
        var asking = here.room().map(door::asking).orElse(java.util.List.of());
        model.addAttribute(
                "page",
                GroupPage.of(
                        here,
                        new GroupStep.Circumstances(
                                all,
                                all.of(me).filter(Seat::taken),
                                charter instanceof Charter.Fixed,
                                charter instanceof Charter.Fixed fixed && fixed.signedBy(me),
                                here.open(),
                                asking.contains(me),
                                here.chaired() ? asking.size() : 0,
                                course.ahead(here.id())),
                        charter));
        return "groups/group";
    }
}
