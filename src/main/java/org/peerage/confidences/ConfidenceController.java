package org.peerage.confidences;

import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.SealedInput;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// A word to the chair.
@Controller
@RequestMapping("/groups/{group}/confidences")
class ConfidenceController {

    private final Confidences confidences;

    ConfidenceController(Confidences confidences) {
        this.confidences = confidences;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "confidences/list" : "confidences/confidences",
                Map.of("page", confidences.page(new GroupId(group))));
    }

    @PostMapping
    String tell(@PathVariable UUID group, SealedInput sealed) {
        confidences.tell(new GroupId(group), sealed);
        return back(group);
    }

    @PostMapping("/{id}/read")
    String read(@PathVariable UUID group, @PathVariable UUID id) {
        confidences.say(new GroupId(group), id, Confidence.State.READ);
        return back(group);
    }

    @PostMapping("/{id}/answered")
    String answered(@PathVariable UUID group, @PathVariable UUID id) {
        confidences.say(new GroupId(group), id, Confidence.State.ANSWERED);
        return back(group);
    }

    private static String back(UUID group) {
        return "redirect:/groups/" + group + "/confidences";
    }
}
