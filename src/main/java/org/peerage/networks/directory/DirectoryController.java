package org.peerage.networks.directory;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The directory of a network. The same address serves the page and, to htmx, its results alone.
@Controller
class DirectoryController {

    private final DirectoryPages pages;

    DirectoryController(DirectoryPages pages) {
        this.pages = pages;
    }

    @GetMapping("/networks/{network}/directory")
    ModelAndView directory(
            @PathVariable UUID network,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String industry,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String place,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restored) {
        var query = new DirectoryQuery(
                words,
                industry,
                stage,
                DirectoryQuery.SizeRange.named(size),
                place,
                after.map(ProfileId::new),
                before.map(ProfileId::new));
        return htmx != null && restored == null
                ? new ModelAndView(
                        "networks/directory/directoryResults", "results", pages.results(new NetworkId(network), query))
                : new ModelAndView("networks/directory/directory", "page", pages.page(new NetworkId(network), query));
    }
}
