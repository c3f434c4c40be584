package org.peerage.housekeeping;

import java.util.UUID;
import org.peerage.meetings.ItemId;
import org.peerage.rooms.SealedInput;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// A line of housekeeping, answered with the part of the stage that asked.
@Controller
class HousekeepingController {

    private final Housekeeping housekeeping;

    HousekeepingController(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @PostMapping("/housekeeping/{item}/{sort}")
    ModelAndView keep(@PathVariable UUID item, @PathVariable String sort, SealedInput sealed) {
        return new ModelAndView(
                "housekeeping/stage",
                "page",
                housekeeping.keep(new ItemId(item), Sort.of(sort).orElseThrow(NotFound::new), sealed));
    }
}
