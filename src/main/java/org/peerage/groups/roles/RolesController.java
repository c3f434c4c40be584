package org.peerage.groups.roles;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who does what for the group.
@Controller
@RequestMapping("/groups/{group}/roles")
class RolesController {

    private static final String SEAT = "seat-";
    private static final String UNTIL = "until-";

    private final Roles roles;

    RolesController(Roles roles) {
        this.roles = roles;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return shown(roles.page(new GroupId(group)));
    }

    @PostMapping
    ModelAndView give(
            @PathVariable UUID group,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Map<String, String> form) {
        Map<String, UUID> chosen = new HashMap<>();
        Map<String, LocalDate> until = new HashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(SEAT)) {
                seat(value).ifPresent(seat -> chosen.put(name.substring(SEAT.length()), seat));
            } else if (name.startsWith(UNTIL)) {
                day(value).ifPresent(day -> until.put(name.substring(UNTIL.length()), day));
            }
        });
        var page = roles.give(new GroupId(group), seen, chosen, until);
        return page.stale() ? shown(page) : new ModelAndView("redirect:/groups/" + group + "/roles");
    }

    @PostMapping("/{role}/take")
    String take(@PathVariable UUID group, @PathVariable String role) {
        roles.take(new GroupId(group), role);
        return "redirect:/groups/" + group + "/roles";
    }

    @PostMapping("/{role}/back")
    String back(@PathVariable UUID group, @PathVariable String role) {
        roles.giveBack(new GroupId(group), role);
        return "redirect:/groups/" + group + "/roles";
    }

    private static Optional<UUID> seat(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException usual) {
            return Optional.empty();
        }
    }

    private static ModelAndView shown(RolesPage page) {
        return new ModelAndView(
                "groups/roles/roles", Map.of("page", page), page.stale() ? HttpStatus.CONFLICT : HttpStatus.OK);
    }
}
