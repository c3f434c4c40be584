package org.peerage.conflicts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.networks.ProfileId;
import org.peerage.rooms.SealedInput;
import org.peerage.selection.ProspectId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Conflicts of interest in a group.
@Controller
@RequestMapping("/groups/{group}/conflicts")
class ConflictController {

    private final Conflicts conflicts;
    private final Candidates candidates;

    ConflictController(Conflicts conflicts, Candidates candidates) {
        this.conflicts = conflicts;
        this.candidates = candidates;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "conflicts/list" : "conflicts/conflicts",
                Map.of("page", conflicts.page(new GroupId(group))));
    }

    @PostMapping("/chair")
    String tellChair(@PathVariable UUID group, SealedInput sealed) {
        conflicts.tellChair(new GroupId(group), sealed);
        return back(group);
    }

    @PostMapping("/group")
    String tellGroup(@PathVariable UUID group, SealedInput sealed) {
        conflicts.tellGroup(new GroupId(group), sealed);
        return back(group);
    }

    @PostMapping("/{id}/ended")
    String ended(@PathVariable UUID group, @PathVariable UUID id) {
        conflicts.end(new GroupId(group), id);
        return back(group);
    }

    @PostMapping("/nothing-else")
    String nothingElse(@PathVariable UUID group, @RequestParam(defaultValue = "") List<String> seen) {
        conflicts.state(new GroupId(group), seen);
        return back(group);
    }

    /// A finding about a candidate needs nothing more.
    ///
    /// @param seen what both profiles said on the page
    @PostMapping("/candidates/{prospect}")
    String settle(
            @PathVariable UUID group,
            @PathVariable UUID prospect,
            @RequestParam UUID profile,
            @RequestParam String finding,
            @RequestParam String seen) {
        var id = new ProspectId(prospect);
        candidates.settle(new GroupId(group), id, new ProfileId(profile), finding, seen);
        return "redirect:" + id.in(new GroupId(group));
    }

    private static String back(UUID group) {
        return "redirect:/groups/" + group + "/conflicts";
    }
}
