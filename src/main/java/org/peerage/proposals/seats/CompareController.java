package org.peerage.proposals.seats;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.peerage.composition.Leader;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalPages;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.people.LeaderName;
import org.peerage.proposals.runs.RunId;
import org.peerage.proposals.runs.RunRequest;
import org.peerage.proposals.runs.Runs;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Holds two proposals of a network against each other.
@Controller
@RequestMapping("/proposals/{id}/compare")
class CompareController {

    private static final int MOST_PAGES = 10_000;

    private final Proposals proposals;
    private final ProposalPages pages;
    private final Runs runs;

    CompareController(Proposals proposals, ProposalPages pages, Runs runs) {
        this.proposals = proposals;
        this.pages = pages;
        this.runs = runs;
    }

    /// Where the form of the proposal leads.
    @GetMapping
    String chosen(@PathVariable UUID id, @RequestParam UUID with) {
        var one = proposals.find(new ProposalId(id)).orElseThrow(NotFound::new);
        return "redirect:/proposals/" + one.id() + "/compare/" + with;
    }

    @GetMapping("/{other}")
    ModelAndView compare(@PathVariable UUID id, @PathVariable UUID other, @RequestParam(defaultValue = "1") int page) {
        var one = side(id);
        var two = side(other);
        if (!one.proposal().network().equals(two.proposal().network())) {
            throw new NotFound();
        }
        var comparison = Comparison.of(one.proposal().seats(), two.proposal().seats());
        var shown = new ComparePage(
                pages.network(one.proposal()),
                one,
                two,
                sameQuestion(one.proposal().run(), two.proposal().run()),
                comparison,
                Math.clamp(page, 1, MOST_PAGES),
                person -> new LeaderName(person, "", "", "", "", ""));
        var leaders = shown.rows().stream()
                .flatMap(row -> leader(one, two, row.who()))
                .toList();
        var who = pages.who(one.proposal().network(), leaders);
        return new ModelAndView(
                "proposals/seats/compare",
                "page",
                new ComparePage(
                        shown.network(),
                        one,
                        two,
                        shown.sameQuestion(),
                        comparison,
                        shown.page(),
                        person -> who.apply(leader(one, two, person).findFirst().orElseThrow())));
    }

    private static Stream<Leader> leader(ComparePage.Side one, ComparePage.Side two, String person) {
        return List.of(one, two).stream()
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

    private ComparePage.Side side(UUID id) {
        var proposal = proposals.find(new ProposalId(id)).orElseThrow(NotFound::new);
        return new ComparePage.Side(proposal, proposals.assessment(proposal));
    }
}
