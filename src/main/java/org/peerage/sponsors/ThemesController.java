package org.peerage.sponsors;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.web.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a group shows to whoever sponsors it.
@Controller
@RequestMapping("/groups/{group}/themes")
class ThemesController {

    private final Themes themes;

    ThemesController(Themes themes) {
        this.themes = themes;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return shown(themes.page(new GroupId(group), "", Optional.empty()), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView ask(@PathVariable UUID group, @RequestParam UUID id, @RequestParam String words) {
        var circle = new GroupId(group);
        return switch (themes.ask(circle, id, words)) {
            case Outcome.Done() -> new ModelAndView("redirect:" + ThemesPage.address(circle));
            case Outcome.Refused(var why) ->
                shown(themes.page(circle, words, Optional.of(why)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/{theme}/down")
    String takeDown(@PathVariable UUID group, @PathVariable UUID theme) {
        var circle = new GroupId(group);
        themes.takeDown(circle, theme);
        return "redirect:" + ThemesPage.address(circle);
    }

    private static ModelAndView shown(ThemesPage page, HttpStatus status) {
        return new ModelAndView("sponsors/themes", Map.of("page", page), status);
    }
}
