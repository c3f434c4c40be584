package org.peerage.proposals.seats;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.peerage.composition.Leader;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalPages;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.runs.RunId;
import org.peerage.proposals.runs.RunRequest;
import org.peerage.proposals.runs.Runs;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the page with two proposals of a network reads.
@Component
class ComparePages {

    private static final int MOST_PAGES = 10_000;

    private final Proposals proposals;
    private final ProposalPages pages;
    private final Runs runs;

    ComparePages(Proposals proposals, ProposalPages pages, Runs runs) {
        this.proposals = proposals;
        this.pages = pages;
        this.runs = runs;
    }

    /// For whoever sees the first of them.
    @Transactional(readOnly = true)
    String address(ProposalId id, ProposalId with) {
        return "/proposals/" + proposals.find(id).orElseThrow(NotFound::new).id() + "/compare/" + with;
    }

    @Transactional(readOnly = true)
    ComparePage compare(ProposalId id, ProposalId with, int page) {
        var one = side(id);
        var other = side(with);
        if (!one.proposal().network().equals(other.proposal().network())) {
            throw new NotFound();
        }
        var comparison = Comparison.of(one.proposal().seats(), other.proposal().seats());
        var current = Math.clamp(page, 1, MOST_PAGES);
        var who = pages.who(
                one.proposal().network(),
                ComparePage.rows(comparison, current).stream()
                        .flatMap(row -> leader(one, other, row.who()))
                        .toList());
        return new ComparePage(
                pages.network(one.proposal()),
                one,
                other,
                sameQuestion(one.proposal().run(), other.proposal().run()),
                comparison,
                current,
                person -> who.apply(leader(one, other, person).findFirst().orElseThrow()));
    }

    private static Stream<Leader> leader(ComparePage.Side one, ComparePage.Side other, String person) {
        return Stream.of(one, other)
                .flatMap(side -> side.assessment().leader(person).stream())
                .limit(1);
    }

    private boolean sameQuestion(RunId one, RunId other) {
        return one.equals(other) || sameQuestion(asked(one), asked(other));
    }

    /// Locks and beginnings are about the answer, not about what is asked.
    private static boolean sameQuestion(RunRequest one, RunRequest other) {
        return Set.copyOf(one.people()).equals(Set.copyOf(other.people()))
                && one.size().equals(other.size())
                && one.weights().equals(other.weights())
                && one.again(Map.of(), Map.of(), 1)
                        .rules()
                        .equals(other.again(Map.of(), Map.of(), 1).rules());
    }

    private RunRequest asked(RunId run) {
        return runs.request(run).orElseThrow(NotFound::new);
    }

    private ComparePage.Side side(ProposalId id) {
        var proposal = proposals.find(id).orElseThrow(NotFound::new);
        return new ComparePage.Side(proposal, proposals.assessment(proposal));
    }
}
