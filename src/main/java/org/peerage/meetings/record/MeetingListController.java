package org.peerage.meetings.record;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
class MeetingListController {

    private final MeetingLists lists;

    MeetingListController(MeetingLists lists) {
        this.lists = lists;
    }

    @GetMapping("/groups/{id}/meetings")
    ModelAndView meetings(@PathVariable UUID id) {
        return new ModelAndView("meetings/record/meetings", "page", lists.of(new GroupId(id)));
    }
}
