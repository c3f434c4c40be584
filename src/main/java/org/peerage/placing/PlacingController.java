package org.peerage.placing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.composition.Candidate;
import org.peerage.composition.Reason;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.web.NotFound;
import org.peerage.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where one leader belongs, for the convener, and who belongs to one group, for its chair too. A leader is picked by
/// the group's own page of seats, which knows whether there is room.
@Controller
class PlacingController {

    private static final int MOST_SUGGESTED = 20;
    private static final int MOST_ASKED = 10;

    private final Networks networks;
    private final Directory directory;
    private final SeatedGroups groups;
    private final Placing placing;

    PlacingController(Networks networks, Directory directory, SeatedGroups groups, Placing placing) {
        this.networks = networks;
        this.directory = directory;
        this.groups = groups;
        this.placing = placing;
    }

    /// Somebody as the directory calls them, and how they would do in one group.
    record Line(Directory.Entry entry, Candidate candidate) {

        String why(Shell shell) {
            return PlacingController.why(candidate, shell);
        }
    }

    record PlacesPage(Networks.Network network, Directory.Entry entry, Placing.Places places) {

        /// The first are shown at once, the others when they are asked for.
        List<Placing.Place> first() {
            return places.open().stream().limit(MOST_SUGGESTED).toList();
        }

        List<Placing.Place> others() {
            return places.open().stream().skip(MOST_SUGGESTED).toList();
        }

        boolean free() {
            return places.seats().isEmpty();
        }

        String why(Placing.Place place, Shell shell) {
            return PlacingController.why(place.candidate(), shell);
        }
    }

    record CandidatesPage(SeatedGroup group, String words, List<Line> asked, List<Line> best) {

        boolean searched() {
            return !words.isBlank();
        }

        String base() {
            return "/groups/" + group.id();
        }
    }

    @GetMapping("/networks/{network}/placements/{profile}")
    ModelAndView places(@PathVariable UUID network, @PathVariable UUID profile) {
        var convened = networks.find(new NetworkId(network))
                .filter(Networks.Network::convened)
                .orElseThrow(NotFound::new);
        var entry = directory
                .entry(new ProfileId(profile))
                .filter(leader -> leader.network().equals(convened.id()))
                .orElseThrow(NotFound::new);
        return new ModelAndView(
                "placing/placements",
                Map.of("page", new PlacesPage(convened, entry, placing.placesFor(convened.id(), entry.id()))));
    }

    @GetMapping("/groups/{group}/candidates")
    ModelAndView candidates(@PathVariable UUID group, @RequestParam(defaultValue = "") String q) {
        var here = groups.find(new GroupId(group))
                .filter(found -> found.convened() || found.chaired())
                .orElseThrow(NotFound::new);
        var asked = q.isBlank()
                ? List.<Directory.Entry>of()
                : directory.search(here.network(), q, MOST_ASKED + here.people().size()).stream()
                        .filter(entry -> !here.people().contains(entry.id()))
                        .limit(MOST_ASKED)
                        .toList();
        var found = placing.candidatesFor(
                here, asked.stream().map(Directory.Entry::id).toList(), MOST_SUGGESTED);
        return new ModelAndView(
                "placing/candidates",
                Map.of("page", new CandidatesPage(here, q, lines(found.asked()), lines(found.best()))));
    }

    private List<Line> lines(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> directory.entry(Placing.profile(candidate.leader())).stream()
                        .map(entry -> new Line(entry, candidate)))
                .toList();
    }

    private static String why(Candidate candidate, Shell shell) {
        return candidate
                .forbidden()
                .map(rule -> rule.in(shell::text))
                .orElseGet(() -> candidate.reasons().isEmpty()
                        ? shell.text("placing.nobody")
                        : Reason.in(candidate.reasons(), shell::text));
    }
}
