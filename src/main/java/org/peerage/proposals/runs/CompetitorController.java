package org.peerage.proposals.runs;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.regex.Pattern;
import org.peerage.composition.search.Rivals;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.Rosters;
import org.peerage.proposals.people.Wishes;
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

    private static final int MOST_SHOWN = 60;
    private static final Pattern QUERY = Pattern.compile("([A-Za-z0-9&=._~+-]|%[0-9A-Fa-f]{2})+");

    private final Networks networks;
    private final Rosters rosters;
    private final Wishes wishes;

    CompetitorController(Networks networks, Rosters rosters, Wishes wishes) {
        this.networks = networks;
        this.rosters = rosters;
        this.wishes = wishes;
    }

    /// @param rivals the first of all pairs
    /// @param query what was typed, as in an address
    record CompetitorsPage(Networks.Network network, int people, int pairs, List<Rivals> rivals, String query) {

        String base() {
            return "/networks/" + network.id() + "/proposals";
        }
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID network, @RequestParam Map<String, String> typed) {
        var convened = convened(network);
        var people = rosters.leaders(
                convened.id(),
                rosters.chosen(convened.id(), new RunForm(typed).choice()).people());
        var rivals = Rivals.among(people, wishes.rules(convened.id(), false, 0, OptionalDouble.empty()));
        return new ModelAndView(
                "proposals/runs/competitors",
                Map.of(
                        "page",
                        new CompetitorsPage(
                                convened,
                                people.size(),
                                rivals.size(),
                                rivals.subList(0, Math.min(MOST_SHOWN, rivals.size())),
                                query(typed))));
    }

    /// They do not compete, whatever their profiles say. A pair that was named as competing is taken off the table the
    /// way it came: by taking the wish back.
    @PostMapping
    String strike(
            @PathVariable UUID network, @RequestParam String pair, @RequestParam(defaultValue = "") String query) {
        var convened = convened(network).id();
        var one = profile(pair, 0);
        var other = profile(pair, 1);
        var kept = wishes.keep(convened, one, other, Wishes.Kind.NOT_COMPETITORS);
        if (kept instanceof Wishes.Keeping.Standing(var standing)) {
            if (standing == Wishes.Kind.COMPETITORS) {
                wishes.takeBack(convened, one, other);
            } else if (standing != Wishes.Kind.NOT_COMPETITORS) {
                return "redirect:/networks/" + network + "/proposals/wishes";
            }
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

    private Networks.Network convened(UUID network) {
        return networks.find(new NetworkId(network))
                .filter(Networks.Network::convened)
                .orElseThrow(NotFound::new);
    }
}
