package org.peerage.commitments.weekly;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.SealedInput;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Two lines a week, and whether one is reminded of them; answered with the page of the commitments.
@Controller
class WeeklyController {

    private final WeeklyLines lines;

    WeeklyController(WeeklyLines lines) {
        this.lines = lines;
    }

    @PostMapping("/commitments/{id}/week")
    String write(@PathVariable UUID id, SealedInput sealed) {
        return back(lines.write(id, sealed));
    }

    @PostMapping("/commitments/{id}/week/read")
    String read(@PathVariable UUID id) {
        return back(lines.read(id));
    }

    @PostMapping("/groups/{group}/commitments/reminded")
    String remind(@PathVariable UUID group) {
        lines.remind(new GroupId(group), true);
        return back(new GroupId(group));
    }

    @PostMapping("/groups/{group}/commitments/not-reminded")
    String leave(@PathVariable UUID group) {
        lines.remind(new GroupId(group), false);
        return back(new GroupId(group));
    }

    private static String back(GroupId group) {
        return "redirect:" + WeeklyReminders.list(group);
    }
}
