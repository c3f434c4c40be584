package org.peerage.proposals.forming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.Proposed;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Groups of a proposal become groups of the network, as their form asks for it.
@Component
class Accepting {

    private final Proposals proposals;
    private final AcceptPages pages;

    Accepting(Proposals proposals, AcceptPages pages) {
        this.proposals = proposals;
        this.pages = pages;
    }

    sealed interface Answer {

        /// The groups are there.
        ///
        /// @param first the group to look at now
        record Formed(int first) implements Answer {}

        /// What was typed, with what is wrong with it.
        record Wrong(AcceptPage page) implements Answer {}

        /// The proposal, or the directory, has changed since the form was shown.
        record Changed(AcceptPage page) implements Answer {}
    }

    /// Sent twice, it forms once.
    @Transactional
    Answer form(
            ProposalId id, int version, List<Integer> numbers, Map<String, String> parameters, ProposalQuery query) {
        var proposal = proposal(id);
        var wanted = List.copyOf(new TreeSet<>(numbers));
        if (!wanted.isEmpty() && proposal.accepted().keySet().containsAll(wanted)) {
            return new Answer.Formed(wanted.getFirst());
        }
        var form = new AcceptForm(AcceptPages.toForm(proposal, numbers), parameters);
        if (form.numbers().isEmpty() || form.numbers().size() > AcceptForm.MOST_AT_ONCE) {
            throw new NotFound();
        }
        return switch (form.parse(proposal.network(), sizes(proposal))) {
            case AcceptForm.Parsed.Wrong(var fields) ->
                new Answer.Wrong(pages.page(proposal, query, form, fields, Optional.empty()));
            case AcceptForm.Parsed.Wished(var wishes) ->
                switch (proposals.form(id, version, wishes)) {
                    case Proposals.Forming.Formed _ -> new Answer.Formed(wanted.getFirst());
                    case Proposals.Forming.Against(var why) ->
                        new Answer.Changed(pages.page(
                                proposal,
                                query,
                                form,
                                Map.of(),
                                Optional.of(Message.of(
                                        "proposals.accept.against",
                                        why.getFirst().sentence(),
                                        why.size()))));
                    case Proposals.Forming.Gone _ ->
                        new Answer.Changed(pages.page(proposal, query, form, Map.of(), Optional.empty()));
                    case Proposals.Forming.Stale _ -> {
                        var now = proposal(id);
                        var left = new AcceptForm(AcceptPages.toForm(now, numbers), parameters);
                        var problem = Optional.of(Message.of("proposals.accept.stale"));
                        yield new Answer.Changed(pages.page(now, query, left, Map.of(), problem));
                    }
                };
        };
    }

    private static Map<Integer, Integer> sizes(Proposed proposal) {
        return proposal.seats().values().stream()
                .collect(Collectors.toMap(Function.identity(), number -> 1, Integer::sum));
    }

    private Proposed proposal(ProposalId id) {
        return proposals.find(id).orElseThrow(NotFound::new);
    }
}
