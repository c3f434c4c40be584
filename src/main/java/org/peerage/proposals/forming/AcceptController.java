package org.peerage.proposals.forming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.networks.Networks;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalPages;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.Proposed;
import org.peerage.proposals.people.LeaderName;
import org.peerage.proposals.people.LeaderNames;
import org.peerage.proposals.runs.Runs;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Forms groups of the network from groups of a proposal.
@Controller
@RequestMapping("/proposals/{id}/forming")
class AcceptController {

    private final Proposals proposals;
    private final ProposalPages pages;
    private final LeaderNames people;
    private final Runs runs;

    AcceptController(Proposals proposals, ProposalPages pages, LeaderNames people, Runs runs) {
        this.proposals = proposals;
        this.pages = pages;
        this.people = people;
        this.runs = runs;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID id,
            @RequestParam(name = "group", required = false, defaultValue = "") List<Integer> numbers,
            @RequestParam Map<String, String> parameters) {
        var proposal = proposal(id);
        var chosen = chosen(proposal, numbers);
        var query = ProposalQuery.of(parameters);
        if (chosen.isEmpty() || chosen.size() > AcceptForm.MOST_AT_ONCE) {
            var problem = chosen.isEmpty()
                    ? Message.of("proposals.accept.none")
                    : Message.of("proposals.accept.many", AcceptForm.MOST_AT_ONCE);
            var again = new ModelAndView(
                    "proposals/proposal", "page", pages.page(proposal, query).with(problem));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return page(proposal, query, new AcceptForm(chosen, Map.of()), Map.of(), Optional.empty());
    }

    @PostMapping
    ModelAndView form(
            @PathVariable UUID id,
            @RequestParam(name = "group", required = false, defaultValue = "") List<Integer> numbers,
            @RequestParam int version,
            @RequestParam Map<String, String> parameters) {
        var proposal = proposal(id);
        var network = pages.network(proposal);
        var query = ProposalQuery.of(parameters);
        var wanted = List.copyOf(new TreeSet<>(numbers));
        if (!wanted.isEmpty() && proposal.accepted().keySet().containsAll(wanted)) {
            return formed(proposal, query, wanted);
        }
        var form = new AcceptForm(chosen(proposal, numbers), parameters);
        if (form.numbers().isEmpty() || form.numbers().size() > AcceptForm.MOST_AT_ONCE) {
            throw new NotFound();
        }
        return switch (form.parse(network.id(), sizes(proposal))) {
            case AcceptForm.Parsed.Wrong(var fields) ->
                again(page(proposal, query, form, fields, Optional.empty()), HttpStatus.UNPROCESSABLE_CONTENT);
            case AcceptForm.Parsed.Wished(var wishes) ->
                switch (proposals.form(proposal.id(), version, wishes)) {
                    case Proposals.Forming.Formed done -> formed(proposal, query, wanted);
                    case Proposals.Forming.Gone gone ->
                        again(page(proposal, query, form, Map.of(), Optional.empty()), HttpStatus.CONFLICT);
                    case Proposals.Forming.Stale stale -> {
                        var now = proposal(id);
                        var left = new AcceptForm(chosen(now, numbers), parameters);
                        yield again(
                                page(now, query, left, Map.of(), Optional.of(Message.of("proposals.accept.stale"))),
                                HttpStatus.CONFLICT);
                    }
                };
        };
    }

    private static ModelAndView formed(Proposed proposal, ProposalQuery query, List<Integer> wanted) {
        return new ModelAndView("redirect:/proposals/" + proposal.id() + query.query() + "#g" + wanted.getFirst());
    }

    private static ModelAndView again(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(
            Proposed proposal,
            ProposalQuery query,
            AcceptForm form,
            Map<String, Message> wrong,
            Optional<Message> problem) {
        var network = pages.network(proposal);
        var assessment = proposals.assessment(proposal);
        var groups = form.numbers().stream()
                .flatMap(number -> assessment.group(number).stream())
                .toList();
        var known = people.of(
                proposal.network(),
                groups.stream()
                        .flatMap(group -> group.seats().stream())
                        .map(seat -> seat.leader().id())
                        .toList());
        var seated = people.seated(known.keySet());
        var who = pages.who(
                proposal.network(),
                groups.stream()
                        .flatMap(group -> group.seats().stream())
                        .map(Proposal.Seat::leader)
                        .toList());
        var chosen = groups.stream()
                .map(group -> chosen(network, group, who, known.keySet()::contains, seated::contains))
                .toList();
        var zones = new TreeSet<>(List.of(network.zone().getId()));
        known.values().stream().map(LeaderName::zone).filter(AcceptForm::known).forEach(zones::add);
        return new ModelAndView(
                "proposals/forming/accept",
                "page",
                new AcceptPage(
                        network,
                        proposal,
                        query,
                        runs.find(proposal.run()).orElseThrow(NotFound::new).size(),
                        chosen,
                        List.copyOf(zones),
                        form,
                        wrong,
                        problem));
    }

    private static AcceptPage.Chosen chosen(
            Networks.Network network,
            Proposal.Group group,
            Function<Leader, LeaderName> who,
            Function<String, Boolean> known,
            Function<String, Boolean> seated) {
        var members = group.seats().stream().map(Proposal.Seat::leader).toList();
        var all = members.stream().map(who).toList();
        return new AcceptPage.Chosen(
                group.number(),
                all,
                zone(all).orElse(network.zone().getId()),
                (int) members.stream()
                        .filter(member -> seated.apply(member.id()))
                        .count(),
                all.stream().filter(one -> !known.apply(one.id())).toList());
    }

    private static Optional<String> zone(List<LeaderName> people) {
        return people.stream()
                .map(LeaderName::zone)
                .filter(AcceptForm::known)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /// Those that are there and not formed yet.
    private static List<Integer> chosen(Proposed proposal, List<Integer> numbers) {
        var there = new ArrayList<>(new TreeSet<>(numbers));
        there.retainAll(proposal.seats().values());
        there.removeAll(proposal.accepted().keySet());
        there.sort(Comparator.naturalOrder());
        return List.copyOf(there);
    }

    private static Map<Integer, Integer> sizes(Proposed proposal) {
        return proposal.seats().values().stream()
                .collect(Collectors.toMap(Function.identity(), number -> 1, Integer::sum));
    }

    private Proposed proposal(UUID id) {
        return proposals.find(new ProposalId(id)).orElseThrow(NotFound::new);
    }
}
