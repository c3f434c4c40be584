package org.peerage.placing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.composition.Candidate;
import org.peerage.composition.Leader;
import org.peerage.composition.Reason;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.search.Arrangement;
import org.peerage.composition.search.Composer;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.NetworkComposer;
import org.peerage.web.Shell;
import org.springframework.stereotype.Component;

/// One newcomer and groups that already meet (S1.8): which group suits somebody best, and who suits a group best.
@Component
class Placing {

    private final NetworkComposer engines;
    private final SeatedGroups groups;

    Placing(NetworkComposer engines, SeatedGroups groups) {
        this.engines = engines;
        this.groups = groups;
    }

    /// A group and how somebody would do in it.
    record Place(SeatedGroup group, Candidate candidate) {}

    /// @param open groups that may take them, best first
    /// @param closed groups that may not, by name
    /// @param seats groups in which they have a seat already
    record Places(List<Place> open, List<Place> closed, List<SeatedGroup> seats) {}

    /// @param best those who suit the group best, of all without a seat that is seen
    /// @param asked those who were asked for and do not sit in the group, however they suit
    record Candidates(List<Candidate> best, List<Candidate> asked) {}

    Places placesFor(NetworkId network, ProfileId profile) {
        var all = groups.of(network);
        var seats =
                all.stream().filter(group -> group.people().contains(profile)).toList();
        var others = all.stream().filter(group -> !seats.contains(group)).toList();
        var seatedNow = new SeatedDirectory(network, others);
        var open = new ArrayList<Place>();
        var closed = new ArrayList<Place>();
        for (var k = 0; k < others.size(); k++) {
            var group = others.get(k);
            var candidate = seatedNow.sized(group.size()).candidate(profile.toString(), k + 1);
            (candidate.forbidden().isEmpty() ? open : closed).add(new Place(group, candidate));
        }
        open.sort(Comparator.comparingDouble((Place place) -> place.candidate().after())
                .reversed());
        return new Places(List.copyOf(open), List.copyOf(closed), seats);
    }

    Candidates candidatesFor(SeatedGroup group, List<ProfileId> asked, int atMost) {
        var seated = new HashSet<ProfileId>();
        groups.of(group.network()).forEach(other -> seated.addAll(other.people()));
        var seatedNow = new SeatedDirectory(group.network(), List.of(group));
        var arrangement = seatedNow.sized(group.size());
        return new Candidates(
                arrangement.candidates(1, atMost + seated.size()).stream()
                        .filter(candidate -> !seated.contains(profile(candidate.leader())))
                        .limit(atMost)
                        .toList(),
                asked.stream()
                        .filter(seatedNow::knows)
                        .map(profile -> arrangement.candidate(profile.toString(), 1))
                        .toList());
    }

    /// What forbids it, or else what speaks for it.
    static String why(Candidate candidate, Shell shell) {
        return candidate
                .forbidden()
                .map(rule -> rule.in(shell::text))
                .orElseGet(() -> candidate.reasons().isEmpty()
                        ? shell.text("placing.nobody")
                        : Reason.in(candidate.reasons(), shell::text));
    }

    static ProfileId profile(Leader leader) {
        return new ProfileId(UUID.fromString(leader.id()));
    }

    /// The directory of a network with these groups seated; groups of different sizes are asked one size at a time.
    private final class SeatedDirectory {

        private final Composer composer;
        private final Map<String, Integer> seats = new HashMap<>();
        private final Map<Integer, String> names = new HashMap<>();
        private final Map<SizeLimits, Arrangement> bySize = new HashMap<>();

        SeatedDirectory(NetworkId network, List<SeatedGroup> groups) {
            for (var k = 0; k < groups.size(); k++) {
                names.put(k + 1, groups.get(k).name());
                for (var person : groups.get(k).people()) {
                    seats.putIfAbsent(person.toString(), k + 1);
                }
            }
            composer = engines.of(network);
        }

        boolean knows(ProfileId profile) {
            return composer.leaders().stream().anyMatch(leader -> leader.id().equals(profile.toString()));
        }

        Arrangement sized(SizeLimits size) {
            return bySize.computeIfAbsent(size, asked -> composer.sized(asked).arrange(seats, names));
        }
    }
}
