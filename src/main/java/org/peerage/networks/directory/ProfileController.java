package org.peerage.networks.directory;

import java.util.Map;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A leader in the directory, and one's own profile to change.
@Controller
@RequestMapping("/networks/{network}")
class ProfileController {

    private final ProfilePages pages;
    private final Profiles profiles;

    ProfileController(ProfilePages pages, Profiles profiles) {
        this.pages = pages;
        this.profiles = profiles;
    }

    @GetMapping("/directory/{profile}")
    ModelAndView page(@PathVariable UUID network, @PathVariable UUID profile) {
        return new ModelAndView(
                "networks/directory/profile",
                Map.of("page", pages.page(new NetworkId(network), new ProfileId(profile))));
    }

    @GetMapping("/profile")
    ModelAndView edit(@PathVariable UUID network) {
        return form(pages.own(new NetworkId(network)), HttpStatus.OK);
    }

    @PostMapping("/profile")
    ModelAndView change(
            @PathVariable UUID network, @RequestParam int version, @RequestParam Map<String, String> parameters) {
        return switch (profiles.change(
                new NetworkId(network), version, ProfileForm.of(ProfileForm.FIELDS, parameters))) {
            case Profiles.Changing.Changed(var to) -> new ModelAndView("redirect:" + to);
            case Profiles.Changing.Again(var page) ->
                form(page, page.stale().isPresent() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView form(OwnProfilePage page, HttpStatus status) {
        return new ModelAndView("networks/directory/profileForm", Map.of("page", page), status);
    }
}
