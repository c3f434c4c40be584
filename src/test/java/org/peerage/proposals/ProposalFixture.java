package org.peerage.proposals;

import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peerage.Pages;
import org.peerage.composition.Leader;
import org.peerage.proposals.runs.RunFixture;
import org.peerage.proposals.runs.RunId;
import org.peerage.tenancy.PersonId;

/// A proposal as a run makes it, and its convener.
public final class ProposalFixture {

    final RunFixture here;
    final ProposalId id;

    private ProposalFixture(RunFixture here, RunId run) {
        this.here = here;
        this.id = made(here, run);
    }

    public static ProposalFixture aProposalFor(int leaders) {
        var here = RunFixture.aNetworkOf(leaders);
        return new ProposalFixture(here, here.waiting(here.request(60, OptionalLong.of(3000))));
    }

    /// Composes the run here, where the program itself is not faster.
    public static ProposalId made(RunFixture here, RunId run) {
        RunFixture.until(() -> {
            RunFixture.worker().composeNext();
            return as(here.convener, () -> proposals().of(run)).isPresent();
        });
        return as(here.convener, () -> proposals().of(run)).orElseThrow();
    }

    public static Proposals proposals() {
        return RunFixture.PEERAGE.bean(Proposals.class);
    }

    public static ProposalStore store() {
        return RunFixture.PEERAGE.bean(ProposalStore.class);
    }

    public PersonId convener() {
        return here.convener;
    }

    public Pages pages() {
        return Pages.seenBy(here.convener);
    }

    public String path() {
        return "/proposals/" + id;
    }

    public Proposed seen() {
        return as(here.convener, () -> proposals().find(id)).orElseThrow();
    }

    Assessment assessment() {
        return as(here.convener, () -> proposals().assessment(seen()));
    }

    public Recount recount() {
        var request =
                as(here.convener, () -> RunFixture.runs().request(seen().run())).orElseThrow();
        return new Recount(request.people(), request.weights(), request.size());
    }

    /// Who sits in each group, by its number.
    Map<Integer, Set<String>> groups() {
        return seen().seats().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(java.util.TreeSet::new))));
    }

    public Set<String> members(int number) {
        return groups().getOrDefault(number, Set.of());
    }

    public Preview preview(Change change) {
        return as(here.convener, () -> proposals().preview(seen(), change)).orElseThrow();
    }

    public Proposals.Changing change(Change change) {
        return change(seen().version(), change);
    }

    public Proposals.Changing change(int version, Change change) {
        return as(here.convener, () -> proposals().change(id, version, change));
    }

    public Proposals.Changing lock(String who, boolean locked) {
        return as(
                here.convener,
                () -> proposals().lock(id, Set.of(who), seen().seats().getOrDefault(who, 0), locked));
    }

    /// A move that nothing forbids.
    public Change.Move aMove() {
        return moves().stream()
                .filter(move -> preview(move).possible())
                .findFirst()
                .orElseThrow();
    }

    /// One that leaves these groups as they are.
    public Change.Move aMoveBeside(int... groups) {
        return moves().stream()
                .filter(move -> IntStream.of(groups)
                        .noneMatch(group -> group == move.to() || members(group).contains(move.who())))
                .filter(move -> preview(move).possible())
                .findFirst()
                .orElseThrow();
    }

    /// Between the groups 1 and 2.
    public Change.Swap aSwap() {
        return members(1).stream()
                .flatMap(one -> members(2).stream().map(other -> new Change.Swap(one, other)))
                .filter(swap -> preview(swap).possible())
                .findFirst()
                .orElseThrow();
    }

    private List<Change.Move> moves() {
        var groups = groups();
        return groups.keySet().stream()
                .flatMap(to -> seen().seats().entrySet().stream()
                        .filter(seat -> !seat.getValue().equals(to))
                        .map(seat -> new Change.Move(seat.getKey(), to)))
                .toList();
    }

    Leader leader(String who) {
        return assessment().leader(who).orElseThrow();
    }
}
