package org.peerage.placing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.peerage.composition.Candidate;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the two pages read: where a leader belongs, and who belongs to a group.
@Component
class PlacingPages {

    private static final int MOST_SUGGESTED = 20;
    private static final int MOST_ASKED = 10;

    private final Networks networks;
    private final Directory directory;
    private final SeatedGroups groups;
    private final Placing placing;

    PlacingPages(Networks networks, Directory directory, SeatedGroups groups, Placing placing) {
        this.networks = networks;
        this.directory = directory;
        this.groups = groups;
        this.placing = placing;
    }

    /// For a convener.
    @Transactional(readOnly = true)
    PlacementsPage placements(NetworkId network, ProfileId profile) {
        var convened = networks.convened(network);
        var entry = directory
                .entry(profile)
                .filter(leader -> leader.network().equals(network))
                .orElseThrow(NotFound::new);
        return new PlacementsPage(convened, entry, placing.placesFor(network, profile));
    }

    /// For a convener, and for the chair of the group.
    @Transactional(readOnly = true)
    CandidatesPage candidates(GroupId group, String words) {
        var here = groups.find(group)
                .filter(found -> found.convened() || found.chaired())
                .orElseThrow(NotFound::new);
        var asked = words.isBlank()
                ? List.<ProfileId>of()
                : directory
                        .search(
                                here.network(),
                                words,
                                MOST_ASKED + here.people().size())
                        .stream()
                        .map(Directory.Entry::id)
                        .filter(profile -> !here.people().contains(profile))
                        .limit(MOST_ASKED)
                        .toList();
        var found = placing.candidatesFor(here, asked, MOST_SUGGESTED);
        var known = new HashMap<ProfileId, Directory.Entry>();
        var all = Stream.concat(found.asked().stream(), found.best().stream())
                .map(candidate -> Placing.profile(candidate.leader()))
                .toList();
        directory.entries(all, 0, all.size()).forEach(entry -> known.put(entry.id(), entry));
        return new CandidatesPage(here, words, lines(found.asked(), known), lines(found.best(), known));
    }

    private static List<CandidatesPage.Line> lines(List<Candidate> candidates, Map<ProfileId, Directory.Entry> known) {
        return candidates.stream()
                .flatMap(candidate -> Stream.ofNullable(known.get(Placing.profile(candidate.leader())))
                        .map(entry -> new CandidatesPage.Line(entry, candidate)))
                .toList();
    }
}
