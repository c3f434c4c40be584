package org.peerage.networks.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The directory of a network. The same address serves the page and, to htmx, its results alone.
@Controller
class DirectoryController {

    private static final int MOST_PAGES = 2000;

    private final Networks networks;
    private final DirectoryStore store;

    DirectoryController(Networks networks, DirectoryStore store) {
        this.networks = networks;
        this.store = store;
    }

    /// @param found how many leaders match, over all pages
    record Results(
            Networks.Network network,
            DirectoryQuery query,
            List<Directory.Entry> leaders,
            int found,
            boolean emptyYet) {

        int pages() {
            return Math.max(1, (found + DirectoryQuery.PAGE - 1) / DirectoryQuery.PAGE);
        }

        int first() {
            return query.offset() + 1;
        }

        int last() {
            return query.offset() + leaders.size();
        }

        String address(int page) {
            var parameters = new StringJoiner("&", "?", "");
            add(parameters, "words", query.words());
            add(parameters, "industry", query.industry());
            add(parameters, "stage", query.stage());
            add(parameters, "size", query.size().map(Enum::name).orElse(""));
            add(parameters, "place", query.place());
            add(parameters, "page", page == 1 ? "" : Integer.toString(page));
            return "/networks/" + network.id() + "/directory" + (parameters.length() > 1 ? parameters : "");
        }

        private static void add(StringJoiner parameters, String name, String value) {
            if (!value.isEmpty()) {
                parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    record DirectoryPage(Results results, List<String> industries, List<String> stages, List<String> places) {}

    @GetMapping("/networks/{network}/directory")
    String directory(
            @PathVariable UUID network,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String industry,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restored,
            Model model) {
        var found = networks.find(new NetworkId(network)).orElseThrow(NotFound::new);
        var query = new DirectoryQuery(
                words, industry, stage, DirectoryQuery.SizeBand.named(size), place, Math.clamp(page, 1, MOST_PAGES));
        var count = store.count(found.id(), query);
        var results = new Results(
                found,
                query,
                store.page(found.id(), query, DirectoryQuery.PAGE),
                count,
                count == 0 && (!query.narrowed() || store.count(found.id(), DirectoryQuery.words("")) == 0));
        if (htmx != null && restored == null) {
            model.addAttribute("results", results);
            return "networks/directory/directoryResults";
        }
        model.addAttribute(
                "page",
                new DirectoryPage(
                        results, store.industries(found.id()), store.stages(found.id()), store.places(found.id())));
        return "networks/directory/directory";
    }
}
