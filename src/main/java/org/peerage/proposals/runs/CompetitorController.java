package org.peerage.proposals.runs;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Who competes with whom among the people a convener has chosen, pair by pair with why, to be corrected. The address
/// carries the choice, and everything else that was typed, back to the form it came from.
@Controller
@RequestMapping("/networks/{network}/proposals/competitors")
class CompetitorController {

    private static final Pattern QUERY = Pattern.compile("([A-Za-z0-9&=._~+-]|%[0-9A-Fa-f]{2})+");

    private final CompetitorPages pages;

    CompetitorController(CompetitorPages pages) {
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID network, @RequestParam Map<String, String> typed) {
        return new ModelAndView(
                "proposals/runs/competitors",
                Map.of("page", pages.among(new NetworkId(network), new RunForm(typed).choice(), query(typed))));
    }

    @PostMapping
    String strike(
            @PathVariable UUID network, @RequestParam String pair, @RequestParam(defaultValue = "") String query) {
        if (!pages.strike(new NetworkId(network), profile(pair, 0), profile(pair, 1))) {
            return "redirect:/networks/" + network + "/proposals/wishes";
        }
        var address = UriComponentsBuilder.fromPath("/networks/" + network + "/proposals/competitors");
        return "redirect:"
                + (QUERY.matcher(query).matches() ? address.query(query) : address)
                        .build(true)
                        .toUriString();
    }

    private static ProfileId profile(String pair, int at) {
        try {
            return new ProfileId(UUID.fromString(pair.split(" ", 2)[at]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new NotFound();
        }
    }

    private static String query(Map<String, String> typed) {
        var address = UriComponentsBuilder.newInstance();
        typed.keySet().stream()
                .filter(name -> name.matches("[a-z-]+"))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        var query = address.encode().buildAndExpand(typed).toUri().getRawQuery();
        return query == null ? "" : query;
    }
}
