package org.peerage.groups.forming;

import java.util.Map;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The list of a network's groups, on a page of its own and inside the network's page.
@Controller
class NetworkGroupsController {

    private static final int MOST_PAGES = 10_000;

    private final NetworkGroups groups;

    NetworkGroupsController(NetworkGroups groups) {
        this.groups = groups;
    }

    @GetMapping("/networks/{network}/groups")
    ModelAndView page(
            @PathVariable UUID network,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        if (page < 1 || page > MOST_PAGES) {
            throw new NotFound();
        }
        return new ModelAndView(
                "groups/forming/networkGroups", Map.of("page", groups.named(new NetworkId(network), q, page)));
    }
}
