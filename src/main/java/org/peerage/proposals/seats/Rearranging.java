package org.peerage.proposals.seats;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.proposals.Change;
import org.peerage.proposals.Preview;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalPage;
import org.peerage.proposals.ProposalPages;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.Proposed;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changing seats as the pages ask for it: a change is looked at, made or refused, and seats are locked. What
/// cannot be done is answered with the page that says so.
@Component
class Rearranging {

    private final Proposals proposals;
    private final ProposalPages pages;

    Rearranging(Proposals proposals, ProposalPages pages) {
        this.proposals = proposals;
        this.pages = pages;
    }

    sealed interface Answer {

        /// It is as it was asked for.
        ///
        /// @param group the one to look at now
        record Done(int group) implements Answer {}

        /// The change as it would be now: something forbids it, or the proposal is another one since.
        record Refused(ChangePage page) implements Answer {}

        /// The proposal as it is now: whoever was to be locked sits there no longer.
        record Moved(ProposalPage page) implements Answer {}
    }

    @Transactional(readOnly = true)
    ChangePage preview(ProposalId id, Change change, ProposalQuery query) {
        var proposal = proposal(id);
        return page(proposal, proposals.preview(proposal, change).orElseThrow(NotFound::new), query, false);
    }

    @Transactional
    Answer change(ProposalId id, int version, Change change, ProposalQuery query) {
        var before = proposal(id);
        return switch (proposals.change(id, version, change)) {
            case Proposals.Changing.Changed _ -> new Answer.Done(goal(before, change));
            case Proposals.Changing.Refused(var preview) -> new Answer.Refused(page(before, preview, query, false));
            case Proposals.Changing.Stale _ -> {
                var now = proposal(id);
                var preview = proposals.preview(now, change).orElseThrow(NotFound::new);
                yield new Answer.Refused(page(now, preview, query, true));
            }
        };
    }

    @Transactional
    Answer lock(ProposalId id, String person, int number, boolean locked, ProposalQuery query) {
        return lock(proposal(id), Set.of(person), number, locked, query);
    }

    /// Everybody who sits in the group.
    @Transactional
    Answer lock(ProposalId id, int number, boolean locked, ProposalQuery query) {
        var proposal = proposal(id);
        var everybody = proposal.seats().entrySet().stream()
                .filter(seat -> seat.getValue() == number)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return lock(proposal, everybody, number, locked, query);
    }

    private Answer lock(Proposed proposal, Set<String> people, int number, boolean locked, ProposalQuery query) {
        if (people.isEmpty() || proposal.formed(number)) {
            throw new NotFound();
        }
        return switch (proposals.lock(proposal.id(), people, number, locked)) {
            case Proposals.Changing.Changed _ -> new Answer.Done(number);
            case Proposals.Changing.Refused _ -> throw new IllegalStateException("a lock is not refused");
            case Proposals.Changing.Stale _ ->
                new Answer.Moved(pages.page(proposal.id(), query).with(Message.of("proposals.seat.stale")));
        };
    }

    private ChangePage page(Proposed proposal, Preview preview, ProposalQuery query, boolean stale) {
        var assessment = proposals.assessment(proposal);
        var who = pages.who(
                proposal.network(),
                Stream.concat(
                                preview.change().people().stream()
                                        .flatMap(person -> assessment.leader(person).stream()),
                                preview.effect().moved().stream())
                        .toList());
        return new ChangePage(
                pages.network(proposal),
                proposal,
                query,
                preview,
                person -> who.apply(assessment.leader(person).orElseThrow()),
                stale);
    }

    /// The group to look at after the change.
    private static int goal(Proposed before, Change change) {
        return switch (change) {
            case Change.Move(var _, var to) -> to;
            case Change.Swap(var _, var with) -> before.seats().getOrDefault(with, 0);
            case Change.Leave(var who) -> before.seats().getOrDefault(who, 0);
            case Change.Merge(var _, var into) -> into;
            case Change.Split(var group) -> group;
        };
    }

    private Proposed proposal(ProposalId id) {
        return proposals.find(id).orElseThrow(NotFound::new);
    }
}
