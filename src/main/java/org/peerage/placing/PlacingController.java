package org.peerage.placing;

import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where one leader belongs, for the convener, and who belongs to one group, for its chair too. A leader is picked by
/// the group's own page of seats, which knows whether there is room.
@Controller
class PlacingController {

    private final PlacingPages pages;

    PlacingController(PlacingPages pages) {
        this.pages = pages;
    }

    @GetMapping("/networks/{network}/placements/{profile}")
    ModelAndView placements(@PathVariable UUID network, @PathVariable UUID profile) {
        return new ModelAndView(
                "placing/placements", Map.of("page", pages.placements(new NetworkId(network), new ProfileId(profile))));
    }

    @GetMapping("/groups/{group}/candidates")
    ModelAndView candidates(@PathVariable UUID group, @RequestParam(defaultValue = "") String q) {
        return new ModelAndView("placing/candidates", Map.of("page", pages.candidates(new GroupId(group), q)));
    }
}
