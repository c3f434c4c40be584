package org.peerage.groups.seats;

import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/// The group's own page: who belongs, and the one next thing to do.
@Controller
class GroupController {

    private final SeatBook book;

    GroupController(SeatBook book) {
        this.book = book;
    }

    @GetMapping("/groups/{group}")
    ModelAndView page(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "groups/seats/now" : "groups/seats/group", Map.of("page", book.group(new GroupId(group))));
    }
}
