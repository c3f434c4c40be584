package org.peerage.proposals.seats;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.proposals.Assessment;
import org.peerage.proposals.Change;
import org.peerage.proposals.Preview;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalPages;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.Proposed;
import org.peerage.proposals.people.LeaderName;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One seat, one group, one change of a proposal. The same addresses serve a page of their own and, to htmx, what is
/// shown in the sheet beside the groups.
@Controller
@RequestMapping("/proposals/{id}")
class SeatController {

    private static final int BEST_OPENINGS = 6;

    private final Proposals proposals;
    private final ProposalPages pages;

    SeatController(Proposals proposals, ProposalPages pages) {
        this.proposals = proposals;
        this.pages = pages;
    }

    @GetMapping("/seats/{who}")
    ModelAndView seat(
            @PathVariable UUID id,
            @PathVariable UUID who,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        var proposal = proposal(id);
        var there = new ChangeForm(parameters).number("there");
        var page = seatPage(proposal, who.toString(), there, ProposalQuery.of(parameters));
        var part = htmx == null
                ? "proposals/seats/seat"
                : there.isPresent() ? "proposals/seats/otherGroup" : "proposals/seats/seatSheet";
        return new ModelAndView(part, "page", page);
    }

    @PostMapping("/seats/{who}/lock")
    ModelAndView lock(
            @PathVariable UUID id,
            @PathVariable UUID who,
            @RequestParam int number,
            @RequestParam boolean locked,
            @RequestParam Map<String, String> parameters) {
        return lock(proposal(id), Set.of(who.toString()), number, locked, ProposalQuery.of(parameters));
    }

    @GetMapping("/groups/{number}")
    ModelAndView group(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        var proposal = proposal(id);
        var network = pages.network(proposal);
        var assessment = proposals.assessment(proposal);
        var group = assessment.group(number).orElseThrow(NotFound::new);
        var page = new GroupPage(
                network,
                proposal,
                ProposalQuery.of(parameters),
                pages.cards(proposal, List.of(group)).getFirst(),
                assessment.partners(number).stream()
                        .filter(partner -> !proposal.formed(partner.number()))
                        .limit(BEST_OPENINGS)
                        .toList(),
                others(assessment, number));
        return new ModelAndView(htmx == null ? "proposals/seats/group" : "proposals/seats/groupSheet", "page", page);
    }

    @PostMapping("/groups/{number}/lock")
    ModelAndView lock(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam boolean locked,
            @RequestParam Map<String, String> parameters) {
        var proposal = proposal(id);
        var everybody = proposal.seats().entrySet().stream()
                .filter(seat -> seat.getValue() == number)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return lock(proposal, everybody, number, locked, ProposalQuery.of(parameters));
    }

    @GetMapping("/change")
    ModelAndView preview(
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        var proposal = proposal(id);
        var change = new ChangeForm(parameters).parse().orElseThrow(NotFound::new);
        return change(
                proposal,
                proposals.preview(proposal, change).orElseThrow(NotFound::new),
                ProposalQuery.of(parameters),
                false,
                htmx == null ? "proposals/seats/change" : "proposals/seats/changeSheet");
    }

