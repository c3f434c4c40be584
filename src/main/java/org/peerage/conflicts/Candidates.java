package org.peerage.conflicts;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.networks.ProfileId;
import org.peerage.selection.Findings;
import org.peerage.selection.ProspectId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What profiles tell of somebody who may join and those who sit there. Found anew whenever anybody looks, so that a
/// changed profile, on either side, is a new finding; settled by whoever it concerns, or set aside by the chair.
@Component
class Candidates implements Findings {

    private final DisclosureStore parties;
    private final SettledStore settled;
    private final Conflicts conflicts;
    private final Circles circles;
    private final InstantSource clock;

    Candidates(
            DisclosureStore parties, SettledStore settled, Conflicts conflicts, Circles circles, InstantSource clock) {
        this.parties = parties;
        this.settled = settled;
        this.conflicts = conflicts;
        this.circles = circles;
        this.clock = clock;
    }

    /// What the panel shows to one member: the chair all of it, others what concerns them.
    ///
    /// @param others how much is open that others have to look at
    /// @param outstanding for the chair, who has still to look at all who sit there
    record Page(Circle circle, List<CandidateLine> lines, long others, List<String> outstanding) {

        String address() {
            return circle.id().address() + "/conflicts";
        }

        String settling(CandidateLine line) {
            return address() + "/candidates/" + line.prospect();
        }

        String by(Settled settled) {
            return circle.nameOf(settled.by());
        }

        LocalDate day(Settled settled) {
            return circle.day(settled.at());
        }
    }

    @Override
    public List<Message> open(Circle circle, Candidate candidate) {
        return lines(circle, List.of(candidate)).stream()
                .filter(CandidateLine::open)
                .map(line -> line.finding().sentence())
                .toList();
    }

    @Override
    public Set<ProspectId> waiting(Circle circle, List<Candidate> candidates) {
        return lines(circle, candidates).stream()
                .filter(line -> line.waits(circle))
                .map(CandidateLine::prospect)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Panel> panel(Circle circle, Candidate candidate) {
        var all = lines(circle, List.of(candidate));
        var shown = all.stream().filter(line -> circle.chaired() || line.mine()).toList();
        var outstanding = circle.chaired()
                ? conflicts.outstanding(circle).stream().map(circle::nameOf).toList()
                : List.<String>of();
        var others = all.stream()
                .filter(line -> line.open() && !shown.contains(line))
                .count();
        return shown.isEmpty() && others == 0 && outstanding.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Panel("conflicts/candidate", Map.of("page", new Page(circle, shown, others, outstanding))));
    }

    /// By whoever it concerns, or by the chair, about what they have seen. Where a profile says something else by now,
    /// it stays open.
    @Transactional
    void settle(GroupId group, ProspectId prospect, ProfileId profile, String key, String seen) {
        var circle = circles.inside(group);
        var candidate = settled.candidate(group, prospect).orElseThrow(NotFound::new);
        lines(circle, List.of(candidate)).stream()
                .filter(line -> line.sitter().profile().equals(profile)
                        && line.key().equals(key)
                        && line.digest().equals(seen))
                .forEach(line -> {
                    if (!line.mine() && !circle.chaired()) {
                        throw new NotFound();
                    }
                    settled.add(
                            Ids.next(),
                            group,
                            new Settled(prospect, profile, key, seen, !line.mine(), Acting.me(), clock.instant()));
                });
    }

    private List<CandidateLine> lines(Circle circle, List<Candidate> candidates) {
        var seated = parties.parties(circle.id());
        var known = settled.in(circle.id());
        var profiles = parties
                .parties(
                        circle.network(),
                        candidates.stream()
                                .map(Candidate::profile)
                                .filter(Objects::nonNull)
                                .toList())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Party::profile, party -> party));
        return candidates.stream()
                .flatMap(candidate -> {
                    var party = party(candidate, profiles);
                    var theirs = known.stream()
                            .filter(one -> one.prospect().equals(candidate.id()))
                            .toList();
                    return seated.stream()
                            .filter(sitter -> !sitter.profile().equals(party.profile()))
                            .flatMap(sitter -> CandidateLine.between(candidate.id(), party, sitter, theirs).stream());
                })
                .toList();
    }

    /// By their profile as it is; where they have none, by what was typed when they were named.
    private static Party party(Candidate candidate, Map<ProfileId, Party> profiles) {
        return Stream.ofNullable(candidate.profile())
                .flatMap(profile -> Stream.ofNullable(profiles.get(profile)))
                .findFirst()
                .orElseGet(() -> Party.of(
                        new ProfileId(candidate.id().value()),
                        Optional.empty(),
                        candidate.name().isEmpty() ? candidate.organisation() : candidate.name(),
                        candidate.organisation(),
                        candidate.roleTitle(),
                        "",
                        "",
                        ""));
    }
}
