package org.peerage.groups.forming;

import java.util.Map;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a group is called and what it is for, for its convener and its chair to put into better words.
@Controller
@RequestMapping("/groups/{group}/about")
class AboutController {

    private final Groups groups;

    AboutController(Groups groups) {
        this.groups = groups;
    }

    record AboutPage(Circle group, String name, String purpose, Map<String, String> wrong) {}

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        var circle = groups.arranged(new GroupId(group));
        return shown(new AboutPage(circle, circle.name(), circle.purpose(), Map.of()));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable UUID group,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String purpose) {
        var id = new GroupId(group);
        var wrong = FormingForm.wrong(name.strip(), purpose.strip());
        if (!wrong.isEmpty()) {
            return shown(new AboutPage(groups.arranged(id), name, purpose, wrong));
        }
        groups.describe(id, name.strip(), purpose.strip());
        return new ModelAndView("redirect:/groups/" + group);
    }

    private static ModelAndView shown(AboutPage page) {
        return new ModelAndView(
                "groups/forming/about",
                Map.of("page", page),
                page.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