    @PostMapping("/change")
    ModelAndView change(
            @PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> parameters) {
        var proposal = proposal(id);
        var query = ProposalQuery.of(parameters);
        var change = new ChangeForm(parameters).parse().orElseThrow(NotFound::new);
        return switch (proposals.change(proposal.id(), version, change)) {
            case Proposals.Changing.Changed changed -> back(proposal.id(), query, "#g" + goal(proposal, change));
            case Proposals.Changing.Refused(var preview) -> {
                var again = change(proposal, preview, query, false, "proposals/seats/change");
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
            case Proposals.Changing.Stale stale -> stale(proposal(id), change, query);
        };
    }

    private ModelAndView stale(Proposed now, Change change, ProposalQuery query) {
        var again = change(
                now, proposals.preview(now, change).orElseThrow(NotFound::new), query, true, "proposals/seats/change");
        again.setStatus(HttpStatus.CONFLICT);
        return again;
    }

    private ModelAndView change(Proposed proposal, Preview preview, ProposalQuery query, boolean stale, String part) {
        var assessment = proposals.assessment(proposal);
        var who = pages.who(
                proposal.network(),
                Stream.concat(
                                preview.change().people().stream()
                                        .flatMap(person -> assessment.leader(person).stream()),
                                preview.effect().moved().stream())
                        .toList());
        return new ModelAndView(
                part,
                "page",
                new ChangePage(
                        pages.network(proposal),
                        proposal,
                        query,
                        preview,
                        person -> who.apply(assessment.leader(person).orElseThrow()),
                        stale));
    }

    private ModelAndView lock(Proposed proposal, Set<String> people, int number, boolean locked, ProposalQuery query) {
        pages.network(proposal);
        if (people.isEmpty() || proposal.formed(number)) {
            throw new NotFound();
        }
        return switch (proposals.lock(proposal.id(), people, number, locked)) {
            case Proposals.Changing.Changed changed -> back(proposal.id(), query, "#g" + number);
            case Proposals.Changing.Refused refused -> throw new IllegalStateException("a lock is not refused");
            case Proposals.Changing.Stale stale -> {
                var now = pages.page(proposal(proposal.id().value()), query);
                var again =
                        new ModelAndView("proposals/proposal", "page", now.with(Message.of("proposals.seat.stale")));
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
        };
    }

    private SeatPage seatPage(Proposed proposal, String who, Optional<Integer> there, ProposalQuery query) {
        var network = pages.network(proposal);
        var assessment = proposals.assessment(proposal);
        var leader = assessment.leader(who).orElseThrow(NotFound::new);
        var number = proposal.seats().getOrDefault(who, 0);
        var next = assessment.told().groups().stream()
                        .mapToInt(Proposal.Group::number)
                        .max()
                        .orElse(0)
                + 1;
        var group = there.filter(other -> !other.equals(number))
                .flatMap(other -> assessment
                        .group(other)
                        .map(known -> there(proposal, assessment, leader, known))
                        .or(() -> other == next ? Optional.of(opened(proposal, leader, next)) : Optional.empty()));
        if (there.isPresent() && group.isEmpty()) {
            throw new NotFound();
        }
        return new SeatPage(
                network,
                proposal,
                query,
                leader,
                pages.who(proposal.network(), List.of(leader)).apply(leader),
                number,
                assessment.seat(who).map(Proposal.Seat::fit).orElse(0.0),
                assessment.whyHere(who),
                assessment.openings(who, BEST_OPENINGS),
                others(assessment, number),
                group);
    }

    private SeatPage.OtherGroup there(Proposed proposal, Assessment assessment, Leader leader, Proposal.Group group) {
        Function<Leader, LeaderName> who = pages.who(
                proposal.network(),
                group.seats().stream().map(Proposal.Seat::leader).toList());
        return new SeatPage.OtherGroup(
                group.number(),
                true,
                assessment.whyNot(leader.id(), group.number()),
                preview(proposal, new Change.Move(leader.id(), group.number())),
                group.seats().stream()
                        .map(seat -> new SeatPage.Partner(
                                who.apply(seat.leader()),
                                preview(
                                        proposal,
                                        new Change.Swap(
                                                leader.id(), seat.leader().id()))))
                        .sorted(Comparator.comparing((SeatPage.Partner partner) ->
                                        !partner.swap().possible())
                                .thenComparingDouble(partner -> -partner.swap().gain()))
                        .toList());
    }

    private SeatPage.OtherGroup opened(Proposed proposal, Leader leader, int number) {
        return new SeatPage.OtherGroup(
                number, false, List.of(), preview(proposal, new Change.Move(leader.id(), number)), List.of());
    }

    private Preview preview(Proposed proposal, Change change) {
        return proposals.preview(proposal, change).orElseThrow(NotFound::new);
    }

    private static List<Integer> others(Assessment assessment, int number) {
        return assessment.told().groups().stream()
                .map(Proposal.Group::number)
                .filter(other -> other != number)
                .toList();
    }

    /// The group to look at after the change.
    private static int goal(Proposed before, Change change) {
        return switch (change) {
            case Change.Move(var who, var to) -> to;
            case Change.Swap(var who, var with) -> before.seats().getOrDefault(with, 0);
            case Change.Leave(var who) -> before.seats().getOrDefault(who, 0);
            case Change.Merge(var group, var into) -> into;
            case Change.Split(var group) -> group;
        };
    }

    private static ModelAndView back(ProposalId id, ProposalQuery query, String anchor) {
        return new ModelAndView("redirect:/proposals/" + id + query.query() + anchor);
    }

    private Proposed proposal(UUID id) {
        return proposals.find(new ProposalId(id)).orElseThrow(NotFound::new);
    }
}
