package org.peerage.networks.directory;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A leader says on their own page with whom they would like to sit, or a convener says it for them.
@Controller
@RequestMapping("/networks/{network}/directory/{profile}/companions")
class CompanionController {

    private final Companions companions;

    CompanionController(Companions companions) {
        this.companions = companions;
    }

    @PostMapping
    ModelAndView wish(
            @PathVariable UUID network,
            @PathVariable UUID profile,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(name = "who-id", required = false) Optional<UUID> picked) {
        return switch (companions.wish(
                new NetworkId(network), new ProfileId(profile), picked.map(ProfileId::new), who)) {
            case Companions.Wishing.Kept() -> back(network, profile);
            case Companions.Wishing.Again(var page) ->
                new ModelAndView("networks/directory/profile", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(@PathVariable UUID network, @PathVariable UUID profile, @RequestParam("who-id") UUID other) {
        companions.takeBack(new NetworkId(network), new ProfileId(profile), new ProfileId(other));
        return back(network, profile);
    }

    private static ModelAndView back(UUID network, UUID profile) {
        return new ModelAndView("redirect:/networks/" + network + "/directory/" + profile + "#companions");
    }
}
