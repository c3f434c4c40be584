package org.peerage.learnings;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.ItemId;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What was learned in a group, the same at the end of an item, and asking somebody to tell of it again.
@Controller
class LearningsController {

    private final Learnings learnings;
    private final Askings askings;

    LearningsController(Learnings learnings, Askings askings) {
        this.learnings = learnings;
        this.askings = askings;
    }

    @GetMapping("/groups/{group}/learnings")
    ModelAndView page(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "learnings/list" : "learnings/learnings",
                Map.of("page", learnings.page(new GroupId(group))));
    }

    @PostMapping("/groups/{group}/learnings")
    String write(
            @PathVariable UUID group,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable UUID goal,
            SealedInput sealed) {
        learnings.write(new GroupId(group), new Learnings.Where(from, goal), sealed);
        return back(new GroupId(group));
    }

    @PostMapping("/learnings/items/{item}")
    ModelAndView write(
            @PathVariable UUID item,
            SealedInput sealed,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable UUID goal) {
        return new ModelAndView(
                "learnings/beside",
                "beside",
                learnings.write(new ItemId(item), new Learnings.Where(from, goal), sealed));
    }

    @PostMapping("/groups/{group}/learnings/agreed")
    String agree(@PathVariable UUID group) {
        askings.agree(new GroupId(group), true);
        return back(new GroupId(group));
    }

    @PostMapping("/groups/{group}/learnings/not-agreed")
    String takeBack(@PathVariable UUID group) {
        askings.agree(new GroupId(group), false);
        return back(new GroupId(group));
    }

    /// Answered with how it stands with everybody who may be asked about this.
    @PostMapping("/groups/{group}/learnings/asked/{about}/{person}")
    ModelAndView ask(@PathVariable UUID group, @PathVariable UUID about, @PathVariable UUID person) {
        var known = askings.ask(new GroupId(group), about, new PersonId(person));
        return new ModelAndView("learnings/people", Map.of("known", known, "group", new GroupId(group)));
    }

    @PostMapping("/learnings/asked/{asking}/yes")
    String yes(@PathVariable UUID asking) {
        return back(askings.answer(asking, true));
    }

    @PostMapping("/learnings/asked/{asking}/not-now")
    String notNow(@PathVariable UUID asking) {
        return back(askings.answer(asking, false));
    }

    private static String back(GroupId group) {
        return "redirect:" + group.address() + "/learnings";
    }
}
