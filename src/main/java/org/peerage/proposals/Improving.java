package org.peerage.proposals;

import org.peerage.proposals.runs.RunId;
import org.peerage.proposals.runs.Runs;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Searching on from a proposal, as its page asks for it.
@Component
class Improving {

    private final Proposals proposals;
    private final ProposalPages pages;

    Improving(Proposals proposals, ProposalPages pages) {
        this.proposals = proposals;
        this.pages = pages;
    }

    sealed interface Answer {

        record Waiting(RunId run) implements Answer {}

        /// The page with why not.
        record Refused(ProposalPage page) implements Answer {}
    }

    @Transactional
    Answer again(ProposalId id, RunId run, int seconds) {
        return switch (proposals.again(id, run, seconds)) {
            case Runs.Started.Waiting(var waiting) -> new Answer.Waiting(waiting);
            case Runs.Started.TooMany(var most) ->
                new Answer.Refused(
                        pages.page(id, ProposalQuery.USUAL).with(Message.of("proposals.new.wrong.many", most)));
        };
    }
}
