package org.peerage.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// What people ask, in one page for everybody and one for each thing that somebody does here, reachable from the same
/// place on every page (WCAG 3.2.6).
@Controller
class HelpController {

    private static final List<String> EVERYBODY =
            List.of("sealed", "words", "newDevice", "lostAll", "leaves", "erased", "support");
    private static final Map<String, List<String>> BY_ROLE = byRole();

    private static Map<String, List<String>> byRole() {
        var roles = new LinkedHashMap<String, List<String>>();
        roles.put("member", List.of("in", "before", "during", "after", "week", "goal", "find", "offline"));
        roles.put("chair", List.of("begin", "door", "month", "meeting", "paper", "next", "seat", "hand"));
        roles.put("convener", List.of("list", "compose", "see", "link"));
        roles.put("operator", List.of("look", "backup", "tell", "read"));
        return roles;
    }

    /// @param of     `help` itself, or the role by which its texts are named
    /// @param topics what is asked, by the names of the texts
    /// @param others the pages that are not this one, by role
    record HelpPage(String of, List<String> topics, List<String> others) {

        boolean everybodys() {
            return of.equals("help");
        }

        String key() {
            return everybodys() ? "web.help" : "web.help." + of;
        }
    }

    @GetMapping("/help")
    ModelAndView help() {
        return page(new HelpPage("help", EVERYBODY, List.copyOf(BY_ROLE.keySet())));
    }

    @GetMapping("/help/{role}")
    ModelAndView help(@PathVariable String role) {
        var topics = BY_ROLE.get(role);
        if (topics == null) {
            throw new NotFound();
        }
        var others =
                BY_ROLE.keySet().stream().filter(other -> !other.equals(role)).toList();
        return page(new HelpPage(role, topics, others));
    }

    private static ModelAndView page(HelpPage page) {
        return new ModelAndView("web/help", Map.of("page", page));
    }
}
