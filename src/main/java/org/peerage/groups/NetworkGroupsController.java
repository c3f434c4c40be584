package org.peerage.groups;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of a network's groups, on a page of its own and inside the network's page.
@Controller
class NetworkGroupsController {

    private static final int LINES = 50;

    private final Networks networks;
    private final NetworkGroups groups;

    NetworkGroupsController(Networks networks, NetworkGroups groups) {
        this.networks = networks;
        this.groups = groups;
    }

    /// `page` counts from 1.
    record NetworkGroupsPage(Networks.Network network, NetworkGroups.Lines groups, String words, int page) {

        int pages() {
            return Math.max(1, (groups.all() + LINES - 1) / LINES);
        }

        /// Searching pays only where not all can be seen at once.
        boolean searched() {
            return pages() > 1 || !words.isBlank();
        }

        String address(int other) {
            return "/networks/" + network.id() + "/groups?page=" + other + "&q="
                    + URLEncoder.encode(words, StandardCharsets.UTF_8);
        }
    }

    @GetMapping("/networks/{network}/groups")
    String page(
            @PathVariable UUID network,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var found = networks.find(new NetworkId(network)).orElseThrow(NotFound::new);
        if (page < 1 || page > 10_000) {
            throw new NotFound();
        }
        model.addAttribute(
                "page", new NetworkGroupsPage(found, groups.named(found.id(), q, page, LINES), q.strip(), page));
        return "groups/networkGroups";
    }
}
